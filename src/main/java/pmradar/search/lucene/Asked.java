package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/// What is asked of one field: the atoms, each once, and for each the numbers of the things for which it is enough.
final class Asked {

    /// Texts by the places that they were given.
    private static final class Texts {
        private final BytesRefHash places = new BytesRefHash();
        private int[][] serves = new int[16][];

        int place(BytesRef text) {
            int place = places.add(text);
            if (place < 0) return -place - 1;
            if (place >= serves.length) serves = ArrayUtil.grow(serves, place + 1);
            serves[place] = new int[0];
            return place;
        }

        void serve(int place, int number) {
            serves[place] = Arrays.copyOf(serves[place], serves[place].length + 1);
            serves[place][serves[place].length - 1] = number;
        }

        /// -1 for a text that nobody asks for.
        int known(BytesRef text) {
            return places.find(text);
        }

        void take(int place, Carried carried) {
            for (int number : serves[place]) carried.take(number);
        }
    }

    private record Range(long from, long to, int number) {}

    /// @param words by their places
    /// @param at by how much each of them is further on than the first
    private record Run(int[] words, int[] at, int number) {}

    private final Texts words = new Texts();
    private final Texts beginnings = new Texts();
    /// Of beginnings, in bytes.
    private final BitSet lengths = new BitSet();

    private final Map<Atom, Integer> others = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final BitSet inRuns = new BitSet();
    /// By the places of their first words.
    private final Map<Integer, List<Run>> runs = new HashMap<>();

    /// A number for an atom among those of this field, a new one where it has none yet.
    int number(Atom atom) {
        return switch (atom) {
            case Atom.Has(var term) -> 3 * words.place(term.bytes());
            case Atom.Begins(var term) -> 3 * beginnings.place(term.bytes()) + 1;
            case Atom.Within _, Atom.Runs _ -> 3 * others.computeIfAbsent(atom, _ -> others.size()) + 2;
        };
    }

    /// The number of an atom; negative where nobody asks for it yet.
    int known(Atom atom) {
        return switch (atom) {
            case Atom.Has(var term) -> 3 * words.known(term.bytes());
            case Atom.Begins(var term) -> 3 * beginnings.known(term.bytes()) + 1;
            case Atom.Within _, Atom.Runs _ -> 3 * others.getOrDefault(atom, -1) + 2;
        };
    }

    /// From now on the atom is enough for the thing with this number.
    void serve(Atom atom, int thing) {
        switch (atom) {
            case Atom.Has(var term) -> words.serve(words.place(term.bytes()), thing);
            case Atom.Begins(var term) -> {
                beginnings.serve(beginnings.place(term.bytes()), thing);
                lengths.set(term.bytes().length);
            }
            case Atom.Within within -> ranges.add(new Range(within.from(), within.to(), thing));
            case Atom.Runs(var phrase) -> run(phrase, thing);
        }
    }

    private void run(PhraseQuery phrase, int thing) {
        var places = Arrays.stream(phrase.getTerms())
                .map(Term::bytes)
                .mapToInt(words::place)
                .toArray();
        int first = phrase.getPositions()[0];
        var at = Arrays.stream(phrase.getPositions())
                .map(position -> position - first)
                .toArray();
        for (int place : places) inRuns.set(place);
        runs.computeIfAbsent(places[0], _ -> new ArrayList<>(1)).add(new Run(places, at, thing));
    }

    boolean asksForNumbers() {
        return !ranges.isEmpty();
    }

    boolean asksForWords() {
        return words.places.size() > 0 || beginnings.places.size() > 0;
    }

    void take(long value, Carried carried) {
        for (var range : ranges) if (value >= range.from && value <= range.to) carried.take(range.number);
    }

    void take(BytesRef word, int position, Positions positions, Carried carried) {
        int place = words.known(word);
        if (place >= 0) {
            words.take(place, carried);
            if (inRuns.get(place)) positions.put(position, place);
        }
        int whole = word.length;
        for (int length = lengths.nextSetBit(0); length >= 0 && length <= whole; ) {
            word.length = length;
            int begins = beginnings.known(word);
            if (begins >= 0) beginnings.take(begins, carried);
            length = lengths.nextSetBit(length + 1);
        }
        word.length = whole;
    }

    /// To be called when all words of the field were taken.
    void takeRuns(Positions positions, Carried carried) {
        positions.each((position, place) -> {
            for (var run : runs.getOrDefault(place, List.of()))
                if (positions.runs(position, run.words, run.at)) carried.take(run.number);
        });
    }
}
