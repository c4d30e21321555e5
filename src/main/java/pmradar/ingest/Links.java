package pmradar.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Web addresses from outside: only http and https, and one form for one page.
final class Links {
    private static final int MAX_CHARS = 1900;
    private static final Set<String> TRACKING = Set.of(
            "gclid",
            "fbclid",
            "msclkid",
            "dclid",
            "mc_cid",
            "mc_eid",
            "igshid",
            "yclid",
            "gh_src",
            "src",
            "source",
            "ref",
            "referrer",
            "referer",
            "lever-origin",
            "lever-source",
            "lever-source[]",
            "trk",
            "trackingid",
            "refid",
            "_hsenc",
            "_hsmi",
            "campaign",
            "cid",
            "sid",
            "jobboard",
            "jobsource",
            "codes",
            "rx_job",
            "rx_source",
            "rx_campaign",
            "rx_medium",
            "rx_group",
            "ebref",
            "sourcetype",
            "bid",
            "mode",
            "iis",
            "iisn",
            "_ga",
            "spm");

    private Links() {}

    /// The address by which the page is known: https, lower-case host, no fragment, no tracking.
    static @Nullable String canonical(@Nullable String raw) {
        var uri = parsed(raw);
        if (uri == null) return null;
        var query = query(uri.getRawQuery());
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (path.length() > 1 && path.endsWith("/")) path = path.substring(0, path.length() - 1);
        var route =
                uri.getRawFragment() != null && uri.getRawFragment().startsWith("!/") ? "#" + uri.getRawFragment() : "";
        return "https://" + host(uri) + path + (query.isEmpty() ? "" : "?" + query) + route;
    }

    /// The address as given, if it is one that a browser may be sent to.
    static @Nullable String web(@Nullable String raw) {
        var uri = parsed(raw);
        return uri == null ? null : uri.toASCIIString();
    }

    private static @Nullable URI parsed(@Nullable String raw) {
        if (raw == null) return null;
        var text = raw.strip().replace(" ", "%20").replace("|", "%7C").replace("&amp;", "&");
        if (text.startsWith("//")) text = "https:" + text;
        if (text.isEmpty() || text.length() > MAX_CHARS) return null;
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var web = scheme.equals("http") || scheme.equals("https");
            var fits = uri.toASCIIString().length() <= MAX_CHARS;
            return web && fits && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String host(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var usual = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
        return usual ? host : host + ":" + uri.getPort();
    }

    private static String query(@Nullable String raw) {
        if (raw == null) return "";
        var kept = new ArrayList<String>();
        for (var part : Arrays.stream(raw.split("&", 60)).sorted().toList()) {
            var name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!part.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) kept.add(part);
        }
        return String.join("&", kept);
    }
}
