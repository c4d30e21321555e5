package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/// One facet of one segment, in memory: for each document the number of its set of values. Few different sets occur, so
/// counting documents is counting numbers in an array.
///
/// @param sets the ordinals in each set @param ofDocument the set of each document
record LeafColumn(int[][] sets, char[] ofDocument) {

    /// More sets than this are left to the index itself.
    private static final int MOST_SETS = Character.MAX_VALUE;

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
        return new LeafColumn(sets.toArray(int[][]::new), ofDocument);
    }

    void count(int[] docs, int length, int[] perSet) {
        for (int i = 0; i < length; i++) perSet[ofDocument[docs[i]]]++;
    }

    void fold(int[] perSet, LongValues global, int[] counts) {
        for (int set = 0; set < perSet.length; set++) {
            if (perSet[set] == 0) continue;
            for (int ordinal : sets[set]) counts[(int) global.get(ordinal)] += perSet[set];
        }
    }
}
