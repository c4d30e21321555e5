package pmradar.feed.type;

import java.net.URI;
import java.util.Locale;
import org.jsoup.internal.StringUtil;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;

/// An address found in a feed: absolute, and nothing but http.
final class Link {
    private Link() {}

    static @Nullable String of(@Nullable URI base, @Nullable String raw) {
        if (raw == null || raw.isBlank()) return null;
        String link = raw.strip().replace(" ", "%20");
        if (link.contains("&amp;")) link = Parser.unescapeEntities(link, false);
        if (link.startsWith("//")) link = "https:" + link;
        if (!link.contains("://") && base != null) link = StringUtil.resolve(base.toString(), link);
        String scheme = link.toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("https://") && !scheme.startsWith("http://")) return null;
        return link.length() > 2_000 || link.chars().anyMatch(Character::isISOControl) ? null : link;
    }

    static @Nullable String of(@Nullable String raw) {
        return of(null, raw);
    }

    /// The page for people, and where one applies if that is elsewhere.
    static Listing.Links pair(@Nullable URI base, @Nullable String page, @Nullable String apply) {
        String url = of(base, page);
        String applyUrl = of(base, apply);
        return new Listing.Links(
                url == null ? applyUrl : url, applyUrl == null || applyUrl.equals(url) ? null : applyUrl);
    }

    static Listing.Links pair(@Nullable String page, @Nullable String apply) {
        return pair(null, page, apply);
    }
}
