package pmradar.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.FeedState;
import pmradar.feed.Trouble;

/// Feeds in trouble as a test says. Shown as the faces of the feed room.
public class HeldTroubles {
    private final List<Trouble> all = new ArrayList<>();

    void clear() {
        all.clear();
    }

    void add(long id, String feed, Trouble.Kind kind, Instant since, boolean acknowledged) {
        put(id, feed, kind, since, acknowledged ? since : null, null, null);
    }

    void over(long id, String ending, Instant at) {
        var before = all.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        all.remove(before);
        put(id, before.feedId(), before.kind(), before.since(), before.acknowledged(), at, ending);
    }

    private void put(
            long id,
            String feed,
            Trouble.Kind kind,
            Instant since,
            @Nullable Instant acknowledged,
            @Nullable Instant over,
            @Nullable String ending) {
        all.add(new Trouble(
                id, feed, kind, null, "It named 12 postings before.", since, since, acknowledged, null, over, ending));
    }

    public List<Trouble> troubles() {
        return all.stream().filter(one -> one.over() == null).toList();
    }

    public List<Trouble> troubles(String feed) {
        return all.stream().filter(one -> one.feedId().equals(feed)).toList();
    }

    public Optional<FeedState> state(String id) {
        if (id.equals("removed")) return Optional.empty();
        var feed = new Feed(
                id, "rss", "at", "Feed " + id, null, null, Duration.ofHours(1), null, Feed.Origin.DECLARED, Map.of());
        return Optional.of(new FeedState(feed, null, null, Instant.EPOCH, 0, null, null));
    }
}
