package pmradar.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.feed.Feed;
import pmradar.feed.Feeds;

/// Reads feeds into the store, at once and to the end. The clock of the product calls it, and so does the terminal.
@Component
public class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final int AT_ONCE = 8;

    private final Feeds feeds;
    private final FeedReading reading;
    private final Clock clock;

    Ingest(Feeds feeds, FeedReading reading, Clock clock) {
        this.feeds = feeds;
        this.reading = reading;
        this.clock = clock;
    }

    /// @return what the reading brought, or nothing if the feed is being read already
    public Optional<ReadLog.ReadRecord> readNow(Feed feed) {
        return reading.read(feed);
    }

    /// Reads all feeds that are due, several at once, and waits for them.
    ///
    /// @param onEach hears of each reading when it ends, one at a time
    /// @return the readings in the order in which they ended
    public List<ReadLog.ReadRecord> readAllDue(Consumer<ReadLog.ReadRecord> onEach) {
        var done = new ArrayList<ReadLog.ReadRecord>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = feeds.due(clock.instant()).stream()
                    .map(feed -> pool.submit(() -> {
                        reading.read(feed).ifPresent(record -> ended(record, done, onEach));
                        return feed;
                    }))
                    .toList();
            running.forEach(Ingest::await);
        }
        return done;
    }

    private static void ended(
            ReadLog.ReadRecord record, List<ReadLog.ReadRecord> done, Consumer<ReadLog.ReadRecord> onEach) {
        synchronized (done) {
            done.add(record);
            onEach.accept(record);
        }
    }

    private static void await(Future<Feed> reading) {
        try {
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("A reading broke off", e.getCause());
        }
    }
}
