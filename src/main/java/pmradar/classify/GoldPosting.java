package pmradar.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One posting with the labels of its readers: what the classifier is measured against and trained on.
///
/// @param pm whether the readers let it pass the gate
/// @param family @param label null when it is not project management
/// @param scores the score of each reader
/// @param domains most points first
/// @param insufficient whether its text is too short to count in measures
/// @param disagree whether title and body point to different labels
record GoldPosting(
        String id,
        String source,
        String title,
        String text,
        boolean pm,
        @Nullable Family family,
        @Nullable Label label,
        int score,
        List<Integer> scores,
        List<Domain> domains,
        List<Unit> units,
        boolean insufficient,
        boolean disagree) {

    GoldPosting {
        scores = List.copyOf(scores);
        domains = List.copyOf(domains);
        units = List.copyOf(units);
    }

    /// @param quote verbatim up to white space; @param agreed whether both readers found it
    record Unit(
            String quote,
            Evidence.Type type,
            Evidence.Strength strength,
            Evidence.Necessity necessity,
            List<Domain> domains,
            boolean agreed) {
        Unit {
            domains = List.copyOf(domains);
        }

        /// Weak units are left out of the measure: readers rarely name the same ones.
        boolean counted() {
            return strength != Evidence.Strength.W;
        }
    }
}
