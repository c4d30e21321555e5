package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks each feed type whether it knows the address, then whether it knows what answers there, then what the answer
/// points to. Everything is fetched by the [Fetcher], so that robots.txt, refused addresses and pauses hold here too.
@Component
class PoliteFinder implements FeedFinder, BoardFinder {
    private static final int LONGEST = 2_000;
    private static final int DETAILS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FeedTypes types;
    private final Fetcher fetcher;
    private final FeedSettings.Limits limits;

    PoliteFinder(FeedTypes types, Fetcher fetcher, FeedSettings settings) {
        this.types = types;
        this.fetcher = fetcher;
        this.limits = settings.limits();
    }

    @Override
    public Finding find(String typed) {
        var address = address(typed);
        if (address.isEmpty()) {
            return none("This is no address of a web page or a feed. Paste one such as https://example.org/careers.");
        }
        var ranked = new Recognition(types);
        ranked.named(address.get(), located -> true, 1000, "its address says so");
        if (!ranked.isEmpty()) return new Finding(ranked.candidates(), null);
        return switch (fetcher.fetch(FeedRequest.get(address.get()), Reading.Bookmark.NONE)) {
            case Fetched.Got(var answer, var _, var _) -> recognised(answer, ranked);
            case Fetched.Failed(var reason, var _, var _) -> none(reason);
            case Fetched.NotModified() -> none("The server sent nothing.");
        };
    }

    private static Optional<URI> address(String typed) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
        var whole = text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : text.contains(".") ? "https://" + text : text;
        return PageTraces.parsed(whole);
    }

    @Override
    public List<Found> find(URI page) {
        return switch (fetcher.fetch(FeedRequest.get(page), Reading.Bookmark.NONE)) {
            case Fetched.NotModified() -> List.of();
            case Fetched.Failed(var reason, var retryAfter, var symptom) ->
                throw new FetchFailed(reason, retryAfter, symptom);
            case Fetched.Got(var answer, var _, var _) -> Recognition.boards(types, answer);
        };
    }

    private Finding recognised(Answer answer, Recognition ranked) {
        ranked.named(answer.uri(), located -> true, 900, "the address leads there");
        ranked.answering(answer);
        if (!ranked.isEmpty() && !FeedText.looksLikeHtml(FeedText.of(answer)))
            return new Finding(ranked.candidates(), null);
        var traces = PageTraces.of(answer);
        ranked.pointed(traces);
        ranked.alternates(traces, answer.uri());
        if (ranked.isEmpty() && traces.isPage()) siteMap(answer.uri(), ranked);
        return ranked.isEmpty() ? none(nothing(answer, traces)) : new Finding(ranked.candidates(), null);
    }

    private void siteMap(URI page, Recognition ranked) {
        var at = page.resolve("/sitemap.xml");
        if (at.equals(page)) return;
        if (fetcher.fetch(FeedRequest.get(at), Reading.Bookmark.NONE)
                instanceof Fetched.Got(var answer, var _, var _)) {
            ranked.siteMap(answer, page);
        }
    }

    private static String nothing(Answer answer, PageTraces traces) {
        var host = answer.uri().getHost();
        if (traces.builtByScripts()) {
            return ("The page at %s is built by scripts in the browser; as it is sent it names no postings, and PM Radar"
                            + " runs no scripts. Open one of its postings and paste the address that the browser shows, or"
                            + " the address of the board behind its “Apply” button.")
                    .formatted(host);
        }
        if (traces.isPage()) {
            return ("The page at %s holds no postings that are marked up, names no feed, and points to no board that PM"
                            + " Radar knows. Try the address of one posting, or describe the page by selectors in"
                            + " config/feeds.yml (type html).")
                    .formatted(host);
        }
        return "What %s answers is neither a web page nor a feed that PM Radar can read.".formatted(host);
    }

    @Override
    public Glance glance(Feed feed) {
        var type = types.named(feed.type()).orElse(null);
        if (type == null || type instanceof LineFeed)
            return failed("There is no feed type '%s' to be read from a server.".formatted(feed.type()));
        var brief = new BriefType(type, DETAILS);
        var listings = new ArrayList<Listing>();
        var unreadable = new ArrayList<Page.Unreadable>();
        @Nullable String problem;
        try {
            var walk = new Walk(
                    feed,
                    brief,
                    page -> {
                        listings.addAll(page.listings());
                        unreadable.addAll(page.unreadable());
                    },
                    shortened());
            problem = walk.pages(brief.first(feed), Reading.Bookmark.NONE, fetcher) instanceof Reading.Failed failed
                    ? failed.reason()
                    : null;
        } catch (UnreadableFeed wrong) {
            problem = wrong.reason();
        } catch (FetchFailed failed) {
            problem = failed.reason();
        } catch (IllegalArgumentException wrong) {
            problem = "'%s' is nothing that the type %s can read.".formatted(feed.at(), feed.type());
        }
        return new Glance(listings, unreadable, brief.bare(), brief.more(), problem);
    }

    private FeedSettings.Limits shortened() {
        return new FeedSettings.Limits(
                limits.connect(),
                limits.firstByte(),
                limits.whole(),
                PATIENCE.compareTo(limits.reading()) < 0 ? PATIENCE : limits.reading(),
                limits.wire(),
                limits.decoded(),
                limits.ratio(),
                limits.redirects(),
                limits.pause(),
                2,
                DETAILS,
                limits.atOnce());
    }

    private static Glance failed(String problem) {
        return new Glance(List.of(), List.of(), 0, false, problem);
    }

    private static Finding none(String problem) {
        return new Finding(List.of(), problem);
    }
}
