package pmradar.feed.type;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.UnreadableFeed;

/// What a feed's `at` names: a URL, or the short name of a board.
final class At {
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?");

    private At() {}

    /// @throws UnreadableFeed if `at` is no address
    static URI url(Feed feed) {
        return url(feed, feed.at());
    }

    static URI url(Feed feed, String text) {
        try {
            URI uri = URI.create(text.strip().replace(" ", "%20"));
            if (("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null) return uri;
        } catch (IllegalArgumentException e) {
            throw new UnreadableFeed(notAnAddress(feed, text), e);
        }
        throw new UnreadableFeed(notAnAddress(feed, text));
    }

    private static String notAnAddress(Feed feed, String text) {
        return "Feed %s: a feed of type %s needs an address such as https://example.org/jobs as its `at`, not \"%s\"."
                .formatted(feed.id(), feed.type(), text);
    }

    static boolean isUrl(Feed feed) {
        String at = feed.at().strip().toLowerCase(Locale.ROOT);
        return at.startsWith("https://") || at.startsWith("http://");
    }

    /// The `at` as one step of a path, percent-encoded.
    static String step(Feed feed) {
        return step(name(feed));
    }

    static String step(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// @throws UnreadableFeed if `at` is empty or an address
    static String name(Feed feed) {
        String at = feed.at().strip();
        if (at.isEmpty() || isUrl(feed) || at.contains("/")) {
            throw new UnreadableFeed("Feed %s: a feed of type %s needs the board's short name as its `at`, not \"%s\"."
                    .formatted(feed.id(), feed.type(), feed.at()));
        }
        return at;
    }

    /// The host of a board: `acme` becomes `acme.` and the service's domain; an own domain or an address stands for
    /// itself.
    static String host(Feed feed, String domain) {
        String at = isUrl(feed) ? url(feed).getHost() : feed.at().strip().toLowerCase(Locale.ROOT);
        String host = at.contains(".") ? at : at + "." + domain;
        if (!HOST.matcher(host).matches()) {
            throw new UnreadableFeed("Feed %s: \"%s\" is neither a board of %s nor a host name."
                    .formatted(feed.id(), feed.at(), domain));
        }
        return host;
    }

    static @Nullable String option(Feed feed, String name) {
        String value = feed.options().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    static String option(Feed feed, String name, String otherwise) {
        String value = option(feed, name);
        return value == null ? otherwise : value;
    }

    /// @throws UnreadableFeed if the option is missing
    static String required(Feed feed, String name) {
        String value = option(feed, name);
        if (value == null) {
            throw new UnreadableFeed(
                    "Feed %s: a feed of type %s needs the option `%s`.".formatted(feed.id(), feed.type(), name));
        }
        return value;
    }
}
