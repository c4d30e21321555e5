package pmradar.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;
import pmradar.search.Facet;

/// The columns of all segments that are open, each read when first counted, or before a merged segment is shown.
final class LeafColumns {

    private final Map<IndexReader.CacheKey, Map<Facet, Optional<LeafColumn>>> columns = new ConcurrentHashMap<>();

    /// @return null when the index itself must be asked
    @Nullable
    LeafColumn of(LeafReader leaf, Facet facet) throws IOException {
        var cache = leaf.getCoreCacheHelper();
        if (cache == null) return null;
        var ofLeaf = columns.get(cache.getKey());
        if (ofLeaf == null) {
            ofLeaf = new ConcurrentHashMap<>();
            var before = columns.putIfAbsent(cache.getKey(), ofLeaf);
            if (before == null) cache.addClosedListener(columns::remove);
            else ofLeaf = before;
        }
        var column = ofLeaf.get(facet);
        if (column == null) {
            var values = DocValues.getSortedSet(leaf, LuceneFields.facet(facet));
            column = Optional.ofNullable(LeafColumn.read(leaf, values));
            ofLeaf.put(facet, column);
        }
        return column.orElse(null);
    }

    void warm(LeafReader leaf) throws IOException {
        for (var facet : Facet.values()) if (facet != Facet.AGE) of(leaf, facet);
    }
}
