package pmradar.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Results;
import pmradar.search.SimilarPostings;

/// Finds postings that share words of the title and requirements with one.
@Component
class LuceneSimilar implements SimilarPostings {

    private static final int MOST = 20;
    private static final float TITLE_WEIGHT = 2;

    private final LuceneIndex index;

    LuceneSimilar(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public List<Results.Hit> like(PostingId id, int limit) {
        return index.look(view -> {
            var self = new TermQuery(new Term(LuceneFields.KEY, id.toString()));
            var found = view.search(self, 1).scoreDocs;
            int most = Math.clamp(limit, 0, MOST);
            if (found.length == 0 || most == 0) return List.of();
            var query = like(view, found[0].doc, self);
            var order = Ranking.order(Criteria.Sort.RELEVANCE);
            return List.of(view.search(query, most, order).scoreDocs).stream()
                    .map(doc -> (Long) ((FieldDoc) doc).fields[order.getSort().length - 1])
                    .map(number -> new Results.Hit(new PostingId(number), List.of()))
                    .toList();
        });
    }

    /// The same words in the title, the same requirements, the same kind of role; rare ones say more.
    private static Query like(View view, int doc, Query self) throws IOException {
        var query = new BooleanQuery.Builder().add(self, Occur.MUST_NOT);
        var title = view.storedFields()
                .document(doc, Set.of(LuceneFields.TITLE_EXACT))
                .get(LuceneFields.TITLE_EXACT);
        var words = title == null ? List.<String>of() : Words.exactly(title);
        for (var word : words.stream().distinct().limit(12).toList())
            query.add(new BoostQuery(LuceneQueries.stems(LuceneFields.TITLE_STEMS, word), TITLE_WEIGHT), Occur.SHOULD);
        for (var facet : List.of(Facet.REQUIRES, Facet.PREFERS, Facet.DOMAIN, Facet.FAMILY, Facet.LANGUAGE))
            values(view, doc, facet, query);
        return query.build();
    }

    private static void values(View view, int doc, Facet facet, BooleanQuery.Builder query) throws IOException {
        var field = LuceneFields.facet(facet);
        var leaves = view.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var values = DocValues.getSortedSet(leaf.reader(), field);
        if (!values.advanceExact(doc - leaf.docBase)) return;
        for (int n = Math.min(40, values.docValueCount()); n > 0; n--) {
            var term = BytesRef.deepCopyOf(values.lookupOrd(values.nextOrd()));
            query.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        }
    }
}
