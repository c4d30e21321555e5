package pmradar.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads a feed from wherever it is: pages from a server, lines from a file, or a shipped sample.
@Component
class PagedReader implements FeedReader {
    private final FeedTypes types;
    private final KnownFeeds known;
    private final Fetcher fetcher;
    private final Bookmarks bookmarks;
    private final SampleShelf samples;
    private final FeedSettings.Limits limits;
    private final AnswerShelf shelf;
    private final Clock clock;

    PagedReader(
            FeedTypes types,
            KnownFeeds known,
            Fetcher fetcher,
            Bookmarks bookmarks,
            AnswerShelf shelf,
            FeedSettings settings,
            Clock clock) {
        this.shelf = shelf;
        this.types = types;
        this.known = known;
        this.fetcher = fetcher;
        this.bookmarks = bookmarks;
        this.samples = new SampleShelf(settings.limits().decoded().toBytes());
        this.limits = settings.limits();
        this.clock = clock;
    }

    @Override
    public Reading read(Feed feed, Consumer<Page> onPage) {
        var type = types.named(feed.type()).orElse(null);
        if (type == null) {
            return new Reading.Failed(
                    "There is no feed type '%s'; there are %s."
                            .formatted(feed.type(), String.join(", ", types.names())),
                    null);
        }
        try {
            return from(feed, type, onPage);
        } catch (WrongAnswer wrong) {
            return new Reading.Failed(wrong.reason(types), null, wrong.symptom());
        } catch (UnreadableFeed unreadable) {
            return new Reading.Failed(unreadable.reason(), null);
        } catch (FetchFailed failed) {
            return new Reading.Failed(failed.reason(), failed.retryAfter(), failed.symptom());
        }
    }

    private Reading from(Feed feed, FeedType type, Consumer<Page> onPage) {
        var walk = new Walk(feed, type, onPage, limits);
        if (feed.origin() == Feed.Origin.SAMPLE) {
            return walk.sample(samples, bookmarks.samplesSince(clock.instant()));
        }
        var asked = known.withKeys(feed);
        var first = type.first(asked);
        if ("file".equals(first.uri().getScheme())) {
            return walk.file(first.uri());
        }
        var secrets = new Secrets(feed, asked);
        var keeping = shelf.keep(feed, secrets, fetcher);
        try {
            return new Walk(asked, type, onPage, limits, secrets).pages(first, bookmarks.of(feed), keeping);
        } finally {
            shelf.put(feed, keeping);
        }
    }

    /// The server's `max-age`, up to a day; what is longer is no poll limit but a static file.
    static Duration clamped(Duration maxAge) {
        var day = Duration.ofHours(24);
        return maxAge.compareTo(day) > 0 ? day : maxAge;
    }
}
