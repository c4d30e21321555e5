package pmradar.search.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/// The index at one moment, with what was worked out about it.
final class View extends IndexSearcher {

    private final FacetOrdinals ordinals;

    View(IndexReader reader) {
        super(reader);
        ordinals = new FacetOrdinals(reader);
    }

    FacetOrdinals ordinals() {
        return ordinals;
    }
}
