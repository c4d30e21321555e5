package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitSetIterator;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.QueryText;

/// What a search costs with Lucene's own means, to compare with.
final class RawLucene {

    private RawLucene() {}

    static long search(View view, Criteria criteria) throws IOException {
        var queries = LuceneQueries.at(Ads.NOW);
        var clause = QueryText.read(criteria.query()).clause();
        var conditions = queries.of(criteria.conditions());
        var words = queries.of(clause);
        long total = counted(view, joined(words, conditions.values()), List.of(Facet.values()));
        for (var facet : conditions.keySet()) {
            var others = new ArrayList<Query>();
            conditions.forEach((one, query) -> {
                if (one != facet) others.add(query);
            });
            counted(view, joined(words, others), List.of(facet));
        }
        var weighed = criteria.sort() == Criteria.Sort.RELEVANCE ? Ranking.weighed(clause, words, Ads.NOW) : words;
        var order = Ranking.order(criteria.sort());
        var best = view.search(joined(weighed, conditions.values()), new TopFieldCollectorManager(order, 31, null, 31));
        for (var doc : best.scoreDocs) view.storedFields().document(doc.doc, Set.of(LuceneFields.TEXT));
        return total;
    }

    private static Query joined(Query words, Iterable<Query> conditions) {
        var joined = new BooleanQuery.Builder().add(words, Occur.MUST);
        conditions.forEach(condition -> joined.add(condition, Occur.FILTER));
        return joined.build();
    }

    private static long counted(View view, Query query, List<Facet> facets) throws IOException {
        var weight = view.createWeight(view.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long total = 0;
        for (var leaf : view.getIndexReader().leaves()) {
            var bits = Matched.by(weight, leaf);
            var live = leaf.reader().getLiveDocs();
            if (live != null) live.applyMask(bits, 0);
            int found = bits.cardinality();
            total += found;
            for (var facet : facets) count(leaf, new BitSetIterator(bits, found), facet);
        }
        return total;
    }

    private static void count(LeafReaderContext leaf, DocIdSetIterator found, Facet facet) throws IOException {
        if (facet == Facet.AGE) return;
        var values = DocValues.getSortedSet(leaf.reader(), LuceneFields.facet(facet));
        var counts = new int[(int) values.getValueCount()];
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (!values.advanceExact(doc)) continue;
            for (int n = values.docValueCount(); n > 0; n--) counts[(int) values.nextOrd()]++;
        }
        Arrays.sort(counts);
    }
}
