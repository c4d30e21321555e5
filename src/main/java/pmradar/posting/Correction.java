package pmradar.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Label;

/// One correction by a person.
///
/// @param undone when it was taken back; null while it holds
public record Correction(
        long id,
        PostingId posting,
        Change change,
        String reason,
        String by,
        Instant at,
        @Nullable Instant undone) {

    /// What is said to be right instead.
    public sealed interface Change {}

    /// Whether the posting is one for project managers at all.
    public record Gate(boolean projectManagement) implements Change {}

    public record LabelIs(Label label) implements Change {}

    /// A piece of evidence that is none, by its words, so that it is found again when the text moves.
    public record NoUnit(String quote) implements Change {}

    public boolean holds() {
        return undone == null;
    }
}
