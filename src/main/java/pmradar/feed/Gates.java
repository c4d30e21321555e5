package pmradar.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises pages that keep programs out: a log-in, or a test that only people pass. PM Radar passes neither; it says
/// so and stays outside.
final class Gates {
    private static final int HEAD = 128 * 1024;
    private static final Pattern PASSWORD = Pattern.compile("(?i)<input[^>]{0,300}type\\s*=\\s*[\"']?password");
    private static final Pattern LOG_IN_PATH =
            Pattern.compile("(?i)/(log-?in|sign-?in|auth|sso|account/login|users/sign_in)(?:[/?.]|$)");
    private static final List<String> TESTS = List.of(
            "cf-chl-",
            "/cdn-cgi/challenge-platform/",
            "<title>just a moment...",
            "g-recaptcha",
            "google.com/recaptcha/api.js",
            "h-captcha",
            "hcaptcha.com/1/api.js",
            "challenges.cloudflare.com/turnstile",
            "captcha-delivery.com",
            "px-captcha",
            "awswaf.com",
            "_incapsula_resource");

    private Gates() {}

    record Gate(Reading.Symptom symptom, String words) {}

    /// Of an answer that brings no feed.
    static @Nullable Gate of(Wire.Hop hop) {
        var host = hop.uri().getHost();
        if ("challenge".equals(hop.firstHeaders().get("cf-mitigated"))) return captcha(host);
        return of(new Answer(hop.uri(), hop.status(), hop.firstHeaders(), hop.body()));
    }

    /// Of a web page that came where a feed or a posting was expected; null if it is no such page.
    static @Nullable Gate of(Answer answer) {
        var bytes = answer.bytes();
        var text = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (!FeedText.looksLikeHtml(text)) return null;
        var lower = text.toLowerCase(Locale.ROOT);
        var host = String.valueOf(answer.uri().getHost());
        if (TESTS.stream().anyMatch(lower::contains)) return captcha(host);
        var path = String.valueOf(answer.uri().getPath());
        return PASSWORD.matcher(text).find() || LOG_IN_PATH.matcher(path).find() ? logIn(host) : null;
    }

    private static Gate logIn(@Nullable String host) {
        return new Gate(
                Reading.Symptom.LOG_IN,
                "%s asks for a log-in. PM Radar reads only what is open to everyone.".formatted(host));
    }

    private static Gate captcha(@Nullable String host) {
        return new Gate(
                Reading.Symptom.CAPTCHA,
                "%s shows a test that only people pass. PM Radar does not get around it.".formatted(host));
    }
}
