package pmradar.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.pursuit.Followers;
import pmradar.pursuit.Pursuit;

/// Tells people what became of the postings that they saved or applied for. What a posting said when they began is
/// noted, and what they were told of it since; the difference is news.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OwnNews {
    private static final int AT_ONCE = 200;

    private final Followers followers;
    private final Postings postings;
    private final StoredSearches searches;
    private final Progress progress;
    private final Hits hits;

    OwnNews(Followers followers, Postings postings, StoredSearches searches, Progress progress, Hits hits) {
        this.followers = followers;
        this.postings = postings;
        this.searches = searches;
        this.progress = progress;
        this.hits = hits;
    }

    /// Notes what postings say of which people have begun something since the last time.
    void begin(long after, Instant now) {
        var mark = after;
        for (var begun = followers.begunAfter(mark, AT_ONCE);
                !begun.isEmpty();
                begun = followers.begunAfter(mark, AT_ONCE)) {
            know(begun, now);
            mark = begun.getLast().id();
        }
        if (mark > after) progress.pursuedUpTo(mark);
    }

    private void know(List<Pursuit> begun, Instant now) {
        var said = postings.find(begun.stream().map(OwnNews::posting).distinct().toList()).stream()
                .collect(Collectors.toMap(Posting::id, posting -> posting));
        for (var pursuit : begun) {
            var search = searches.setUp(pursuit.account(), SavedSearch.Subject.OWN, now);
            var posting = said.get(posting(pursuit));
            if (posting != null) know(search, posting, now);
        }
    }

    private void know(SavedSearch search, Posting posting, Instant now) {
        long id = posting.id().value();
        if (!hits.metBy(search.id(), List.of(id)).isEmpty()) return;
        hits.know(search.id(), List.of(new Hits.Found(search.id(), id, KnownFacts.of(posting))), now);
    }

    private static PostingId posting(Pursuit pursuit) {
        return java.util.Objects.requireNonNull(pursuit.posting());
    }

    /// Who pursues each of the postings.
    Map<PostingId, List<Pursuit>> followers(List<Posting> changed) {
        return followers.of(changed.stream().map(Posting::id).toList()).stream()
                .collect(Collectors.groupingBy(OwnNews::posting, HashMap::new, Collectors.toList()));
    }

    /// @param listening finds what is told to an account; null for one who wants to hear nothing
    void changed(
            Posting posting,
            List<Pursuit> followers,
            Map<Long, Hit> before,
            LongFunction<@Nullable SavedSearch> listening,
            Instant now) {
        for (var pursuit : followers) {
            var search = listening.apply(pursuit.account());
            if (search == null) continue;
            var hit = before.get(search.id());
            if (!pursuit.active()) refresh(hit, posting);
            else if (hit == null) first(search, posting, now);
            else Change.of(search, posting, hit).ifPresent(change -> change.tell(hits, now));
        }
    }

    /// While nobody waits for anything, nothing is told, then or later.
    private void refresh(@Nullable Hit hit, Posting posting) {
        if (hit != null) hits.refresh(hit.id(), KnownFacts.of(posting));
    }

    /// A pursuit that was moved here from a posting that this one joined.
    private void first(SavedSearch search, Posting posting, Instant now) {
        know(search, posting, now);
        if (!posting.open()) Change.closed(search, posting).ifPresent(change -> change.tell(hits, now));
    }
}
