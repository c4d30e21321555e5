package pmradar.search.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import pmradar.search.Suggestions.Suggestion;
import pmradar.search.lucene.LuceneIndex.Work;

/// The index at one moment, with what was worked out about it.
final class View extends IndexSearcher {

    /// Each of the 256 parts of a query may stand for a dozen names with a stem in each language.
    private static final int MOST_TERMS = 32_768;

    static {
        setMaxClauseCount(MOST_TERMS);
    }

    private static final int MOST_COUNTED = 200;

    private static final int MOST_SUGGESTED = 1000;

    private final Map<String, List<Suggestion>> suggested = new ConcurrentHashMap<>();
    private final FacetOrdinals ordinals;
    private final Map<FacetCounts.Asked, FacetCounts.Counted> counted =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<FacetCounts.Asked, FacetCounts.Counted> eldest) {
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

    /// Beginnings are typed again and again.
    List<Suggestion> suggested(String typed, Work<String, List<Suggestion>> suggest) throws IOException {
        var known = suggested.get(typed);
        if (known != null) return known;
        var fresh = suggest.on(typed);
        if (suggested.size() < MOST_SUGGESTED) suggested.put(typed, fresh);
        return fresh;
    }

    /// What was counted before is still true in this view.
    FacetCounts.Counted counted(FacetCounts.Asked asked) throws IOException {
        var known = counted.get(asked);
        if (known != null) return known;
        var fresh = FacetCounts.of(this, asked);
        counted.put(asked, fresh);
        return fresh;
    }
}
