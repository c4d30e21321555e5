package pmradar.search.lucene;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/// Gives each thing that any demand asks for, one of some atoms, a number, and tells which of them a posting has.
///
/// Numbers stay given: there are as many as different things were ever asked for.
final class Atoms {

    private static final OpenIndex.Apart APART = new OpenIndex.Apart();

    private final Map<String, Asked> fields = new LinkedHashMap<>();
    private final Map<Asked, Integer> ordinals = new IdentityHashMap<>();
    /// By the numbers of their atoms, in order.
    private final Map<LongBuffer, Integer> things = new HashMap<>();

    /// The number of a thing, a new one where it has none yet.
    int number(Set<Atom> thing) {
        var atoms = LongBuffer.wrap(thing.stream()
                .mapToLong(atom -> in(atom, asked(atom).number(atom)))
                .sorted()
                .toArray());
        var known = things.get(atoms);
        if (known != null) return known;
        int number = things.size();
        things.put(atoms, number);
        thing.forEach(atom -> asked(atom).serve(atom, number));
        return number;
    }

    /// How many things have a number.
    int size() {
        return things.size();
    }

    private long in(Atom atom, int number) {
        return (long) ordinals.getOrDefault(asked(atom), 0) << Integer.SIZE | number;
    }

    private Asked asked(Atom atom) {
        return fields.computeIfAbsent(atom.field(), _ -> {
            var asked = new Asked();
            ordinals.put(asked, ordinals.size());
            return asked;
        });
    }

    /// The number of a thing; -1 where nothing asked for it yet.
    int known(Set<Atom> thing) {
        var atoms = new long[thing.size()];
        int size = 0;
        for (var atom : thing) {
            var asked = fields.get(atom.field());
            int number = asked == null ? -1 : asked.known(atom);
            if (number < 0) return -1;
            atoms[size++] = in(atom, number);
        }
        java.util.Arrays.sort(atoms);
        return things.getOrDefault(LongBuffer.wrap(atoms), -1);
    }

    Carried carriedBy(Document document) throws IOException {
        var carried = new Carried(things.size());
        var positions = new HashMap<Asked, Positions>();
        for (var field : document) {
            var asked = fields.get(field.name());
            if (asked == null) continue;
            if (asked.asksForWords())
                words(field, asked, positions.computeIfAbsent(asked, _ -> new Positions()), carried);
            var number = asked.asksForNumbers() ? field.numericValue() : null;
            if (number != null) asked.take(number.longValue(), carried);
        }
        positions.forEach((asked, stand) -> asked.takeRuns(stand, carried));
        return carried;
    }

    /// The pieces of a field are kept apart by a gap, as in the index.
    private static void words(IndexableField field, Asked asked, Positions positions, Carried carried)
            throws IOException {
        int position = positions.last + APART.getPositionIncrementGap(field.name());
        try (var stream = field.tokenStream(APART, null)) {
            if (stream == null) return;
            var words = stream.getAttribute(TermToBytesRefAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                asked.take(words.getBytesRef(), position, positions, carried);
            }
            stream.end();
        }
        positions.last = position;
    }
}
