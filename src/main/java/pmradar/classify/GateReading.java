package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// What the gate reads in one posting: named figures, for the model and for the words of its reason.
///
/// @param titled the concepts of the title, by name
/// @param clauses how many clauses ask something of the person
/// @param counts how many of them name each concept of the lexicon, in its order
/// @param values in the order of `GateReader.names()`
record GateReading(List<String> titled, int clauses, int[] counts, double[] values) {

    GateReading {
        titled = List.copyOf(titled);
    }

    /// The concepts of `names` that occur most, most first.
    List<String> most(List<String> names, List<String> concepts) {
        var found = new ArrayList<>(
                names.stream().filter(name -> count(name, concepts) > 0).toList());
        found.sort((a, b) -> Integer.compare(count(b, concepts), count(a, concepts)));
        return found;
    }

    int count(String name, List<String> concepts) {
        return counts[concepts.indexOf(name)];
    }
}
