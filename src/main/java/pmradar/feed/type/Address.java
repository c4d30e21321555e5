package pmradar.feed.type;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pmradar.feed.Answer;
import pmradar.feed.FeedText;
import pmradar.feed.Located;

/// An address that somebody pasted or a page links to, taken apart.
///
/// @param host in lower case @param steps of the path, decoded
record Address(URI uri, String host, List<String> steps) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&'-]{0,99}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z]{2})?");
    private static final int MARK_WITHIN = 500_000;
    /// What services use of their own domain for themselves.
    private static final Set<String> SERVICE = Set.of(
            "www",
            "app",
            "api",
            "cdn",
            "static",
            "assets",
            "help",
            "support",
            "blog",
            "docs",
            "developer",
            "developers",
            "status",
            "images",
            "media",
            "jobs",
            "careers",
            "career",
            "apply",
            "login",
            "my",
            "go",
            "get",
            "info",
            "learn",
            "community",
            "scripts",
            "try",
            "partners",
            "d",
            "widget",
            "embed",
            "resources",
            "fonts",
            "marketplace",
            "academy",
            "secure",
            "auth",
            "id",
            "signup");

    static Address of(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new Address(
                uri,
                host,
                Arrays.stream(path.split("/"))
                        .filter(step -> !step.isEmpty())
                        .map(Address::decoded)
                        .toList());
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    boolean at(String... hosts) {
        return Arrays.asList(hosts).contains(host);
    }

    /// Whether it is a domain or one below it.
    boolean within(String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    String step(int number) {
        return number < steps.size() ? steps.get(number) : "";
    }

    /// The name of a board, if the path has one there.
    Optional<String> name(int number, String... butNot) {
        return name(step(number), butNot);
    }

    static Optional<String> name(String step, String... butNot) {
        var usable = NAME.matcher(step).matches()
                && !Arrays.asList(butNot).contains(step.toLowerCase(Locale.ROOT))
                && !step.endsWith(".js")
                && !step.endsWith(".css");
        return usable ? Optional.of(step) : Optional.empty();
    }

    /// What stands before a service's domain, unless the service uses it itself.
    Optional<String> below(String domain) {
        if (!host.endsWith("." + domain)) return Optional.empty();
        var label = host.substring(0, host.length() - domain.length() - 1);
        return LABEL.matcher(label).matches() && !SERVICE.contains(label) ? Optional.of(label) : Optional.empty();
    }

    Optional<Located> boardBelow(String domain) {
        return below(domain).map(label -> Located.board(label.contains(".") ? host : label));
    }

    /// A parameter of the address, decoded.
    Optional<String> parameter(String name) {
        var value = Query.value(uri, name);
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(decoded(value.replace("+", "%20"))).filter(text -> !text.isBlank());
    }

    /// A career site under an employer's own domain that carries a service's mark.
    static Optional<Located> marked(Answer answer, String... marks) {
        var text = FeedText.of(answer);
        if (!FeedText.looksLikeHtml(text)) return Optional.empty();
        var head = text.substring(0, Math.min(MARK_WITHIN, text.length())).toLowerCase(Locale.ROOT);
        var host = answer.uri().getHost();
        return host != null && host.contains(".") && Arrays.stream(marks).anyMatch(head::contains)
                ? Optional.of(new Located(host.toLowerCase(Locale.ROOT), null, java.util.Map.of(), null))
                : Optional.empty();
    }
}
