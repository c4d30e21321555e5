package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;

/// Gives each atom that any query asks for a number, and tells which of them a posting has.
///
/// Numbers stay given: there are as many as different words were ever asked for.
final class Atoms {

    /// Longer beginnings are known by as many bytes only.
    static final int LONGEST_BEGINNING = 16;

    private static final OpenIndex.Apart APART = new OpenIndex.Apart();

    /// What is asked of one field.
    private static final class Asked {
        final Map<BytesRef, Integer> terms = new HashMap<>();
        final Map<BytesRef, Integer> beginnings = new HashMap<>();
        final TreeSet<Integer> lengths = new TreeSet<>();
        final Map<Atom.Within, Integer> ranges = new HashMap<>();
    }

    /// @param at by how much each of the terms is further on than the first
    private record Run(int number, int[] terms, int[] at) {}

    private final Map<String, Asked> fields = new HashMap<>();
    private final Map<PhraseQuery, Integer> phrases = new HashMap<>();
    /// By their first term.
    private final Map<Integer, List<Run>> runs = new HashMap<>();

    private final BitSet inRuns = new BitSet();
    private int count;

    /// The number of an atom, a new one where it has none yet.
    int number(Atom atom) {
        return switch (atom) {
            case Atom.Has(var term) -> number(asked(term).terms, BytesRef.deepCopyOf(term.bytes()));
            case Atom.Begins(var term) -> {
                var beginning = shortened(term);
                asked(term).lengths.add(beginning.length);
                yield number(asked(term).beginnings, beginning);
            }
            case Atom.Within within -> number(fields.computeIfAbsent(within.field(), _ -> new Asked()).ranges, within);
            case Atom.Runs(var phrase) -> run(phrase);
        };
    }

    private int run(PhraseQuery phrase) {
        var known = phrases.get(phrase);
        if (known != null) return known;
        var terms = phrase.getTerms();
        var numbers = new int[terms.length];
        var at = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            numbers[i] = number(new Atom.Has(terms[i]));
            at[i] = phrase.getPositions()[i] - phrase.getPositions()[0];
            inRuns.set(numbers[i]);
        }
        int number = number(phrases, phrase);
        runs.computeIfAbsent(numbers[0], _ -> new ArrayList<>(1)).add(new Run(number, numbers, at));
        return number;
    }

    private Asked asked(Term term) {
        return fields.computeIfAbsent(term.field(), _ -> new Asked());
    }

    private <K> int number(Map<K, Integer> shelf, K key) {
        return shelf.computeIfAbsent(key, _ -> count++);
    }

    private static BytesRef shortened(Term beginning) {
        var bytes = beginning.bytes();
        return BytesRef.deepCopyOf(new BytesRef(bytes.bytes, bytes.offset, Math.min(LONGEST_BEGINNING, bytes.length)));
    }

    /// The number of an atom; -1 where nothing asked for it yet.
    int known(Atom atom) {
        var number = switch (atom) {
            case Atom.Has(var term) -> of(term.field()).terms.get(term.bytes());
            case Atom.Begins(var beginning) -> of(beginning.field()).beginnings.get(shortened(beginning));
            case Atom.Within within -> of(within.field()).ranges.get(within);
            case Atom.Runs(var phrase) -> phrases.get(phrase);
        };
        return number == null ? -1 : number;
    }

    private Asked of(String field) {
        return fields.getOrDefault(field, new Asked());
    }

    Carried carriedBy(Document document) throws IOException {
        var carried = new Carried(count);
        var positions = new HashMap<String, Integer>();
        for (var field : document) {
            var asked = fields.get(field.name());
            if (asked == null) continue;
            if (!asked.terms.isEmpty() || !asked.beginnings.isEmpty()) words(field, asked, positions, carried);
            var number = field.numericValue();
            if (number != null) numbers(number.longValue(), asked.ranges, carried);
        }
        for (int number : carried.numbers())
            runs.getOrDefault(number, List.of()).forEach(run -> {
                if (carried.runs(run.terms, run.at)) carried.take(run.number);
            });
        return carried;
    }

    /// The pieces of a field are kept apart by a gap, as in the index.
    private void words(IndexableField field, Asked asked, Map<String, Integer> positions, Carried carried)
            throws IOException {
        int position = positions.getOrDefault(field.name(), 0) + APART.getPositionIncrementGap(field.name());
        try (var stream = field.tokenStream(APART, null)) {
            if (stream == null) return;
            var words = stream.getAttribute(TermToBytesRefAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                word(words.getBytesRef(), asked, position, carried);
            }
            stream.end();
        }
        positions.put(field.name(), position);
    }

    private void word(BytesRef word, Asked asked, int position, Carried carried) {
        var number = asked.terms.get(word);
        if (number != null) {
            carried.take(number);
            if (inRuns.get(number)) carried.at(number, position);
        }
        for (int length : asked.lengths) {
            if (length > word.length) break;
            carried.take(asked.beginnings.get(new BytesRef(word.bytes, word.offset, length)));
        }
    }

    private static void numbers(long value, Map<Atom.Within, Integer> ranges, Carried carried) {
        ranges.forEach((range, number) -> {
            if (value >= range.from() && value <= range.to()) carried.take(number);
        });
    }

    /// What a posting must have to have the atom; empty for a number.
    static Term[] terms(Atom atom) {
        return switch (atom) {
            case Atom.Has(var exact) -> new Term[] {exact};
            case Atom.Begins(var beginning) -> new Term[] {beginning};
            case Atom.Runs(var phrase) -> phrase.getTerms();
            case Atom.Within _ -> new Term[0];
        };
    }
}
