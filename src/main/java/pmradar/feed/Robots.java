package pmradar.feed;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each server's robots.txt allows, kept for a day.
///
/// Source: RFC 9309. A 4xx means no restrictions; a 5xx or no answer means that nothing may be read until it answers.
final class Robots {
    private static final String TOKEN = "pmradar";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    Robots(Clock clock) {
        this.clock = clock;
    }

    /// Fetches a robots.txt with its redirects followed, as far as they may be.
    interface Source {
        /// @throws FetchFailed if there is no answer
        Wire.Hop get(URI robots) throws InterruptedException;
    }

    /// @param refusal why the address may not be read, in words; null if it may
    /// @param pause that the server asks for between requests; zero if it asks for none
    record Permit(@Nullable String refusal, Duration pause) {}

    /// What a robots.txt says of one address.
    ///
    /// @param delay that it asks for between requests; zero if it asks for none; @param read when it was read
    record Word(boolean allowed, Duration delay, Instant read) {}

    private record Kept(BaseRobotRules rules, Instant until) {}

    /// What was said of an address when its robots.txt was read last; null if it was not.
    @Nullable
    Word said(URI uri) {
        synchronized (kept) {
            var known = kept.get(origin(uri));
            if (known == null) return null;
            var delay = Duration.ofMillis(Math.max(0, known.rules().getCrawlDelay()));
            return new Word(
                    known.rules().isAllowed(uri.toString()),
                    delay,
                    known.until().minus(KEPT));
        }
    }

    /// @throws FetchFailed if there is no robots.txt and no word that there is none
    Permit permit(URI uri, Source source) throws InterruptedException {
        var rules = rules(uri, source);
        var delay = rules.getCrawlDelay();
        var refusal = rules.isAllowed(uri.toString())
                ? null
                : "robots.txt of %s does not allow reading this address.".formatted(uri.getHost());
        return new Permit(refusal, delay > 0 ? Duration.ofMillis(delay) : Duration.ZERO);
    }

    private BaseRobotRules rules(URI uri, Source source) throws InterruptedException {
        var origin = origin(uri);
        var now = clock.instant();
        synchronized (kept) {
            var known = kept.get(origin);
            if (known != null && known.until().isAfter(now)) {
                return known.rules();
            }
        }
        var rules = fetch(URI.create(origin + "/robots.txt"), source);
        synchronized (kept) {
            if (kept.size() >= MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(origin, new Kept(rules, now.plus(KEPT)));
        }
        return rules;
    }

    private static BaseRobotRules fetch(URI robots, Source source) throws InterruptedException {
        var hop = source.get(robots);
        return switch (hop.status() / 100) {
            case 2 -> parse(robots, hop);
            case 3, 4 -> new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
            default ->
                throw new FetchFailed("robots.txt of %s cannot be read (%d), so nothing is read there for now."
                        .formatted(robots.getHost(), hop.status()));
        };
    }

    private static BaseRobotRules parse(URI robots, Wire.Hop hop) {
        // By default the parser turns a long delay into "nothing allowed"; the turns of a host clamp it instead.
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        var type = hop.headers().firstValue("content-type").orElse("text/plain");
        return parser.parseContent(robots.toString(), hop.body(), type, List.of(TOKEN));
    }

    private static String origin(URI uri) {
        var origin =
                uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() == -1 ? origin : origin + ":" + uri.getPort();
    }
}
