package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;

/// Counts what is found, in all and by the values of facets. The words and each facet's conditions become bits, one per
/// document, which are then joined: a facet of which something is chosen is counted without its own conditions.
final class FacetCounts {

    /// @param words what the query finds @param conditions what those of each facet find
    /// @param named values to count whether they are frequent or not @param now from which ages count, milliseconds
    record Asked(Query words, Map<Facet, Query> conditions, Map<Facet, Set<String>> named, long now) {}

    record Counted(long total, Map<Facet, List<FacetCount>> facets) {}

    private final View view;
    private final Asked asked;
    private final Map<Facet, FacetTally> tallies = new EnumMap<>(Facet.class);
    private final Map<Facet, Weight> conditions = new EnumMap<>(Facet.class);
    private final @Nullable Weight words;
    private long total;

    private FacetCounts(View view, Asked asked) throws IOException {
        this.view = view;
        this.asked = asked;
        words = asked.words() instanceof MatchAllDocsQuery ? null : weight(asked.words());
        for (var condition : asked.conditions().entrySet())
            conditions.put(condition.getKey(), weight(condition.getValue()));
        for (var facet : Facet.values())
            tallies.put(
                    facet,
                    facet == Facet.AGE
                            ? new AgeTally(asked.now())
                            : new ValueTally(view.ordinals().of(facet)));
    }

    static Counted of(View view, Asked asked) throws IOException {
        var counts = new FacetCounts(view, asked);
        for (var leaf : view.getIndexReader().leaves()) counts.count(leaf);
        return counts.counted();
    }

    private Weight weight(Query query) throws IOException {
        return view.createWeight(view.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private Counted counted() throws IOException {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var entry : tallies.entrySet()) {
            var wanted = asked.named().getOrDefault(entry.getKey(), Set.of());
            facets.put(entry.getKey(), new ArrayList<>(entry.getValue().counts(wanted)));
        }
        return new Counted(total, facets);
    }

    private void count(LeafReaderContext leaf) throws IOException {
        var found = found(leaf);
        if (found.scanIsEmpty()) return;
        var bits = new EnumMap<Facet, FixedBitSet>(Facet.class);
        for (var condition : conditions.entrySet())
            bits.put(condition.getKey(), Matched.by(condition.getValue(), leaf));
        for (var facet : bits.keySet()) count(leaf, joined(found, bits, facet), List.of(tallies.get(facet)));
        var all = joined(found, bits, null);
        total += all.count();
        count(leaf, all, free());
    }

    private FixedBitSet found(LeafReaderContext leaf) throws IOException {
        FixedBitSet found;
        if (words == null) {
            found = new FixedBitSet(leaf.reader().maxDoc());
            found.set(0, found.length());
        } else found = Matched.by(words, leaf);
        var live = leaf.reader().getLiveDocs();
        if (live != null) live.applyMask(found, 0);
        return found;
    }

    private static Matched joined(FixedBitSet found, Map<Facet, FixedBitSet> bits, @Nullable Facet ignored) {
        var joined = found.clone();
        bits.forEach((facet, one) -> {
            if (facet != ignored) joined.and(one);
        });
        return Matched.of(joined);
    }

    private List<FacetTally> free() {
        var free = new ArrayList<FacetTally>();
        tallies.forEach((facet, tally) -> {
            if (!conditions.containsKey(facet)) free.add(tally);
        });
        return free;
    }

    private static void count(LeafReaderContext leaf, Matched matched, List<FacetTally> tallies) throws IOException {
        if (matched.count() == 0) return;
        var slow = new ArrayList<FacetTally>();
        for (var tally : tallies) if (tally.begin(leaf, matched)) slow.add(tally);
        if (slow.isEmpty()) return;
        matched.fewer((docs, length) -> {
            for (var tally : slow) tally.count(docs, length);
        });
        for (var tally : slow) tally.end();
    }
}
