package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;
import pmradar.search.Results.FacetCount;

/// Counts the values of a facet by their ordinals.
final class ValueTally implements FacetTally {

    private record Ranked(long ordinal, int count) {}

    private static final Comparator<Ranked> MOST_FIRST =
            Comparator.comparingInt(Ranked::count).reversed().thenComparingLong(Ranked::ordinal);

    private final FacetOrdinals.Column column;
    private final int[] counts;
    private LongValues global = LongValues.IDENTITY;
    private boolean others;
    private int[] inLeaf = {};
    private @Nullable LeafColumn inMemory;

    ValueTally(FacetOrdinals.Column column) {
        this.column = column;
        counts = new int[column.size()];
    }

    @Override
    public boolean begin(LeafReaderContext leaf, Matched matched) throws IOException {
        global = column.global(leaf.ord);
        others = matched.most();
        inMemory = column.inMemory(leaf);
        if (inMemory == null) return byIndex(leaf, matched);
        if (inMemory.byBits(matched)) {
            inMemory.countBits(matched.bits(), global, counts);
            return false;
        }
        inLeaf = new int[inMemory.sets()];
        return true;
    }

    private boolean byIndex(LeafReaderContext leaf, Matched matched) throws IOException {
        var values = column.values(leaf);
        var found = new BitSetIterator(matched.bits(), matched.count());
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (!values.advanceExact(doc)) continue;
            for (int n = values.docValueCount(); n > 0; n--) counts[(int) global.get(values.nextOrd())]++;
        }
        return false;
    }

    @Override
    public void count(int[] docs, int length) {
        if (inMemory != null) inMemory.count(docs, length, inLeaf);
    }

    @Override
    public void end() {
        if (inMemory != null) inMemory.fold(inLeaf, others, global, counts);
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
