package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import pmradar.search.Results.FacetCount;

/// Counts the values of a facet by their ordinals.
final class ValueTally implements FacetTally {

    private record Ranked(long ordinal, int count) {}

    private static final Comparator<Ranked> MOST_FIRST =
            Comparator.comparingInt(Ranked::count).reversed().thenComparingLong(Ranked::ordinal);

    private final FacetOrdinals.Column column;
    private final int[] counts;
    private int leaf;
    private int[] inLeaf = {};
    private @Nullable SortedSetDocValues values;
    private @Nullable LeafColumn inMemory;

    ValueTally(FacetOrdinals.Column column) throws IOException {
        this.column = column;
        counts = new int[column.size()];
    }

    @Override
    public void begin(LeafReaderContext context) throws IOException {
        leaf = context.ord;
        inMemory = column.inMemory(context);
        values = inMemory == null ? column.values(context) : null;
        inLeaf = new int[inMemory == null ? size(values) : inMemory.sets().length];
    }

    private static int size(@Nullable SortedSetDocValues values) {
        return values == null ? 0 : Math.toIntExact(values.getValueCount());
    }

    @Override
    public void count(int[] docs, int length) throws IOException {
        if (inMemory != null) {
            inMemory.count(docs, length, inLeaf);
        } else if (values != null) {
            for (int i = 0; i < length; i++) {
                if (!values.advanceExact(docs[i])) continue;
                for (int n = values.docValueCount(); n > 0; n--) inLeaf[(int) values.nextOrd()]++;
            }
        }
    }

    @Override
    public void end() {
        var global = column.global(leaf);
        if (inMemory != null) inMemory.fold(inLeaf, global, counts);
        else for (int i = 0; i < inLeaf.length; i++) if (inLeaf[i] > 0) counts[(int) global.get(i)] += inLeaf[i];
        inLeaf = new int[0];
    }

    @Override
    public void add(FacetTally other) {
        if (!(other instanceof ValueTally tally)) throw new IllegalArgumentException("other facet");
        for (int i = 0; i < counts.length; i++) counts[i] += tally.counts[i];
    }

    @Override
    public List<FacetCount> counts(Set<String> named) throws IOException {
        var missing = new TreeSet<>(named);
        var result = new ArrayList<FacetCount>();
        for (var ranked : most()) {
            var value = column.value(ranked.ordinal());
            missing.remove(value);
            result.add(new FacetCount(value, ranked.count()));
        }
        for (var value : missing) {
            long ordinal = column.ordinal(new BytesRef(value));
            result.add(new FacetCount(value, ordinal < 0 ? 0 : counts[(int) ordinal]));
        }
        return result;
    }

    private List<Ranked> most() {
        var queue = new PriorityQueue<>(MOST_FIRST.reversed());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) continue;
            if (queue.size() == MOST_VALUES && counts[i] <= queue.element().count()) continue;
            queue.add(new Ranked(i, counts[i]));
            if (queue.size() > MOST_VALUES) queue.remove();
        }
        return queue.stream().sorted(MOST_FIRST).toList();
    }
}
