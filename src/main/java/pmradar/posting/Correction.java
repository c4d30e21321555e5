package pmradar.posting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
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

    /// A piece of evidence as it should be: another strength, necessity or field for one that was found, or one that was
    /// overlooked.
    ///
    /// @param quote words of the text
    public record HasUnit(
            String quote,
            Evidence.Type type,
            Evidence.Strength strength,
            Evidence.Necessity necessity,
            List<Domain> domains)
            implements Change {
        public HasUnit {
            domains = List.copyOf(domains);
        }
    }

    public boolean holds() {
        return undone == null;
    }
}
