package pmradar.pursuit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that happened between a person and a posting.
///
/// @param stage reached by it; null for a mere note
/// @param on the day of it, which may lie before or after that on which it was written down
/// @param note in the person's words, may be empty
/// @param said when it was written down
public record Step(long id, @Nullable Stage stage, LocalDate on, String note, Instant said) {

    public static final int LONGEST_NOTE = 4000;

    /// @throws IllegalArgumentException with a sentence for people
    public Step {
        if (note.length() > LONGEST_NOTE) throw new IllegalArgumentException("A note has at most 4,000 characters.");
        if (stage == null && note.isBlank()) throw new IllegalArgumentException("A note needs words.");
        if (on.getYear() < 1990 || on.getYear() > 2199) {
            throw new IllegalArgumentException("The day %s is not between 1990 and 2199.".formatted(on));
        }
    }

    /// One that is not stored yet.
    public static Step of(@Nullable Stage stage, LocalDate on, String note, Instant said) {
        return new Step(0, stage, on, note.strip(), said);
    }

    boolean saysTheSameAs(Step other) {
        return stage == other.stage && on.equals(other.on) && note.equals(other.note);
    }
}
