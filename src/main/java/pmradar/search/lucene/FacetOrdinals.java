package pmradar.search.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private Column column(Facet facet) throws IOException {
        var field = LuceneFields.facet(facet);
        var parts = reader.leaves();
        if (parts.size() <= 1) return new Column(facet, field, leaves, parts, null);
        var values = new SortedSetDocValues[parts.size()];
        for (var leaf : parts) values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
        return new Column(facet, field, leaves, parts, OrdinalMap.build(null, values, PackedInts.DEFAULT));
    }

    /// The values of one facet.
    ///
    /// @param map from the numbers of one leaf to those of all; null when there is but one leaf
    record Column(
            Facet facet,
            String field,
            LeafColumns columns,
            List<LeafReaderContext> leaves,
            @Nullable OrdinalMap map) {

        @Nullable
        LeafColumn inMemory(LeafReaderContext leaf) throws IOException {
            return columns.of(leaf.reader(), facet);
        }

        int size() throws IOException {
            if (leaves.isEmpty()) return 0;
            return Math.toIntExact(map == null ? leafValues(0).getValueCount() : map.getValueCount());
        }

        SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
            return DocValues.getSortedSet(leaf.reader(), field);
        }

        LongValues global(int leaf) {
            return map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf);
        }

        String value(long ordinal) throws IOException {
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
