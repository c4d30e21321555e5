package pmradar.search.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;
import pmradar.search.Facet;

/// The numbers by which one view of the index knows the values of each facet, made when first asked for.
final class FacetOrdinals {

    private final IndexReader reader;
    private final LeafColumns leaves;
    private final Map<Facet, Column> columns = new EnumMap<>(Facet.class);

    FacetOrdinals(IndexReader reader, LeafColumns leaves) {
        this.reader = reader;
        this.leaves = leaves;
    }

    synchronized Column of(Facet facet) throws IOException {
        var known = columns.get(facet);
        if (known != null) return known;
        var column = column(facet);
        columns.put(facet, column);
        return column;
    }

    /// Makes all of them, so that no search has to wait.
    void warm() throws IOException {
        for (var facet : Facet.values()) {
            if (facet == Facet.AGE) continue;
            var column = of(facet);
            for (var leaf : reader.leaves()) column.inMemory(leaf);
        }
    }

    private Column column(Facet facet) throws IOException {
        var field = LuceneFields.facet(facet);
        var parts = reader.leaves();
        if (parts.size() <= 1)
            return column(facet, field, parts, null, parts.isEmpty() ? 0 : count(parts.getFirst(), field));
        var values = new SortedSetDocValues[parts.size()];
        for (var leaf : parts) values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
        var map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
        return column(facet, field, parts, map, map.getValueCount());
    }

    private static long count(LeafReaderContext leaf, String field) throws IOException {
        return DocValues.getSortedSet(leaf.reader(), field).getValueCount();
    }

    private Column column(
            Facet facet, String field, List<LeafReaderContext> parts, @Nullable OrdinalMap map, long values) {
        return new Column(facet, field, leaves, parts, map, new AtomicReferenceArray<>(Math.toIntExact(values)));
    }

    /// The values of one facet.
    ///
    /// @param map from the numbers of one leaf to those of all; null when there is but one leaf
    /// @param names those looked up so far
    record Column(
            Facet facet,
            String field,
            LeafColumns columns,
            List<LeafReaderContext> leaves,
            @Nullable OrdinalMap map,
            AtomicReferenceArray<@Nullable String> names) {

        @Nullable
        LeafColumn inMemory(LeafReaderContext leaf) throws IOException {
            return columns.of(leaf.reader(), facet);
        }

        int size() {
            return names.length();
        }

        SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
            return DocValues.getSortedSet(leaf.reader(), field);
        }

        LongValues global(int leaf) {
            return map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf);
        }

        /// Looked up once: finding a name in the index costs more than counting it.
        String value(long ordinal) throws IOException {
            var known = names.get((int) ordinal);
            if (known != null) return known;
            var value = read(ordinal);
            names.set((int) ordinal, value);
            return value;
        }

        private String read(long ordinal) throws IOException {
            if (map == null) return leafValues(0).lookupOrd(ordinal).utf8ToString();
            var values = leafValues(map.getFirstSegmentNumber(ordinal));
            return values.lookupOrd(map.getFirstSegmentOrd(ordinal)).utf8ToString();
        }

        /// @return negative for a value that there is not
        long ordinal(BytesRef value) throws IOException {
            for (var leaf : leaves) {
                long ordinal = values(leaf).lookupTerm(value);
                if (ordinal >= 0) return global(leaf.ord).get(ordinal);
            }
            return -1;
        }

        private SortedSetDocValues leafValues(int leaf) throws IOException {
            return values(leaves.get(leaf));
        }
    }
}
