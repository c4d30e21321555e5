package pmradar.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.FeedReader;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.Reading;

/// Feeds that play what a test wrote for them.
class PlayedFeeds implements Feeds, FeedReader {
    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, Deque<Play>> plays = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    final List<String> finished = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> forgotten = new ArrayList<>();
    boolean live;

    record Play(List<Page> pages, Reading reading, @Nullable Runnable before) {}

    static Feed feed(String id, Feed.Origin origin) {
        return new Feed(id, "file", id, id, null, null, Duration.ofHours(1), null, origin, Map.of());
    }

    Feed add(Feed feed) {
        feeds.put(feed.id(), feed);
        return feed;
    }

    void clear() {
        feeds.clear();
        plays.clear();
        finished.clear();
        failures.clear();
        asked.clear();
        forgotten.clear();
        live = false;
    }

    void play(Feed feed, boolean complete, Listing... listings) {
        var page = complete ? Page.whole(List.of(listings), List.of()) : Page.window(List.of(listings), List.of());
        play(feed, new Play(List.of(page), fresh(listings.length, complete), null));
    }

    void play(Feed feed, Play play) {
        plays.computeIfAbsent(feed.id(), id -> new ArrayDeque<>()).add(play);
    }

    static Reading fresh(int listings, boolean complete) {
        return new Reading.Fresh(listings, 0, complete, Reading.Bookmark.NONE, 0, 0);
    }

    @Override
    public Reading read(Feed feed, Consumer<Page> onPage) {
        var play = plays.getOrDefault(feed.id(), new ArrayDeque<>()).poll();
        if (play == null) return new Reading.Failed("nothing to play", null);
        if (play.before() != null) play.before().run();
        play.pages().forEach(onPage);
        return play.reading();
    }

    @Override
    public List<FeedState> states() {
        return feeds.values().stream().map(this::state).toList();
    }

    @Override
    public Optional<FeedState> state(String id) {
        return Optional.ofNullable(feeds.get(id)).map(this::state);
    }

    private FeedState state(Feed feed) {
        return new FeedState(feed, null, null, Instant.EPOCH, failures.getOrDefault(feed.id(), 0), null, null);
    }

    @Override
    public List<Feed> due(Instant now) {
        return List.copyOf(feeds.values());
    }

    @Override
    public void readNow(String id, Instant now) {
        asked.add(id);
    }

    @Override
    public void forgetBookmark(String id) {
        forgotten.add(id);
    }

    @Override
    public void forgetBookmarks() {
        forgotten.add("all");
    }

    @Override
    public void finished(Feed feed, Reading reading, Instant now) {
        finished.add(feed.id());
        if (reading instanceof Reading.Failed) failures.merge(feed.id(), 1, Integer::sum);
        else failures.remove(feed.id());
        if (feed.origin() != Feed.Origin.SAMPLE && reading instanceof Reading.Fresh fresh && fresh.listings() > 0)
            live = true;
    }

    @Override
    public boolean liveHasDelivered() {
        return live;
    }
}
