package pmradar.feed;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a status means: where to go next, or what to tell people.
final class Redirects {
    private Redirects() {}

    /// Where the answer sends the request; null if it is not sent anywhere.
    ///
    /// @throws FetchFailed if it is sent where it may not go
    static @Nullable URI target(Wire.Hop hop, FeedRequest request) {
        var status = hop.status();
        if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
            return null;
        }
        if (request.body() != null && status != 307 && status != 308) {
            throw new FetchFailed("The server redirects a search (%d), so the address is not the right one any more."
                    .formatted(status));
        }
        var location = hop.headers()
                .firstValue("location")
                .orElseThrow(
                        () -> new FetchFailed("The server redirects (%d) without saying where to.".formatted(status)));
        var target = resolved(request.uri(), location);
        if (scheme(request.uri()).equals("https") && !scheme(target).equals("https")) {
            throw new FetchFailed("The server redirects from a secure to an insecure address, which is refused.");
        }
        return target;
    }

    private static URI resolved(URI from, String location) {
        try {
            var target = from.resolve(location.strip());
            return target.getRawFragment() == null
                    ? target
                    : URI.create(
                            target.toString().substring(0, target.toString().indexOf('#')));
        } catch (IllegalArgumentException broken) {
            throw new FetchFailed("The server redirects to something that is no address.");
        }
    }

    static boolean sameOrigin(URI one, URI other) {
        return scheme(one).equals(scheme(other))
                && Objects.requireNonNullElse(one.getHost(), "").equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /// Whether two addresses belong to one site: the same host, or hosts with the same registered name.
    static boolean sameSite(URI one, URI other) {
        return site(one).equals(site(other));
    }

    private static String site(URI uri) {
        var host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return Objects.requireNonNullElse(EffectiveTldFinder.getAssignedDomain(host, true, false), host);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return scheme(uri).equals("https") ? 443 : 80;
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /// What a status that brings no feed means, in words.
    static String words(Wire.Hop hop) {
        var host = hop.uri().getHost();
        var status = hop.status();
        return switch (status) {
            case 401, 402, 403, 407, 451 -> "%s refuses to show the feed (%d).".formatted(host, status);
            case 404, 410 ->
                "%s has no feed at this address (%d). It may have moved or been closed; check the address."
                        .formatted(host, status);
            case 406, 415 -> "%s does not offer the feed in a form that can be read (%d).".formatted(host, status);
            case 408, 504 -> "%s took too long to make the feed (%d).".formatted(host, status);
            case 429 -> "%s asks for fewer requests (429).".formatted(host);
            case 304 -> "%s says that nothing has changed, though it was asked for everything (304).".formatted(host);
            default ->
                status >= 500
                        ? "%s has trouble of its own (%d).".formatted(host, status)
                        : "%s answered in a way that brings no feed (%d).".formatted(host, status);
        };
    }
}
