package pmradar.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import pmradar.feed.Feed;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.feed.KeptAnswers;
import pmradar.feed.KeptAnswers.Kept;
import pmradar.feed.Page;
import pmradar.feed.Reading;

/// Reads kept answers again with today's code, so that a mended parser mends the past.
///
/// Readings are taken newest first and each listing only once, so that the newest words of a listing are the ones that
/// count. What was seen later than its answer, by a reading that was not kept, keeps its words. Nothing counts as seen
/// anew, and nothing is closed.
@Component
public class Replay {
    private final Feeds feeds;
    private final KeptAnswers kept;
    private final Line line;
    private final JdbcReadLog log;
    private final Lease lease;

    Replay(Feeds feeds, KeptAnswers kept, Line line, JdbcReadLog log, Lease lease) {
        this.feeds = feeds;
        this.kept = kept;
        this.line = line;
        this.log = log;
        this.lease = lease;
    }

    /// What came of reading one feed again.
    ///
    /// @param readings how many were read again; @param problems of those that could not be read whole, in words
    public record Outcome(String feedId, int readings, Tally tally, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /// @param since answers before this are left alone
    /// @param onReading hears of each reading when it has been read again
    /// @return nothing if there is no such feed, or another reads it just now
    public Optional<Outcome> replay(String feedId, Instant since, Consumer<Kept> onReading) {
        var feed = feeds.state(feedId).map(FeedState::feed).orElse(null);
        if (feed == null) return Optional.empty();
        var holder = lease.take(feedId);
        if (holder == null) return Optional.empty();
        try {
            return Optional.of(new Run(feed, holder).all(since, onReading));
        } finally {
            lease.give(feedId, holder);
        }
    }

    private final class Run {
        private final Feed feed;
        private final String holder;
        private final Count count = new Count();
        private final Set<String> taken = new HashSet<>();
        private final Set<String> problems = new java.util.LinkedHashSet<>();

        Run(Feed feed, String holder) {
            this.feed = feed;
            this.holder = holder;
        }

        Outcome all(Instant since, Consumer<Kept> onReading) {
            var readings = kept.readings(feed.id()).stream()
                    .filter(one -> !one.ended().isBefore(since))
                    .toList();
            // Every reading after the newest kept one, if there was any, has newer words.
            var newest =
                    log.lastFresh(feed.id()).map(JdbcReadLog.LastFresh::started).orElse(Instant.MIN);
            for (var one : readings) {
                read(one, one.ended().isBefore(newest) ? one.ended() : Instant.MAX);
                newest = Instant.MAX;
                onReading.accept(one);
            }
            return new Outcome(feed.id(), readings.size(), count.tally(), List.copyOf(problems));
        }

        private void read(Kept one, Instant upTo) {
            var past = new Line.Past(one.ended(), upTo);
            var reading = kept.replay(feed, one, page -> {
                lease.prolong(feed.id(), holder);
                line.takeAgain(feed, untaken(page), count, () -> lease.prolong(feed.id(), holder), past);
            });
            if (reading instanceof Reading.Failed failed) problems.add(failed.reason());
        }

        private Page untaken(Page page) {
            var listings = page.listings().stream()
                    .filter(listing -> taken.add(listing.externalId()))
                    .toList();
            var unreadable = page.unreadable().stream()
                    .filter(one -> !taken.contains(one.where()))
                    .toList();
            return new Page(listings, unreadable, List.of(), null, page.complete());
        }
    }
}
