package pmradar.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A posting that met a saved search.
///
/// @param mark tells one change of a posting from another; empty for a new one
/// @param facts what the person knew of the posting by then
/// @param said what changed, in a sentence
public record Hit(
        long id,
        long search,
        long posting,
        Kind kind,
        String mark,
        Instant foundAt,
        State state,
        Facts facts,
        @Nullable String said) {

    public enum Kind {
        NEW,
        CHANGED,
        CLOSED
    }

    public enum State {
        /// There before the search was: never told.
        KNOWN,
        /// Waits for a digest.
        WAITING,
        /// In a digest.
        TOLD,
        /// Left out, because it is gone, below the wished score, or told by another search.
        PASSED
    }

    /// What a person can be told has changed.
    ///
    /// @param pay in words; empty for none @param requires the must-haves, sorted
    public record Facts(String pay, java.util.List<String> requires) {
        public Facts {
            requires = java.util.List.copyOf(requires);
        }
    }
}
