package pmradar.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may be sent to a feed's server but never be written down: its keys, and whatever an address calls a key.
final class Secrets {
    private static final Pattern NAMED_SO =
            Pattern.compile("(?i)([?&;](?:(?:(?:api|app|access|auth|client|consumer|private|subscription|user)[_.-]?)?"
                    + "(?:key|token|secret|password|passwd|pwd|signature|sig|credential|session(?:[_-]?id)?|sid)|auth)=)"
                    + "[^&#;\\s\"'<>]{1,2000}");
    /// What a server gives for a key, to be used for a while (RFC 6749, 5.1).
    private static final Pattern GIVEN = Pattern.compile("(\"(?:access|refresh|id)_token\"\\s*:\\s*\")[^\"]{1,8000}");
    private static final int SHORTEST = 4;

    private final Map<String, String> names = new LinkedHashMap<>();

    /// @param feed as it is shown; @param asked the same with its keys among the options
    Secrets(Feed feed, Feed asked) {
        asked.options().entrySet().stream()
                .filter(option -> !option.getValue().equals(feed.options().get(option.getKey())))
                .filter(option -> option.getValue().length() >= SHORTEST)
                .sorted(Map.Entry.<String, String>comparingByValue(Comparator.comparingInt(value -> -value.length()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(option -> hidden(option.getValue()).forEach(form -> names.putIfAbsent(form, option.getKey())));
    }

    private static Stream<String> hidden(String value) {
        return Stream.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /// The text without keys; what stands in their place may stand in an address, and is the same each time.
    String hide(String text) {
        return NAMED_SO.matcher(hideKnown(text)).replaceAll("$1hidden");
    }

    /// The same where only its own keys are left out, so that different addresses stay different.
    String hideKnown(String text) {
        var hidden = text;
        for (var secret : names.entrySet()) hidden = hidden.replace(secret.getKey(), "hidden-" + secret.getValue());
        return hidden;
    }

    URI hide(URI uri) {
        return URI.create(hide(uri.toString()));
    }

    /// The same for bytes in whatever charset: keys are ASCII. Who has no key is given none either.
    byte[] hide(byte[] bytes) {
        if (names.isEmpty()) return bytes;
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var hidden = GIVEN.matcher(hideKnown(text)).replaceAll("$1hidden");
        return hidden.equals(text) ? bytes : hidden.getBytes(StandardCharsets.ISO_8859_1);
    }
}
