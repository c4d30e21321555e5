package pmradar.pursuit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a person stands to a posting.
///
/// @param own what was done about it
/// @param sameRole what was done about another posting of the same role, when nothing was about this one
/// @param seen when it was opened last
public record Standing(
        @Nullable Pursuit own,
        @Nullable Pursuit sameRole,
        @Nullable Instant seen) {

    public static final Standing NONE = new Standing(null, null, null);
}
