package pmradar.feed.type;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;

/// An address found in a feed: absolute, and nothing but http.
final class Link {
    private static final int MOST = 2_000;
    /// What people and programs write into addresses although it does not belong there.
    private static final Pattern ILLEGAL = Pattern.compile("[ <>\"{}|\\\\^`\\[\\]]|%(?![0-9a-fA-F]{2})");

    private Link() {}

    /// An address that is a [URI], or null.
    static @Nullable String of(@Nullable URI base, @Nullable String raw) {
        if (raw == null || raw.isBlank() || raw.length() > MOST) return null;
        String link = raw.strip();
        if (link.contains("&amp;")) link = Parser.unescapeEntities(link, false);
        if (link.startsWith("//")) link = "https:" + link;
        if (!link.contains("://") && base != null) link = StringUtil.resolve(base.toString(), link);
        link = ILLEGAL.matcher(link).replaceAll(found -> At.step(found.group()));
        String scheme = link.toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.startsWith("https://") || scheme.startsWith("http://");
        return isWeb && isUri(link) ? link : null;
    }

    private static boolean isUri(String link) {
        try {
            return new URI(link).getRawAuthority() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    static @Nullable String of(@Nullable String raw) {
        return of(null, raw);
    }

    /// The page for people, and where one applies if that is elsewhere.
    static Listing.Links pair(@Nullable URI base, @Nullable String page, @Nullable String apply) {
        return both(of(base, page), of(base, apply));
    }

    /// The same of two that are addresses already.
    static Listing.Links both(@Nullable String url, @Nullable String applyUrl) {
        return new Listing.Links(
                url == null ? applyUrl : url, applyUrl == null || applyUrl.equals(url) ? null : applyUrl);
    }

    static Listing.Links pair(@Nullable String page, @Nullable String apply) {
        return pair(null, page, apply);
    }
}
