package pmradar.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Asks for one address politely and within limits: robots.txt first, one request at a time and a pause per host, each
/// redirect checked like a first address, one layer of gzip.
@Component
class Fetcher implements AnswerSource, AutoCloseable {
    private static final long ROBOTS_BYTES = 500 * 1024;
    /// Headers of a request that may follow it to another host; a key or a cookie may not.
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type");

    private final FeedSettings.Limits limits;
    private final HostRules rules;
    private final Wire wire;
    private final Robots robots;
    private final HostTurns turns;
    private final Unpacking unpacking;
    private final Clock clock;
    private final String userAgent;

    @Autowired
    Fetcher(FeedSettings settings, Clock clock) {
        this(settings, clock, new HostRules(settings.allowedPrivateHosts()));
    }

    private Fetcher(FeedSettings settings, Clock clock, HostRules rules) {
        this(settings, clock, rules, new Wire(settings.limits(), rules));
    }

    Fetcher(FeedSettings settings, Clock clock, HostRules rules, Wire wire) {
        this.limits = settings.limits();
        this.rules = rules;
        this.wire = wire;
        this.robots = new Robots(clock);
        this.turns = new HostTurns(limits.atOnce());
        this.unpacking = new Unpacking(limits.decoded().toBytes(), limits.ratio());
        this.clock = clock;
        this.userAgent = "pmradar/0.1 (self-hosted reader of job feeds"
                + (settings.contact() == null ? ")" : "; +" + settings.contact() + ")");
    }

    @Override
    public Fetched fetch(FeedRequest request, Reading.Bookmark bookmark) {
        try {
            return follow(request, bookmark);
        } catch (FetchFailed failed) {
            return new Fetched.Failed(failed.reason(), failed.retryAfter(), failed.symptom());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("The reading was stopped.", null, Reading.Symptom.OTHER);
        }
    }

    private Fetched follow(FeedRequest first, Reading.Bookmark bookmark) throws InterruptedException {
        var request = first;
        var seen = new HashSet<URI>();
        var left = limits.whole();
        var forGood = true;
        for (int hops = 0; hops <= limits.redirects(); hops++) {
            if (!seen.add(request.uri())) {
                throw new FetchFailed("The server redirects in a circle.");
            }
            var hop = politely(request, headers(request, bookmark), left);
            left = left.minus(hop.took());
            var target = Redirects.target(hop, request);
            if (target == null) {
                return outcome(first, hop, bookmark, forGood);
            }
            forGood &= hop.status() == 301 || hop.status() == 308;
            request = redirected(request, target);
        }
        throw new FetchFailed("The server redirects more than %d times.".formatted(limits.redirects()));
    }

    private Wire.Hop politely(FeedRequest request, Map<String, String> headers, Duration left)
            throws InterruptedException {
        var host = rules.check(request.uri());
        try (var turn = turns.take(host)) {
            var permit = robots.permit(request.uri(), this::robots);
            if (permit.refusal() != null) {
                throw new FetchFailed(permit.refusal());
            }
            turn.pause(permit.pause().compareTo(limits.pause()) > 0 ? permit.pause() : limits.pause());
            var hop = wire.send(request, headers, limits.wire().toBytes(), false, left);
            if (hop.status() == 429 || hop.status() == 503) {
                var wait = RetryAfter.of(hop, clock.instant());
                if (wait != null) {
                    turn.hold(wait);
                }
            }
            return hop;
        }
    }

    private Wire.Hop robots(URI first) throws InterruptedException {
        var uri = first;
        for (int hops = 0; ; hops++) {
            var request = FeedRequest.get(uri);
            var hop = wire.send(
                    request,
                    Map.of("User-Agent", userAgent, "Accept", "text/plain, */*;q=0.1"),
                    ROBOTS_BYTES,
                    true,
                    limits.whole());
            var target = hops < limits.redirects() ? Redirects.target(hop, request) : null;
            if (target == null) {
                return hop;
            }
            uri = target;
        }
    }

    private Map<String, String> headers(FeedRequest request, Reading.Bookmark bookmark) {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "*/*");
        headers.put("User-Agent", userAgent);
        // Some servers ask for the name that a key was given to.
        request.headers().forEach(headers::put);
        headers.put("Accept-Encoding", "gzip");
        if (bookmark.etag() != null) {
            headers.put("If-None-Match", bookmark.etag());
        }
        if (bookmark.lastModified() != null) {
            headers.put("If-Modified-Since", bookmark.lastModified());
        }
        return headers;
    }

    private static FeedRequest redirected(FeedRequest from, URI target) {
        if (Redirects.sameOrigin(from.uri(), target)) {
            return new FeedRequest(target, from.body(), from.headers());
        }
        if (from.body() != null) {
            throw new FetchFailed("The server redirects a search to another host, %s.".formatted(target.getHost()));
        }
        var kept = new HashMap<String, String>();
        from.headers().forEach((name, value) -> {
            if (HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, value);
            }
        });
        return new FeedRequest(target, null, kept);
    }

    private Fetched outcome(FeedRequest first, Wire.Hop hop, Reading.Bookmark bookmark, boolean forGood) {
        if (hop.status() == 304 && !bookmark.equals(Reading.Bookmark.NONE)) {
            return new Fetched.NotModified();
        }
        var elsewhere = !Redirects.sameSite(first.uri(), hop.uri());
        if (hop.status() / 100 != 2) {
            throw refused(hop, elsewhere);
        }
        var headers = hop.firstHeaders();
        var bytes = unpacking.unpack(hop.body(), headers.get("content-encoding"));
        headers.remove("content-encoding");
        return new Fetched.Got(
                new Answer(hop.uri(), hop.status(), headers, bytes),
                hop.body().length,
                elsewhere && forGood ? hop.uri() : null);
    }

    private FetchFailed refused(Wire.Hop hop, boolean elsewhere) {
        var gate = Gates.of(hop);
        if (gate != null) return new FetchFailed(gate.words(), wait(hop), gate.symptom());
        if (hop.status() == 404 || hop.status() == 410) {
            return new FetchFailed(Redirects.words(hop), wait(hop), Reading.Symptom.GONE);
        }
        return new FetchFailed(
                Redirects.words(hop), wait(hop), elsewhere ? Reading.Symptom.ELSEWHERE : Reading.Symptom.OTHER);
    }

    /// What robots.txt said of an address when it was asked last; null if it was not asked since the start.
    Robots.@Nullable Word robotsSaid(URI uri) {
        return robots.said(uri);
    }

    /// The pause that is kept between two requests to one host, whatever robots.txt asks for.
    Duration pause() {
        return limits.pause();
    }

    private @Nullable Duration wait(Wire.Hop hop) {
        return RetryAfter.of(hop, clock.instant());
    }

    @Override
    public void close() {
        wire.close();
    }
}
