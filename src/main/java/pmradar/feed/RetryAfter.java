package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a server wants to be left alone: its `Retry-After`, in seconds or as a date, between a second and a day.
///
/// Source: RFC 9110 §10.2.3.
final class RetryAfter {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private RetryAfter() {}

    static @Nullable Duration of(Wire.Hop hop, Instant now) {
        return hop.headers()
                .firstValue("retry-after")
                .map(stated -> read(stated.strip(), now))
                .orElse(null);
    }

    static @Nullable Duration read(String stated, Instant now) {
        if (SECONDS.matcher(stated).matches()) {
            return clamped(Duration.ofSeconds(Math.min(Long.parseLong(stated), LONGEST.toSeconds())));
        }
        var date = StatedDates.parse(stated);
        return date == null || date.dayOnly() ? null : clamped(Duration.between(now, date.at()));
    }

    private static Duration clamped(Duration wait) {
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
