package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import pmradar.search.FacetValues;
import pmradar.search.Results.FacetCount;

/// Counts ages. Each age includes the younger ones.
final class AgeTally implements FacetTally {

    private final List<String> names = new ArrayList<>(FacetValues.AGES.keySet());
    private final long[] since;
    private final long[] counts;
    private NumericDocValues seen = DocValues.emptyNumeric();

    AgeTally(long now) {
        since = FacetValues.AGES.values().stream()
                .mapToLong(age -> now - age.toMillis())
                .toArray();
        counts = new long[since.length + 1];
        names.add(FacetValues.OLDER);
    }

    @Override
    public void begin(LeafReaderContext leaf) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), LuceneFields.SEEN);
        var single = DocValues.unwrapSingleton(values);
        seen = single == null ? DocValues.emptyNumeric() : single;
    }

    @Override
    public void count(int[] docs, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            if (!seen.advanceExact(docs[i])) continue;
            long moment = seen.longValue();
            int age = 0;
            while (age < since.length && moment < since[age]) age++;
            counts[age]++;
        }
    }

    @Override
    public void end() {}

    @Override
    public void add(FacetTally other) {
        if (!(other instanceof AgeTally ages)) throw new IllegalArgumentException("other facet");
        for (int i = 0; i < counts.length; i++) counts[i] += ages.counts[i];
    }

    @Override
    public List<FacetCount> counts(Set<String> named) {
        var result = new ArrayList<FacetCount>();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            boolean older = i == since.length;
            sum = older ? counts[i] : sum + counts[i];
            if (sum > 0 || named.contains(names.get(i))) result.add(new FacetCount(names.get(i), sum));
        }
        return result;
    }
}
