package pmradar.search.lucene;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pmradar.search.Criteria;
import pmradar.search.Expansion;
import pmradar.search.PostingSelection;
import pmradar.search.QueryText;
import pmradar.search.Synonyms;

/// Names all postings that criteria find, with the very query that searching uses.
@Component
class LuceneSelection implements PostingSelection {

    private final LuceneIndex index;
    private final Expansion expansion;
    private final Clock clock;

    LuceneSelection(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.expansion = new Expansion(synonyms.getIfAvailable(() -> Synonyms.NONE));
        this.clock = clock;
    }

    /// The open ones first: what closes meanwhile is then found among the closed.
    @Override
    public long[] select(Criteria criteria) {
        var query = query(criteria);
        var open = index.look(view -> ids(view, query));
        var closed = index.lookAtClosed(view -> ids(view, query));
        return LongStream.concat(open.build(), closed.build())
                .sorted()
                .distinct()
                .toArray();
    }

    private Query query(Criteria criteria) {
        var queries = LuceneQueries.at(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        var words = queries.of(expansion.of(QueryText.read(criteria.query()).clause()));
        var joined = new BooleanQuery.Builder().add(new ConstantScoreQuery(words), Occur.FILTER);
        queries.of(criteria.conditions()).values().forEach(condition -> joined.add(condition, Occur.FILTER));
        if (!criteria.without().isEmpty()) joined.add(LuceneQueries.ids(criteria.without()), Occur.MUST_NOT);
        return joined.build();
    }

    private static LongStream.Builder ids(View view, Query query) throws IOException {
        var weight = view.createWeight(view.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        var ids = LongStream.builder();
        for (var leaf : view.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) gather(leaf, scorer.iterator(), ids);
        }
        return ids;
    }

    private static void gather(LeafReaderContext leaf, DocIdSetIterator found, LongStream.Builder ids)
            throws IOException {
        var live = leaf.reader().getLiveDocs();
        var values = DocValues.getSortedNumeric(leaf.reader(), LuceneFields.ID);
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live != null && !live.get(doc)) continue;
            if (values.advanceExact(doc)) ids.add(values.nextValue());
        }
    }
}
