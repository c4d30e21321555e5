package pmradar.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import pmradar.search.Results.FacetCount;

/// Counts the values of one facet, segment by segment.
interface FacetTally {

    /// How many values of a facet are told at most.
    int MOST_VALUES = 100;

    /// Counts what can be counted at once.
    ///
    /// @return whether the documents are wanted one by one too, [Matched#fewer]
    boolean begin(LeafReaderContext leaf, Matched matched) throws IOException;

    void count(int[] docs, int length) throws IOException;

    void end() throws IOException;

    /// Most first, and the named ones in any case.
    List<FacetCount> counts(Set<String> named) throws IOException;
}
