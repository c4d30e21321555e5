package pmradar.feed.type;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.UnreadableFeed;

/// The addresses of one Workday career site.
///
/// @param host `acme.wd5.myworkdayjobs.com` or `wd5.myworkdaysite.com`; @param tenant `acme`; @param site `Careers`
record WorkdaySite(String host, String tenant, String site) {
    private static final Pattern OWN = Pattern.compile(
            "(?:https?://)?(([\\w-]+)\\.wd\\d+\\.myworkdayjobs(?:-impl)?\\.com)/(?:[a-z]{2}-[A-Z]{2}/)?([\\w.-]+).*");
    private static final Pattern SHARED = Pattern.compile(
            "(?:https?://)?(wd\\d+\\.myworkdaysite\\.com)/(?:[a-z]{2}-[A-Z]{2}/)?recruiting/([\\w-]+)/([\\w.-]+).*");
    private static final Pattern SHORT = Pattern.compile("([\\w-]+)(\\.wd\\d+)/([\\w.-]+)");
    private static final Pattern API = Pattern.compile("https?://([^/]+)/wday/cxs/([\\w-]+)/([\\w.-]+)/.*");

    /// @throws UnreadableFeed if `at` is not the address of a site
    static WorkdaySite of(Feed feed) {
        WorkdaySite site = read(feed.at().strip());
        if (site != null) return site;
        throw new UnreadableFeed(
                "Feed %s: a feed of type workday needs the address of a career site as its `at`, such as "
                                .formatted(feed.id())
                        + "https://acme.wd5.myworkdayjobs.com/Careers, not \"" + feed.at() + "\".");
    }

    /// The site that an address leads to.
    static Optional<WorkdaySite> at(URI address) {
        Matcher api = API.matcher(address.toString());
        if (api.matches()) return Optional.of(new WorkdaySite(api.group(1), api.group(2), api.group(3)));
        return address.getHost() == null ? Optional.empty() : Optional.ofNullable(read(address.toString()));
    }

    /// Its first page for people, which names it.
    String home() {
        return page("").replaceFirst("/$", "");
    }

    /// The site that an answer came from, else that of the feed, else null.
    static @Nullable WorkdaySite of(Feed feed, URI answer) {
        Matcher api = API.matcher(answer.toString());
        return api.matches()
                ? new WorkdaySite(api.group(1), api.group(2), api.group(3))
                : read(feed.at().strip());
    }

    private static @Nullable WorkdaySite read(String at) {
        Matcher own = OWN.matcher(at);
        if (own.matches()) return new WorkdaySite(own.group(1), own.group(2), own.group(3));
        Matcher shared = SHARED.matcher(at);
        if (shared.matches()) return new WorkdaySite(shared.group(1), shared.group(2), shared.group(3));
        Matcher brief = SHORT.matcher(at);
        if (!brief.matches()) return null;
        return new WorkdaySite(brief.group(1) + brief.group(2) + ".myworkdayjobs.com", brief.group(1), brief.group(3));
    }

    String api() {
        return "https://%s/wday/cxs/%s/%s".formatted(host, tenant, site);
    }

    String detail(String path) {
        return api() + (path.startsWith("/") ? path : "/" + path);
    }

    String page(String path) {
        boolean isShared = host.contains("myworkdaysite");
        String base = isShared
                ? "https://%s/recruiting/%s/%s".formatted(host, tenant, site)
                : "https://%s/%s".formatted(host, site);
        return base + (path.startsWith("/") ? path : "/" + path);
    }
}
