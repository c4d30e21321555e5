package pmradar.pursuit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.posting.PostingId;

/// One posting and what a person does about it. Title, employer and link are as they were last seen, so that it stays
/// readable when the posting is gone.
///
/// @param posting null when it was brought from elsewhere and is not known here
/// @param link the posting's own page
/// @param hidden since when it is left out of lists; null while it is not
/// @param steps in the order in which they were written down
public record Pursuit(
        long id,
        long account,
        @Nullable PostingId posting,
        String title,
        @Nullable String employer,
        @Nullable String link,
        @Nullable Instant hidden,
        @Nullable NextStep next,
        List<Step> steps,
        Instant begun,
        Instant changed) {

    public Pursuit {
        steps = List.copyOf(steps);
    }

    /// The step that says how far it is; null while it is only hidden or noted. What was written down last counts,
    /// except that an earlier stage on an earlier day only completes the history.
    public @Nullable Step current() {
        Step current = null;
        for (var step : steps) {
            var stage = step.stage();
            if (stage == null) continue;
            var before = current == null ? null : current.stage();
            var completes = current != null
                    && before != null
                    && stage.compareTo(before) < 0
                    && step.on().isBefore(current.on());
            if (!completes) current = step;
        }
        return current;
    }

    public @Nullable Stage stage() {
        var current = current();
        return current == null ? null : current.stage();
    }

    /// Whether a person waits for something to come of it: it is saved or applied for, neither over nor hidden.
    public boolean active() {
        var stage = stage();
        return stage != null && !stage.over() && hidden == null;
    }

    /// The steps as they happened, latest first.
    public List<Step> history() {
        return steps.stream()
                .sorted(Comparator.comparing(Step::on).thenComparing(Step::id).reversed())
                .toList();
    }

    /// Whether there is nothing that a person would miss.
    boolean empty() {
        return steps.isEmpty() && hidden == null && next == null;
    }
}
