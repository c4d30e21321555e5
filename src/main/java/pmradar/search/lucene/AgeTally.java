package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import pmradar.search.FacetValues;
import pmradar.search.Results.FacetCount;

/// Counts ages. Each age includes the younger ones. Segments hold their documents youngest first.
final class AgeTally implements FacetTally {

    private final List<String> names = new ArrayList<>(FacetValues.AGES.keySet());
    private final long[] since;
    private final long[] counts;

    AgeTally(long now) {
        since = FacetValues.AGES.values().stream()
                .mapToLong(age -> now - age.toMillis())
                .toArray();
        counts = new long[since.length + 1];
        names.add(FacetValues.OLDER);
    }

    @Override
    public boolean begin(LeafReaderContext leaf, Matched matched) throws IOException {
        for (int age = 0; age < since.length; age++) counts[age] += matched.before(firstBefore(leaf, since[age]));
        counts[since.length] += matched.count() - matched.before(firstBefore(leaf, since[since.length - 1]));
        return false;
    }

    /// The first document that was seen earlier.
    private static int firstBefore(LeafReaderContext leaf, long moment) throws IOException {
        int low = 0;
        int high = leaf.reader().maxDoc();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen(leaf, middle) >= moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static long seen(LeafReaderContext leaf, int doc) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), LuceneFields.SEEN);
        return values.advanceExact(doc) ? values.nextValue() : Long.MIN_VALUE;
    }

    @Override
    public void count(int[] docs, int length) {}

    @Override
    public void end() {}

    @Override
    public List<FacetCount> counts(Set<String> named) {
        var result = new ArrayList<FacetCount>();
        for (int i = 0; i < counts.length; i++)
            if (counts[i] > 0 || named.contains(names.get(i))) result.add(new FacetCount(names.get(i), counts[i]));
        return result;
    }
}
