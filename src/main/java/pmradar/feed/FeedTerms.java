package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feed's server allows and asks for, as it was heard last.
///
/// @param robotsRead when robots.txt was read; null if never
/// @param crawlDelay between two requests, as robots.txt asks; null if it asks for none
/// @param pause between two requests to one host, kept in any case
public record FeedTerms(
        RobotsVerdict robots,
        @Nullable Instant robotsRead,
        @Nullable Duration crawlDelay,
        Duration pause,
        Polling polling) {

    public enum RobotsVerdict {
        ALLOWED,
        FORBIDDEN,
        UNKNOWN
    }
}
