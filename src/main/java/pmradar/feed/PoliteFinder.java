package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks each feed type whether it knows the address, then whether it knows what answers there, then what the answer
/// points to. Everything is fetched by the [Fetcher], so that robots.txt, refused addresses and pauses hold here too.
@Component
class PoliteFinder implements FeedFinder {
    private static final int LONGEST = 2_000;
    private static final int DETAILS = 3;
    private static final int MOST_SHOWN = 10;
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
        var ranked = new Ranked();
        named(address.get(), located -> true, ranked, 1000, "its address says so");
        if (!ranked.isEmpty()) return ranked.finding();
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

    private Finding recognised(Answer answer, Ranked ranked) {
        named(answer.uri(), located -> true, ranked, 900, "the address leads there");
        answering(answer, ranked);
        if (!ranked.isEmpty() && !FeedText.looksLikeHtml(FeedText.of(answer))) return ranked.finding();
        var traces = PageTraces.of(answer);
        traces.addresses()
                .forEach((uri, times) -> named(
                        uri,
                        located -> located.company() != null,
                        ranked,
                        500 + Math.min(times, 20),
                        "it points to it"));
        for (var alternate : traces.alternates()) {
            for (var type : types.all()) {
                if (!type.mediaTypes().contains(alternate.mediaType())) continue;
                var title = alternate.title().isBlank() ? "" : ", “" + cut(alternate.title()) + "”";
                ranked.add(
                        type,
                        Located.of(alternate.address().toString()),
                        400,
                        "the page names it as its feed" + title,
                        answer.uri());
            }
        }
        if (ranked.isEmpty() && traces.isPage()) siteMap(answer.uri(), ranked);
        return ranked.isEmpty() ? none(nothing(answer, traces)) : ranked.finding();
    }

    private void named(URI uri, Function<Located, Boolean> wanted, Ranked ranked, int rank, String why) {
        for (var type : types.all()) {
            type.locate(uri)
                    .filter(wanted::apply)
                    .ifPresent(where -> ranked.add(type, where, rank, why, home(uri, where)));
        }
    }

    /// The page of the whole board, where the address leads to one of its postings.
    private static URI home(URI uri, Located where) {
        var address = uri.toString();
        int at = address.indexOf("/" + where.at());
        if (at > 0) return URI.create(address.substring(0, at + 1 + where.at().length()));
        var host = uri.getHost();
        return host != null && host.contains(where.at()) ? uri.resolve("/") : uri;
    }

    private void answering(Answer answer, Ranked ranked) {
        for (var type : types.all()) {
            try {
                type.locate(answer)
                        .ifPresent(where -> ranked.add(
                                type, where, ownRank(type, where, answer), "what answers is one", answer.uri()));
            } catch (UnreadableFeed | IllegalArgumentException notIts) {
                // The answer only looked like this type's language.
            }
        }
    }

    /// A page with postings of its own is worth less than the board that it comes from.
    private static int ownRank(FeedType type, Located where, Answer answer) {
        var page = where.at().equals(answer.uri().toString()) && FeedText.looksLikeHtml(FeedText.of(answer));
        return page ? 450 : 800;
    }

    private void siteMap(URI page, Ranked ranked) {
        var at = page.resolve("/sitemap.xml");
        if (at.equals(page)) return;
        if (fetcher.fetch(FeedRequest.get(at), Reading.Bookmark.NONE)
                instanceof Fetched.Got(var answer, var _, var _)) {
            for (var type : types.all()) {
                try {
                    type.locate(answer)
                            .filter(where -> where.options().containsKey("only"))
                            .ifPresent(where -> ranked.add(
                                    type, where, 100, "the sitemap of the site lists pages of postings", page));
                } catch (UnreadableFeed | IllegalArgumentException notIts) {
                    // The answer only looked like this type's language.
                }
            }
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

    private static String cut(String title) {
        var line = title.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    /// Candidates with how likely each is meant; the same one found twice counts once, by its best reason.
    private static final class Ranked {
        private record One(Candidate candidate, int rank) {

            /// Found once more, which never makes a weak reason a strong one.
            One again() {
                return new One(candidate, rank % 100 < 99 ? rank + 1 : rank);
            }
        }

        private final Map<String, One> found = new LinkedHashMap<>();

        void add(FeedType type, Located where, int rank, String why, URI home) {
            if (type instanceof LineFeed || where.at().length() > LONGEST) return;
            var one = new One(new Candidate(type.name(), where, why, home), rank);
            found.merge(
                    type.name() + "\n" + where.at() + "\n" + where.options(),
                    one,
                    (before, now) -> before.rank >= now.rank ? before.again() : now);
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        Finding finding() {
            return new Finding(
                    found.values().stream()
                            .sorted(Comparator.comparingInt(One::rank).reversed())
                            .limit(MOST_SHOWN)
                            .map(One::candidate)
                            .toList(),
                    null);
        }
    }
}
