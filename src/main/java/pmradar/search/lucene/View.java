package pmradar.search.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import pmradar.search.Facet;
import pmradar.search.lucene.LuceneIndex.Work;

/// The index at one moment, with what was worked out about it.
final class View extends IndexSearcher {

    /// Each of the 256 parts of a query may stand for a dozen names with a stem in each language.
    private static final int MOST_TERMS = 32_768;

    static {
        setMaxClauseCount(MOST_TERMS);
    }

    private static final int MOST_COUNTED = 200;

    /// @param minute from which ages count
    record CountKey(Query query, Set<Facet> facets, Map<Facet, Set<String>> named, long minute) {}

    private final FacetOrdinals ordinals;
    private final Map<CountKey, FacetCounts.Counted> counted = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CountKey, FacetCounts.Counted> eldest) {
            return size() > MOST_COUNTED;
        }
    });

    View(IndexReader reader, LeafColumns columns) {
        super(reader);
        ordinals = new FacetOrdinals(reader, columns);
    }

    FacetOrdinals ordinals() {
        return ordinals;
    }

    /// What was counted before is still true in this view.
    FacetCounts.Counted counted(CountKey key, Work<CountKey, FacetCounts.Counted> count) throws IOException {
        var known = counted.get(key);
        if (known != null) return known;
        var fresh = count.on(key);
        counted.put(key, fresh);
        return fresh;
    }
}
