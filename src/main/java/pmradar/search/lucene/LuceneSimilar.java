package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
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

    /// So many times as many are looked at, since some are copies of others.
    private static final int COPIES = 5;

    private static final int MOST_VALUES = 40;
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
            var own = copy(view, found[0].doc);
            var query = like(view, found[0].doc, self, own);
            var best = view.search(query, most * COPIES, Ranking.order(Criteria.Sort.RELEVANCE)).scoreDocs;
            return apart(view, best, most);
        });
    }

    /// The best of each ad.
    private static List<Results.Hit> apart(View view, ScoreDoc[] best, int most) throws IOException {
        var hits = new ArrayList<Results.Hit>();
        var seen = new HashSet<String>();
        for (var doc : best) {
            var copy = copy(view, doc.doc);
            if (hits.size() == most || copy != null && !seen.add(copy)) continue;
            var fields = ((FieldDoc) doc).fields;
            hits.add(new Results.Hit(new PostingId((Long) fields[fields.length - 1]), List.of()));
        }
        return hits;
    }

    private static @Nullable String copy(View view, int doc) throws IOException {
        var values = values(view, doc, LuceneFields.COPY);
        return values.isEmpty() ? null : values.getFirst().utf8ToString();
    }

    /// The same words in the title, the same requirements, the same kind of role; rare ones say more.
    private static Query like(View view, int doc, Query self, @Nullable String copy) throws IOException {
        var query = new BooleanQuery.Builder().add(self, Occur.MUST_NOT);
        if (copy != null) query.add(new TermQuery(new Term(LuceneFields.COPY, copy)), Occur.MUST_NOT);
        var title = view.storedFields()
                .document(doc, Set.of(LuceneFields.TITLE_EXACT))
                .get(LuceneFields.TITLE_EXACT);
        var words = title == null ? List.<String>of() : Words.exactly(title);
        for (var word : words.stream().distinct().limit(12).toList())
            query.add(new BoostQuery(LuceneQueries.stems(LuceneFields.TITLE_STEMS, word), TITLE_WEIGHT), Occur.SHOULD);
        for (var facet : List.of(Facet.REQUIRES, Facet.PREFERS, Facet.DOMAIN, Facet.FAMILY, Facet.LANGUAGE))
            for (var value : values(view, doc, LuceneFields.facet(facet)))
                query.add(new TermQuery(new Term(LuceneFields.facet(facet), value)), Occur.SHOULD);
        return query.build();
    }

    private static List<BytesRef> values(View view, int doc, String field) throws IOException {
        var leaves = view.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var values = DocValues.getSortedSet(leaf.reader(), field);
        var found = new ArrayList<BytesRef>();
        if (!values.advanceExact(doc - leaf.docBase)) return found;
        for (int n = Math.min(MOST_VALUES, values.docValueCount()); n > 0; n--)
            found.add(BytesRef.deepCopyOf(values.lookupOrd(values.nextOrd())));
        return found;
    }
}
