package pmradar.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A posting seen in a feed.
///
/// @param until when it was found to be gone from that feed; null while it is there
public record Sighting(
        String feedId,
        String externalId,
        @Nullable String url,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant until) {}
