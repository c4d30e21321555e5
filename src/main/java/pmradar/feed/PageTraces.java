package pmradar.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What an answer gives away: the addresses that it mentions, the feeds that it links to, and whether it is a page at
/// all before a browser has run its scripts.
final class PageTraces {
    private static final int MOST_TEXT = 3_000_000;
    private static final int MOST_ADDRESSES = 5_000;
    private static final int SAYS_SOMETHING = 400;
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[\\w.-]{4,253}+(?::\\d{1,5})?+(?:/[^\\s\"'<>\\\\)`]{0,500}+)?+");
    private static final Pattern BUILT_BY_SCRIPTS = Pattern.compile(
            "enable javascript|javascript (?:is )?(?:required|disabled)|requires? javascript|without javascript|javascript aktivier",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final @Nullable Document page;
    private final Map<URI, Integer> addresses = new LinkedHashMap<>();

    private PageTraces(String text, @Nullable Document page) {
        this.text = text;
        this.page = page;
    }

    static PageTraces of(Answer answer) {
        var whole = FeedText.of(answer);
        var text = whole.length() > MOST_TEXT ? whole.substring(0, MOST_TEXT) : whole;
        var html = FeedText.looksLikeHtml(text)
                || answer.header("content-type").orElse("").contains("html");
        var traces = new PageTraces(text, html ? Jsoup.parse(text, answer.uri().toString()) : null);
        traces.collect();
        return traces;
    }

    boolean isPage() {
        return page != null;
    }

    /// Each address that the answer mentions, with how often.
    Map<URI, Integer> addresses() {
        return addresses;
    }

    private void collect() {
        if (page != null) {
            for (Element each : page.select("[href],[src],[action],[data-src],[data-domain]")) {
                for (var name : List.of("href", "src", "action", "data-src")) mention(each.absUrl(name));
                var domain = each.attr("data-domain");
                if (domain.contains(".")) mention("https://" + domain);
            }
        }
        var found = ADDRESS.matcher(text.replace("\\/", "/").replace("&amp;", "&"));
        while (found.find() && addresses.size() < MOST_ADDRESSES) mention(found.group());
    }

    private void mention(String address) {
        if (address.isEmpty() || addresses.size() >= MOST_ADDRESSES) return;
        parsed(address).ifPresent(uri -> addresses.merge(uri, 1, Integer::sum));
    }

    static Optional<URI> parsed(String address) {
        try {
            var uri = URI.create(address.strip().replace(" ", "%20"));
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// A feed that the page names as its own. @param title as the page calls it
    record Alternate(String mediaType, URI address, String title) {}

    /// Source: HTML Living Standard, link type "alternate".
    List<Alternate> alternates() {
        var found = new ArrayList<Alternate>();
        if (page == null) return found;
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][type][href]")) {
            var type = link.attr("type")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(";.*", "")
                    .strip();
            parsed(link.absUrl("href"))
                    .ifPresent(address -> found.add(new Alternate(type, address, link.attr("title"))));
        }
        return found;
    }

    /// Whether the page says hardly anything before its scripts have run.
    boolean builtByScripts() {
        if (page == null || page.select("script").isEmpty()) return false;
        var said = page.body().text();
        return said.length() < SAYS_SOMETHING
                || (said.length() < 5 * SAYS_SOMETHING
                        && BUILT_BY_SCRIPTS.matcher(text).find());
    }
}
