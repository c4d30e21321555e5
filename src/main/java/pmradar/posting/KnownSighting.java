package pmradar.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is enough to see whether a listing changed since it was last seen.
record KnownSighting(
        long id,
        String externalId,
        String contentHash,
        @Nullable Instant until,
        long postingId,
        @Nullable Instant closed,
        @Nullable Instant closesAt,
        @Nullable String refused,
        boolean pageGone) {

    /// Whether all that is to be noted is that it is still there.
    boolean same(String hash, Instant now) {
        return contentHash.equals(hash) && until == null && !reopens(now);
    }

    private boolean reopens(Instant now) {
        return closed != null && refused == null && !pageGone && (closesAt == null || closesAt.isAfter(now));
    }
}
