package pmradar.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import pmradar.feed.Feed;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedReader;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.feed.Page;
import pmradar.feed.Reading;
import pmradar.posting.Postings;

/// Reads one feed from end to end: its pages down the [Line], then what is gone, then the bookmark. In this order a
/// crash
/// re-reads and never skips.
@Component
class FeedReading {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);
    /// Failures in a row after which it is not the network of this machine that just woke up.
    private static final int FOR_LONG = 3;

    private static final Duration HEARTBEAT = Lease.HOLD.dividedBy(3);

    private final Feeds feeds;
    private final FeedHealth health;
    private final FeedReader reader;
    private final Line line;
    private final Postings postings;
    private final Samples samples;
    private final JdbcReadLog log;
    private final Lease lease;
    private final Durable durable;
    private final Clock clock;

    FeedReading(
            Feeds feeds,
            FeedHealth health,
            FeedReader reader,
            Line line,
            Postings postings,
            Samples samples,
            JdbcReadLog log,
            Lease lease,
            Durable durable,
            Clock clock) {
        this.feeds = feeds;
        this.health = health;
        this.reader = reader;
        this.line = line;
        this.postings = postings;
        this.samples = samples;
        this.log = log;
        this.lease = lease;
        this.durable = durable;
        this.clock = clock;
    }

    /// @return nothing if another is reading the feed
    Optional<ReadLog.ReadRecord> read(Feed feed) {
        var holder = lease.take(feed.id());
        if (holder == null) return Optional.empty();
        var heart = Thread.ofVirtual().name("lease of " + feed.id()).start(() -> beat(feed.id(), holder));
        try {
            return Optional.of(read(feed, holder));
        } finally {
            heart.interrupt();
            log.over(feed.id());
            lease.give(feed.id(), holder);
        }
    }

    private ReadLog.ReadRecord read(Feed feed, String holder) {
        var started = clock.instant();
        var count = new Count();
        var last = log.lastFresh(feed.id());
        var id = log.begins(feed.id(), count, started);
        var reading = fetch(feed, count, holder);
        lease.prolong(feed.id(), holder);
        var doubted = health.doubts(feed, reading, clock.instant());
        var complete = doubted ? unsure(feed, started) : settle(feed, reading, last, started);
        durable.settle();
        feeds.finished(feed, reading, clock.instant());
        // What is doubted must be said again in full, not by "nothing changed".
        if (doubted) feeds.forgetBookmark(feed.id());
        health.note(feed, reading, clock.instant());
        var record = new ReadLog.ReadRecord(
                feed.id(),
                started,
                clock.instant(),
                reading instanceof Reading.Unchanged,
                count.tally(),
                problem(reading));
        log.ends(id, record, complete);
        tell(record);
        return record;
    }

    private Reading fetch(Feed feed, Count count, String holder) {
        try {
            return reader.read(feed, page -> page(feed, page, count, holder));
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Feed {}: reading broke off", feed.id(), e);
            return new Reading.Failed(
                    "the reading broke off inside PM Radar: " + e.getClass().getSimpleName(), null);
        }
    }

    private void page(Feed feed, Page page, Count count, String holder) {
        if (samples.unwanted(feed)) return;
        line.take(feed, page, count, () -> lease.prolong(feed.id(), holder));
        samples.leaveFor(feed, count.tally());
    }

    /// @return whether all open jobs of the feed are known now
    private boolean settle(Feed feed, Reading reading, Optional<JdbcReadLog.LastFresh> last, Instant started) {
        return switch (reading) {
            case Reading.Failed failed -> {
                var failures = feeds.state(feed.id()).map(FeedState::failures).orElse(0);
                yield failures >= FOR_LONG && unsure(feed, started);
            }
            case Reading.Fresh fresh -> {
                postings.readingEnded(feed.id(), fresh.complete(), started, clock.instant());
                yield fresh.complete();
            }
            case Reading.Unchanged unchanged -> {
                last.ifPresent(fresh -> {
                    postings.stillThere(feed.id(), fresh.started(), clock.instant());
                    postings.readingEnded(feed.id(), fresh.complete(), started, clock.instant());
                });
                yield last.map(JdbcReadLog.LastFresh::complete).orElse(false);
            }
        };
    }

    /// What a feed has not shown for long, because it cannot be read or not be believed, is no longer known to be open.
    private boolean unsure(Feed feed, Instant started) {
        postings.readingEnded(feed.id(), false, started, clock.instant());
        return false;
    }

    private void beat(String feedId, String holder) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(HEARTBEAT);
                lease.prolong(feedId, holder);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (LeaseLost e) {
                return;
            } catch (DataAccessException e) {
                LOG.debug("Feed {}: its hold was not prolonged this time", feedId, e);
            }
        }
    }

    private static @Nullable String problem(Reading reading) {
        return reading instanceof Reading.Failed failed ? failed.reason() : null;
    }

    private static void tell(ReadLog.ReadRecord record) {
        var tally = record.tally();
        LOG.info(
                "Feed {}: {} found, {} new, {} changed, {} same, {} set aside{}{}",
                record.feedId(),
                tally.found(),
                tally.added(),
                tally.changed(),
                tally.same(),
                tally.setAsideTotal(),
                record.unchanged() ? ", unchanged" : "",
                record.problem() == null ? "" : "; " + record.problem());
    }
}
