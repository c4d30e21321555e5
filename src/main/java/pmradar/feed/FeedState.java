package pmradar.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a feed fares.
///
/// @param lastTried @param lastDelivered null while it never was
/// @param nextDue when it is read again
/// @param failures in a row
/// @param problem what happened last time, in words; null when all is well
/// @param waiting why it is not read at all ("wants the variable ADZUNA_KEY"); null when it is read
public record FeedState(
        Feed feed,
        @Nullable Instant lastTried,
        @Nullable Instant lastDelivered,
        Instant nextDue,
        int failures,
        @Nullable String problem,
        @Nullable String waiting) {}
