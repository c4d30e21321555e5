package pmradar.posting;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What people say that the program judged wrongly. A correction is kept apart from the judgement: it outlives reading
/// and judging anew, is shown as what it is, and can be undone.
public interface Corrections {

    /// Corrects a posting; what the posting says from now on follows the correction.
    ///
    /// @param reason in the person's words @param by who says so
    /// @throws IllegalArgumentException if there is no such posting, no reason, or no such unit in its text
    Correction correct(PostingId id, Correction.Change change, String reason, String by, Instant now);

    /// Takes a correction back; does nothing if it was.
    ///
    /// @throws IllegalArgumentException if there is no such correction
    void undo(long correction, Instant now);

    /// All that were ever made of a posting, newest first, those undone among them.
    List<Correction> of(PostingId id);

    /// Every corrected posting as one line of labelled data: a JSON object with `id`, `title`, `company`, `text`,
    /// `role`,
    /// `family`, `label`, `units` and `corrections`, each with its reason.
    void export(Consumer<String> line);
}
