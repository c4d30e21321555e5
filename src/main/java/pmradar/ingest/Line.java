package pmradar.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import pmradar.posting.Draft;
import pmradar.posting.Judged;
import pmradar.posting.Postings;
import pmradar.posting.Readmissions;
import pmradar.posting.Recorded;

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
    private final Readmissions readmissions;
    private final JdbcReadLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Line(
            Cleaner cleaner,
            Classifier classifier,
            Postings postings,
            Readmissions readmissions,
            JdbcReadLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.postings = postings;
        this.readmissions = readmissions;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param guard is asked inside each transaction whether the work may still be committed
    void take(Feed feed, Page page, Count count, Runnable guard) {
        take(feed, page, count, guard, null);
    }

    /// When an answer came that is read again, and up to when nothing newer is known.
    record Past(Instant seen, Instant upTo) {}

    /// Walks the listings of an earlier answer down the same line; what is recorded is mended only.
    void takeAgain(Feed feed, Page page, Count count, Runnable guard, Past past) {
        take(feed, page, count, guard, past);
    }

    private void take(Feed feed, Page page, Count count, Runnable guard, @Nullable Past past) {
        var listings = page.listings();
        for (int from = 0; from < listings.size(); from += PER_COMMIT) {
            var chunk = new Chunk(feed, count, guard, past);
            listings.subList(from, Math.min(listings.size(), from + PER_COMMIT)).forEach(chunk::clean);
            chunk.judge();
            chunk.commit();
        }
        var rest = new Chunk(feed, count, guard, past);
        for (var unreadable : page.unreadable()) {
            count.found(1);
            rest.setAside(unreadable.where(), null, "could not be read: " + unreadable.reason(), false);
        }
        rest.commit();
    }

    private record Ready(Listing listing, Draft draft) {}

    /// What is committed at once.
    private final class Chunk {
        private final Feed feed;
        private final Count count;
        private final Runnable guard;
        private final @Nullable Past past;
        private final Instant now;
        private final List<Ready> clean = new ArrayList<>();
        private final List<Judged> judged = new ArrayList<>();
        private final List<ReadLog.SetAside> aside = new ArrayList<>();
        private final Map<String, Verdict.OffTopic> turned = new HashMap<>();
        private final Set<String> readmitted = new HashSet<>();

        Chunk(Feed feed, Count count, Runnable guard, @Nullable Past past) {
            this.past = past;
            this.now = past == null ? clock.instant() : past.seen();
            this.feed = feed;
            this.count = count;
            this.guard = guard;
        }

        void clean(Listing listing) {
            count.found(1);
            attempt(listing, () -> {
                switch (cleaner.clean(feed, listing, now)) {
                    case Cleaned.Unusable(var reason) -> setAside(listing.externalId(), listing, reason, false);
                    case Cleaned.Clean(var draft) -> clean.add(new Ready(listing, draft));
                }
            });
        }

        /// Judges what is not known word for word.
        void judge() {
            var same = clean.isEmpty() ? Set.<String>of() : stillSame();
            for (var ready : clean) {
                if (same.contains(ready.draft.externalId())) count.recorded(Recorded.SAME);
                else attempt(ready.listing, () -> judge(ready));
            }
        }

        private Set<String> stillSame() {
            var drafts = clean.stream().map(Ready::draft).toList();
            return Objects.requireNonNull(transaction.execute(status -> {
                guard.run();
                readmitted.addAll(readmissions.among(
                        feed.id(), drafts.stream().map(Draft::externalId).toList()));
                // Of an earlier answer it says nothing that is still there.
                if (past != null) return Set.<String>of();
                return postings.stillSame(feed.id(), drafts, classifier.version(), now);
            }));
        }

        private void judge(Ready ready) {
            var draft = ready.draft;
            switch (classifier.judge(draft.title(), draft.text())) {
                case Verdict.OffTopic off
                when readmitted.contains(draft.externalId()) ->
                    judged.add(new Judged(draft, classifier.tag(draft.title(), draft.text())));
                case Verdict.OffTopic off -> {
                    turned.put(draft.externalId(), off);
                    setAside(draft.externalId(), ready.listing, off.reason(), true);
                }
                case Verdict.Tagged(var found) -> judged.add(new Judged(draft, found));
            }
        }

        private void attempt(Listing listing, Runnable step) {
            try {
                step.run();
            } catch (RuntimeException | StackOverflowError e) {
                var what = e.getClass().getSimpleName();
                LOG.warn("Feed {}: a listing could not be read: {}", feed.id(), what);
                LOG.debug("Feed {}: listing {}", feed.id(), listing.externalId(), e);
                setAside(listing.externalId(), listing, "could not be read: " + what, false);
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
            if (past != null) return;
            transaction.executeWithoutResult(status -> {
                if (!turned.isEmpty()) guard.run();
                postings.turnedOffTopic(feed.id(), turned, now);
                log.note(aside);
            });
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
                if (past != null) return postings.mendAll(feed.id(), some, past.seen(), past.upTo());
                var outcomes = postings.recordAll(feed.id(), some, now);
                if (!readmitted.isEmpty()) readmissions.arrived(feed.id(), readmitted, now);
                return outcomes;
            });
            Objects.requireNonNull(recorded).forEach(count::recorded);
        }
    }
}
