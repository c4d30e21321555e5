package pmradar.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The feeds of the configuration, with their state from the database.
@Component
class StoredFeeds implements Feeds, Bookmarks {
    private static final String LIVE = "live-delivered";
    private static final String SAMPLES = "samples-first-read";
    /// Between two readings that people ask for.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KnownFeeds known;
    private final FeedRows rows;
    private final FeedMoves moves;
    private final Clock clock;

    StoredFeeds(KnownFeeds known, FeedRows rows, FeedMoves moves, Clock clock) {
        this.moves = moves;
        this.known = known;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<FeedState> states() {
        var stored = rows.all();
        var live = liveHasDelivered();
        var now = clock.instant();
        var off = known.off();
        return known.all().stream()
                .map(moves.now())
                .filter(feed -> !(live && feed.origin() == Feed.Origin.SAMPLE))
                .map(feed -> state(feed, stored, off, now))
                .toList();
    }

    @Override
    public Optional<FeedState> state(String id) {
        return states().stream().filter(state -> state.feed().id().equals(id)).findFirst();
    }

    private FeedState state(Feed feed, Map<String, FeedRow> stored, Set<String> off, Instant now) {
        var row = stored.get(feed.id());
        var waiting = off.contains(feed.id()) ? "switched off" : known.waiting(feed);
        if (row == null || !row.source().equals(FeedRow.source(feed))) {
            return new FeedState(feed, null, null, now, 0, null, waiting);
        }
        return new FeedState(
                feed, row.lastTried(), row.lastDelivered(), row.nextDue(), row.failures(), row.problem(), waiting);
    }

    @Override
    public List<Feed> due(Instant now) {
        var due = new ArrayList<>(states());
        due.removeIf(state -> state.waiting() != null
                || (state.lastTried() != null && state.nextDue().isAfter(now)));
        due.sort(Comparator.comparing(state -> state.lastTried() == null ? Instant.EPOCH : state.nextDue()));
        return due.stream().map(FeedState::feed).toList();
    }

    @Override
    @Transactional
    public void readNow(String id, Instant now) {
        var feed = known.named(id).map(moves.now()).orElse(null);
        var row = feed == null ? null : rows.of(feed).orElse(null);
        if (row == null || row.lastTried() == null) {
            return; // it has never been read and is due anyway
        }
        var earliest = later(row.lastTried().plus(PATIENCE), row.notBefore());
        rows.save(row.due(earliest.isAfter(now) ? earliest : now));
    }

    @Override
    @Transactional
    public void forgetBookmark(String id) {
        rows.forgetBookmark(id);
    }

    @Override
    @Transactional
    public void forgetBookmarks() {
        rows.forgetBookmarks();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    @Override
    @Transactional
    public void finished(Feed feed, Reading reading, Instant now) {
        var before = rows.of(feed).orElseGet(() -> FeedRow.untried(feed, now));
        rows.save(before.after(feed, reading, now));
        if (feed.origin() != Feed.Origin.SAMPLE && reading instanceof Reading.Fresh fresh && fresh.listings() > 0) {
            rows.note(LIVE, now);
        }
    }

    @Override
    public boolean liveHasDelivered() {
        return rows.noted(LIVE).isPresent();
    }

    @Override
    public Reading.Bookmark of(Feed feed) {
        return rows.of(feed)
                .map(row -> new Reading.Bookmark(row.etag(), row.lastModified()))
                .orElse(Reading.Bookmark.NONE);
    }

    @Override
    @Transactional
    public Instant samplesSince(Instant now) {
        return rows.noted(SAMPLES).orElseGet(() -> rows.note(SAMPLES, now));
    }
}
