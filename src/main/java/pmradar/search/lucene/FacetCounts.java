package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;

/// Counts what a query finds, in all and by the values of facets, in one walk.
final class FacetCounts {

    private final FacetOrdinals ordinals;
    private final long now;

    FacetCounts(FacetOrdinals ordinals, long now) {
        this.ordinals = ordinals;
        this.now = now;
    }

    record Counted(long total, Map<Facet, List<FacetCount>> facets) {}

    /// @param named values to count whether they are frequent or not
    Counted count(IndexSearcher searcher, Query query, Collection<Facet> facets, Map<Facet, Set<String>> named)
            throws IOException {
        return searcher.search(query, new CollectorManager<Walk, Counted>() {
            @Override
            public Walk newCollector() throws IOException {
                return new Walk(facets);
            }

            @Override
            public Counted reduce(Collection<Walk> walks) throws IOException {
                var first = walks.iterator().next();
                for (var walk : walks) if (walk != first) first.add(walk);
                return first.counted(named);
            }
        });
    }

    private final class Walk implements Collector {
        private final Map<Facet, FacetTally> tallies = new EnumMap<>(Facet.class);
        private final FacetTally[] all;
        private long total;

        Walk(Collection<Facet> facets) throws IOException {
            for (var facet : facets)
                tallies.put(facet, facet == Facet.AGE ? new AgeTally(now) : new ValueTally(ordinals.of(facet)));
            all = tallies.values().toArray(FacetTally[]::new);
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            for (var tally : all) tally.begin(leaf);
            return new Leaf();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        void add(Walk other) {
            total += other.total;
            tallies.forEach((facet, tally) -> tally.add(java.util.Objects.requireNonNull(other.tallies.get(facet))));
        }

        Counted counted(Map<Facet, Set<String>> named) throws IOException {
            var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
            for (var entry : tallies.entrySet()) {
                var wanted = named.getOrDefault(entry.getKey(), Set.of());
                facets.put(entry.getKey(), new ArrayList<>(entry.getValue().counts(wanted)));
            }
            return new Counted(total, facets);
        }

        /// Gathers documents, so that each facet's column is walked for many of them at a time.
        private final class Leaf implements LeafCollector {
            private final int[] docs = new int[2048];
            private int gathered;

            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) throws IOException {
                docs[gathered++] = doc;
                if (gathered == docs.length) flush();
            }

            @Override
            public void collect(DocIdStream stream) throws IOException {
                stream.forEach(this::collect);
            }

            @Override
            public void finish() throws IOException {
                flush();
                for (var tally : all) tally.end();
            }

            private void flush() throws IOException {
                for (var tally : all) tally.count(docs, gathered);
                total += gathered;
                gathered = 0;
            }
        }
    }
}
