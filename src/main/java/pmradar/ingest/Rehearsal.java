package pmradar.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.classify.Classifier;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.posting.Judged;
import pmradar.posting.Posting;
import pmradar.posting.Postings;

/// Walks listings down the line as if they were for project managers, shows what they would become, and forgets it: to
/// see which of them are one posting.
@Component
public class Rehearsal {
    private static final int AT_ONCE = 200;

    private final Cleaner cleaner;
    private final Classifier classifier;
    private final Postings postings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rehearsal(Cleaner cleaner, Classifier classifier, Postings postings, TransactionTemplate transaction, Clock clock) {
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.postings = postings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return the postings that these listings alone would be, with what is stored beside them; those that cannot be
    ///     cleaned are left out
    public List<Posting> of(Feed feed, List<Listing> listings) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return record(feed, listings);
        }));
    }

    private List<Posting> record(Feed feed, List<Listing> listings) {
        var now = clock.instant();
        var before = postings.lastVersion();
        var page = new ArrayList<Judged>(AT_ONCE);
        for (var listing : listings) {
            if (cleaner.clean(feed, listing, now) instanceof Cleaned.Clean(var draft)) {
                page.add(new Judged(draft, classifier.tag(draft.title(), draft.text())));
            }
            if (page.size() < AT_ONCE) continue;
            postings.recordAll(feed.id(), page, now);
            page.clear();
        }
        postings.recordAll(feed.id(), page, now);
        return postings.changedAfter(before, Integer.MAX_VALUE);
    }
}
