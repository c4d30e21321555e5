package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Spelling;
import pmradar.search.Suggestions;

/// Suggests from what open postings say.
@Component
class LuceneSuggestions implements Suggestions {

    private static final int MOST = 20;
    private static final int MOST_CORRECTED = 12;
    private static final int MOST_TYPED = 100;
    private static final float TITLE_WEIGHT = 2;

    private final LuceneIndex index;

    LuceneSuggestions(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public List<Suggestion> complete(String typed, int size) {
        if (typed.length() > MOST_TYPED) return List.of();
        return index.look(view -> SuggestTerms.complete(view.getIndexReader(), typed, Math.clamp(size, 0, MOST)));
    }

    @Override
    public Optional<String> didYouMean(String query) {
        var left = new AtomicInteger(MOST_CORRECTED);
        var better = index.look(view ->
                Spelling.of(query, word -> left.getAndDecrement() > 0 ? known(view.getIndexReader(), word) : word));
        return better.equals(query) ? Optional.empty() : Optional.of(better);
    }

    private static String known(IndexReader reader, String typed) {
        var words = Words.exactly(typed);
        if (words.size() != 1 || words.getFirst().length() < 4) return typed;
        try {
            var term = new Term(LuceneFields.EXACT, words.getFirst());
            return reader.docFreq(term) > 0 ? typed : nearest(reader, term, typed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first letter is rarely wrong; of those equally near, the most frequent is meant.
    private static String nearest(IndexReader reader, Term term, String typed) throws IOException {
        var terms = MultiTerms.getTerms(reader, term.field());
        if (terms == null) return typed;
        int edits = term.text().length() < 6 ? 1 : 2;
        var near = new FuzzyTermsEnum(terms, term, edits, 1, true);
        var best = typed;
        double most = 0;
        for (var found = near.next(); found != null; found = near.next()) {
            double weight = near.getBoost() * 1000 + Math.log1p(near.docFreq());
            if (weight <= most) continue;
            most = weight;
            best = found.utf8ToString();
        }
        return best;
    }

    @Override
    public List<PostingId> moreLike(PostingId id, int size) {
        return index.look(view -> {
            var self = new TermQuery(new Term(LuceneFields.KEY, id.toString()));
            var found = view.search(self, 1).scoreDocs;
            int most = Math.clamp(size, 0, MOST);
            if (found.length == 0 || most == 0) return List.of();
            var query = like(view, found[0].doc, self);
            var order = Ranking.order(Criteria.Sort.RELEVANCE);
            return List.of(view.search(query, most, order).scoreDocs).stream()
                    .map(doc -> new PostingId((Long) ((FieldDoc) doc).fields[order.getSort().length - 1]))
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
            var term = org.apache.lucene.util.BytesRef.deepCopyOf(values.lookupOrd(values.nextOrd()));
            query.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        }
    }
}
