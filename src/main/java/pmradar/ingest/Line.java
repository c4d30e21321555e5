package pmradar.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.classify.Classifier;
import pmradar.classify.Verdict;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.posting.Judged;
import pmradar.posting.Postings;

/// Walks listings down the line: clean, judge, record. A listing that cannot be read or recorded is set aside with its
/// reason and never stops the others.
@Component
class Line {
    /// A commit costs more than a posting; a page of a million must not be one transaction either.
    private static final int PER_COMMIT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Cleaner cleaner;
    private final Classifier classifier;
    private final Postings postings;
    private final JdbcReadLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Line(
            Cleaner cleaner,
            Classifier classifier,
            Postings postings,
            JdbcReadLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.postings = postings;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param guard is asked inside each transaction whether the work may still be committed
    void take(Feed feed, Page page, Count count, Runnable guard) {
        var listings = page.listings();
        for (int from = 0; from < listings.size(); from += PER_COMMIT) {
            var chunk = new Chunk(feed, count, guard);
            listings.subList(from, Math.min(listings.size(), from + PER_COMMIT)).forEach(chunk::judge);
            chunk.commit();
        }
        var rest = new Chunk(feed, count, guard);
        for (var unreadable : page.unreadable()) {
            count.found(1);
            rest.setAside(unreadable.where(), null, "could not be read: " + unreadable.reason(), false);
        }
        rest.commit();
    }

    /// What is committed at once.
    private final class Chunk {
        private final Feed feed;
        private final Count count;
        private final Runnable guard;
        private final Instant now = clock.instant();
        private final List<Judged> judged = new ArrayList<>();
        private final List<ReadLog.SetAside> aside = new ArrayList<>();

        Chunk(Feed feed, Count count, Runnable guard) {
            this.feed = feed;
            this.count = count;
            this.guard = guard;
        }

        void judge(Listing listing) {
            count.found(1);
            try {
                switch (cleaner.clean(feed, listing, now)) {
                    case Cleaned.Unusable(var reason) -> setAside(listing.externalId(), listing, reason, false);
                    case Cleaned.Clean(var draft) -> {
                        switch (classifier.judge(draft.title(), draft.text())) {
                            case Verdict.OffTopic off -> setAside(draft.externalId(), listing, off.reason(), true);
                            case Verdict.Tagged(var found) -> judged.add(new Judged(draft, found));
                        }
                    }
                }
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn(
                        "Feed {}: a listing could not be read: {}",
                        feed.id(),
                        e.getClass().getSimpleName());
                LOG.debug("Feed {}: listing {}", feed.id(), listing.externalId(), e);
                setAside(
                        listing.externalId(),
                        listing,
                        "could not be read: " + e.getClass().getSimpleName(),
                        false);
            }
        }

        void setAside(String externalId, @Nullable Listing listing, String reason, boolean offTopic) {
            count.setAside(Objects.requireNonNull(Words.cut(reason, 200)));
            if (count.tally().setAsideTotal() > JdbcReadLog.SET_ASIDE_KEPT) return;
            aside.add(cleaner.setAside(feed, externalId, listing, reason, offTopic, now));
        }

        /// Records the chunk whole; failing that, one by one, and sets the culprits aside.
        void commit() {
            try {
                record(judged);
            } catch (TransientDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionException
                    | LeaseLost e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Feed {}: {} postings could not be recorded together, trying one by one: {}",
                        feed.id(),
                        judged.size(),
                        e.getClass().getSimpleName());
                judged.forEach(this::recordAlone);
            }
            transaction.executeWithoutResult(status -> log.note(aside));
        }

        private void recordAlone(Judged one) {
            try {
                record(List.of(one));
            } catch (TransientDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionException
                    | LeaseLost e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Feed {}: a posting could not be recorded: {}",
                        feed.id(),
                        e.getClass().getSimpleName());
                setAside(
                        one.draft().externalId(),
                        null,
                        "could not be recorded: " + e.getClass().getSimpleName(),
                        false);
            }
        }

        private void record(List<Judged> some) {
            if (some.isEmpty()) return;
            var recorded = transaction.execute(status -> {
                guard.run();
                return postings.recordAll(feed.id(), some, now);
            });
            Objects.requireNonNull(recorded).forEach(count::recorded);
        }
    }
}
