package pmradar.classify;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the gate reads in one posting: named figures for the model, and counts for the words of its reason.
///
/// @param titled the concepts of the title, by name
/// @param concepts of the gate's lexicon; @param counts how many statements name each of them
/// @param duties how many of the four responsibilities are named at all
/// @param values in the order of `GateReader.names()`
record GateReading(List<String> titled, List<String> concepts, int[] counts, int duties, double[] values) {

    GateReading {
        titled = List.copyOf(titled);
        concepts = List.copyOf(concepts);
    }

    int count(String concept) {
        return counts[concepts.indexOf(concept)];
    }

    /// The one of `some` that most statements name; of equals, the first in the lexicon.
    Optional<String> most(Collection<String> some) {
        return concepts.stream()
                .filter(concept -> some.contains(concept) && count(concept) > 0)
                .max(Comparator.comparingInt(this::count));
    }
}
