package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/// One facet of one segment, in memory: for each document the number of its set of values. Few different sets occur, so
/// counting documents is counting numbers in an array. Where values are few, each also has its documents as bits:
/// counting among many documents then is counting the bits that both have.
final class LeafColumn {

    /// More sets than this are left to the index itself.
    private static final int MOST_SETS = Character.MAX_VALUE;

    /// More values than this have no bits of their own.
    private static final int MOST_BITS = 64;

    /// Documents that are counted one by one in the time of 64 that are counted as bits.
    private static final double WORTH = 0.6;

    private record Key(int[] ordinals) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(ordinals, key.ordinals);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ordinals);
        }
    }

    /// The ordinals in each set.
    private final int[][] sets;

    /// The set of each document.
    private final char[] ofDocument;

    /// How many documents have each set, deleted or not.
    private final int[] total;

    /// The documents of each value; null where values are many.
    private final FixedBitSet @Nullable [] ofValue;

    private LeafColumn(int[][] sets, char[] ofDocument, int values) {
        this.sets = sets;
        this.ofDocument = ofDocument;
        total = new int[sets.length];
        for (char set : ofDocument) total[set]++;
        ofValue = values > MOST_BITS ? null : bits(values);
    }

    private FixedBitSet[] bits(int values) {
        var bits = new FixedBitSet[values];
        for (int i = 0; i < values; i++) bits[i] = new FixedBitSet(ofDocument.length);
        for (int doc = 0; doc < ofDocument.length; doc++) for (int value : sets[ofDocument[doc]]) bits[value].set(doc);
        return bits;
    }

    /// @return null when there are too many different sets
    static @Nullable LeafColumn read(LeafReader leaf, SortedSetDocValues values) throws IOException {
        var ofDocument = new char[leaf.maxDoc()];
        Map<Key, Character> numbers = new HashMap<>();
        List<int[]> sets = new ArrayList<>(List.of(new int[0]));
        for (int doc = values.nextDoc(); doc < ofDocument.length; doc = values.nextDoc()) {
            var ordinals = new int[values.docValueCount()];
            for (int i = 0; i < ordinals.length; i++) ordinals[i] = (int) values.nextOrd();
            var number = numbers.get(new Key(ordinals));
            if (number == null) {
                if (sets.size() == MOST_SETS) return null;
                number = (char) sets.size();
                numbers.put(new Key(ordinals), number);
                sets.add(ordinals);
            }
            ofDocument[doc] = number;
        }
        return new LeafColumn(sets.toArray(int[][]::new), ofDocument, Math.toIntExact(values.getValueCount()));
    }

    int sets() {
        return sets.length;
    }

    /// Whether bits are the faster way.
    boolean byBits(Matched matched) {
        if (ofValue == null) return false;
        int few = matched.most() ? ofDocument.length - matched.count() : matched.count();
        return few > WORTH * ofValue.length * (ofDocument.length >> 6);
    }

    void countBits(FixedBitSet found, LongValues global, int[] counts) {
        var bits = ofValue;
        if (bits == null) throw new IllegalStateException("no bits");
        for (int value = 0; value < bits.length; value++)
            counts[(int) global.get(value)] += (int) FixedBitSet.intersectionCount(bits[value], found);
    }

    void count(int[] docs, int length, int[] perSet) {
        for (int i = 0; i < length; i++) perSet[ofDocument[docs[i]]]++;
    }

    /// @param others whether those were counted that are not found
    void fold(int[] perSet, boolean others, LongValues global, int[] counts) {
        for (int set = 0; set < perSet.length; set++) {
            int found = others ? total[set] - perSet[set] : perSet[set];
            if (found == 0) continue;
            for (int ordinal : sets[set]) counts[(int) global.get(ordinal)] += found;
        }
    }
}
