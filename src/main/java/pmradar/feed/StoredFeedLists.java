package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes the known feeds, and takes in those of other programs: each is read once before it is added.
@Component
class StoredFeedLists implements FeedLists {
    private static final Logger LOG = LoggerFactory.getLogger(StoredFeedLists.class);
    private static final Duration EVERY = Duration.ofHours(6);
    /// For all outlines of a file together; those not reached say so.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KnownFeeds known;
    private final AddedFeeds added;
    private final FeedTypes types;
    private final Fetcher fetcher;

    StoredFeedLists(KnownFeeds known, AddedFeeds added, FeedTypes types, Fetcher fetcher) {
        this.known = known;
        this.added = added;
        this.types = types;
        this.fetcher = fetcher;
    }

    @Override
    public String yaml() {
        return FeedsYaml.of(live(), known::keys);
    }

    @Override
    public String opml() {
        var plain = live().stream().filter(feed -> plain(feed.type())).toList();
        return Opml.write(plain, feed -> feed.at());
    }

    private List<Feed> live() {
        return known.all().stream()
                .filter(feed -> feed.origin() != Feed.Origin.SAMPLE)
                .sorted(Comparator.comparing(Feed::origin))
                .toList();
    }

    /// Types that web pages name by a media type are those that any reader of feeds understands.
    private boolean plain(String type) {
        return types.named(type).map(one -> !one.mediaTypes().isEmpty()).orElse(false);
    }

    @Override
    public List<Imported> importOpml(byte[] opml, String by, Instant now) {
        var outlines = Opml.read(opml);
        var until = System.nanoTime() + PATIENCE.toNanos();
        var readings = new HashMap<String, Future<Read>>();
        var imported = new ArrayList<Imported>();
        try (var pool = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("import-", 0).factory())) {
            for (var outline : outlines) readings.computeIfAbsent(outline.address(), at -> pool.submit(() -> read(at)));
            for (var outline : outlines) imported.add(take(outline, readings, until, by, now));
            pool.shutdownNow();
        }
        return imported;
    }

    /// @param type of what answered; @param problem why there is none
    private record Read(String type, String problem) {}

    private Read read(String address) {
        var uri = PageTraces.parsed(address).orElse(null);
        if (uri == null) return new Read("", "Its address is none of the web.");
        for (var type : types.all())
            if (!type.mediaTypes().isEmpty() && known(type.name(), address)) return new Read(type.name(), "");
        return switch (fetcher.fetch(FeedRequest.get(uri), Reading.Bookmark.NONE)) {
            case Fetched.Failed(var reason, var _, var _) -> new Read("", reason);
            case Fetched.NotModified() -> new Read("", "The server sent nothing.");
            case Fetched.Got(var answer, var _, var _) -> recognised(answer);
        };
    }

    private boolean known(String type, String address) {
        return added.same(feed(type, address, address, "")).isPresent();
    }

    private Read recognised(Answer answer) {
        for (var type : types.all()) {
            try {
                if (!type.mediaTypes().isEmpty() && type.locate(answer).isPresent()) return new Read(type.name(), "");
            } catch (UnreadableFeed | IllegalArgumentException notIts) {
                // The answer only looked like this type's language.
            }
        }
        return new Read("", "What answers there is neither RSS nor Atom nor a JSON Feed.");
    }

    private Imported take(
            Opml.Outline outline, Map<String, Future<Read>> readings, long until, String by, Instant now) {
        var read = await(Objects.requireNonNull(readings.get(outline.address())), until);
        if (read.type().isEmpty()) return said(outline, Outcome.NOT_READ, read.problem());
        var feed = feed(read.type(), outline.address(), outline.title(), outline.page());
        var same = added.same(feed);
        if (same.isPresent())
            return said(
                    outline, Outcome.KNOWN, "Known already, as " + same.get().name() + ".");
        try {
            return said(
                    outline,
                    Outcome.ADDED,
                    "Added as " + added.add(feed, by, now).name() + ".");
        } catch (IllegalArgumentException refused) {
            return said(outline, Outcome.NOT_READ, String.valueOf(refused.getMessage()));
        }
    }

    private static Read await(Future<Read> reading, long until) {
        try {
            return reading.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Read(
                    "", "There was no time left to read it. Import the file again: those added are known then.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Read("", "The import was stopped.");
        } catch (ExecutionException failed) {
            LOG.warn("An outline could not be read", failed);
            return new Read("", "It could not be read; the log says more.");
        }
    }

    private static Feed feed(String type, String address, String title, String page) {
        var line = title.strip().replaceAll("\\s+", " ");
        var name = line.isEmpty() ? address : line;
        return new Feed(
                type,
                type,
                address.strip(),
                name.length() > 200 ? name.substring(0, 200) : name,
                null,
                PageTraces.parsed(page).orElse(null),
                EVERY,
                null,
                Feed.Origin.ADDED,
                Map.of());
    }

    private static Imported said(Opml.Outline outline, Outcome outcome, String said) {
        return new Imported(outline.title(), outline.address(), outcome, said);
    }
}
