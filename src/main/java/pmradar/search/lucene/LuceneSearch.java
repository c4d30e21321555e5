package pmradar.search.lucene;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;
import pmradar.search.Clause;
import pmradar.search.Criteria;
import pmradar.search.Expansion;
import pmradar.search.Facet;
import pmradar.search.FacetValues;
import pmradar.search.PostingSearch;
import pmradar.search.QueryText;
import pmradar.search.Results;
import pmradar.search.Synonyms;

/// Searches the index: a pass for the best hits, which stops early, and a pass that counts.
@Component
class LuceneSearch implements PostingSearch {

    private static final int MOST_HITS = 100;
    private static final int MOST_CONDITIONS = 200;

    /// Of so many pieces of a query it is told what each removed.
    private static final int MOST_PIECES = 16;

    /// With fewer hits than these another spelling is offered.
    private static final int FEW = 5;

    private final LuceneIndex index;
    private final Expansion expansion;
    private final Clock clock;

    LuceneSearch(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.expansion = new Expansion(synonyms.getIfAvailable(() -> Synonyms.NONE));
        this.clock = clock;
    }

    @Override
    public Results search(Criteria criteria, int size, @Nullable String cursor) {
        if (size < 0 || size > MOST_HITS) throw new IllegalArgumentException("A page has 0 to 100 postings.");
        if (criteria.conditions().size() > MOST_CONDITIONS)
            throw new IllegalArgumentException("A search has at most 200 conditions.");
        var place = Cursor.read(cursor, criteria, Ranking.order(criteria.sort()));
        return index.look(view -> new Search(view, criteria, place).results(size));
    }

    private final class Search {
        private final View view;
        private final Criteria criteria;
        private final @Nullable Cursor place;
        private final Instant now;
        private final QueryText text;
        private final Clause clause;
        private final LuceneQueries queries;
        private final Query words;
        private final Map<Facet, Query> conditions;
        private final @Nullable Query without;

        Search(View view, Criteria criteria, @Nullable Cursor place) {
            this.view = view;
            this.criteria = criteria;
            this.place = place;
            now = place == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : place.now();
            text = QueryText.read(criteria.query());
            clause = expansion.of(text.clause());
            queries = LuceneQueries.at(now);
            words = queries.of(clause);
            conditions = queries.of(criteria.conditions());
            without = criteria.without().isEmpty() ? null : LuceneQueries.ids(criteria.without());
        }

        Results results(int size) throws IOException {
            var counted = counted();
            var found = size == 0 || counted.total() == 0 ? new FieldDoc[0] : best(size + 1);
            boolean more = found.length > size;
            var page = more ? Arrays.copyOf(found, size) : found;
            return new Results(
                    counted.total(),
                    hits(page),
                    more ? Cursor.after(page[size - 1], now).written(criteria) : null,
                    counted.facets(),
                    understood(),
                    text.mistakes(),
                    counted.total() == 0 ? removedBy() : List.of(),
                    counted.total() < FEW ? didYouMean(counted.total()) : null);
        }

        /// Offered only when it finds more.
        private @Nullable String didYouMean(long total) throws IOException {
            var better = NearestWords.corrected(view.getIndexReader(), criteria.query());
            if (better.equals(criteria.query())) return null;
            return count(better) > total ? better : null;
        }

        /// How many another query finds under the same conditions.
        private int count(String query) throws IOException {
            var read = queries.of(expansion.of(QueryText.read(query).clause()));
            return view.count(filtered(new ConstantScoreQuery(read), null));
        }

        private String understood() {
            var words = text.inWords(criteria.conditions());
            var names = expansion.inWords(text.clause());
            return names.isEmpty() ? words : words + " · " + names;
        }

        private FacetCounts.Counted counted() throws IOException {
            var named = new EnumMap<Facet, Set<String>>(Facet.class);
            for (var facet : conditions.keySet()) named.put(facet, chosen(facet));
            return view.counted(new FacetCounts.Asked(left(), conditions, named, now.toEpochMilli()));
        }

        /// What the words find, without the postings that are left out.
        private Query left() {
            if (without == null) return words;
            return new BooleanQuery.Builder()
                    .add(words, Occur.FILTER)
                    .add(without, Occur.MUST_NOT)
                    .build();
        }

        private Set<String> chosen(Facet facet) {
            var values = new TreeSet<String>();
            for (var condition : criteria.conditions()) {
                if (condition.facet() == facet) values.add(FacetValues.normal(facet, condition.value()));
            }
            return values;
        }

        private FieldDoc[] best(int size) throws IOException {
            boolean relevance = criteria.sort() == Criteria.Sort.RELEVANCE;
            var order = Ranking.order(criteria.sort());
            var query = relevance ? filtered(Ranking.weighed(clause, words, now), null) : found(null);
            var after = place == null ? null : place.hit(order);
            var docs = view.search(query, new TopFieldCollectorManager(order, size, after, size)).scoreDocs;
            return Arrays.copyOf(docs, docs.length, FieldDoc[].class);
        }

        private List<Results.Hit> hits(FieldDoc[] page) throws IOException {
            var snippets = new Snippets(view, clause);
            var hits = new ArrayList<Results.Hit>(page.length);
            for (var doc : page) {
                var id = new PostingId((Long) doc.fields[doc.fields.length - 1]);
                hits.add(new Results.Hit(id, snippets.of(doc.doc)));
            }
            return hits;
        }

        private List<Results.Removed> removedBy() throws IOException {
            var removed = new ArrayList<Results.Removed>();
            for (var piece : text.pieces().stream().limit(MOST_PIECES).toList())
                removed.add(new Results.Removed(
                        null, QueryText.inWords(piece.clause(), List.of()), count(piece.rest()), piece.rest()));
            for (var condition : criteria.conditions()) {
                var others = new ArrayList<>(criteria.conditions());
                others.removeIf(condition::equals);
                var without = joined(words, queries.of(others), null);
                var said = QueryText.inWords(new Clause.All(), List.of(condition));
                removed.add(new Results.Removed(condition, said, view.count(without), criteria.query()));
            }
            return removed;
        }

        private Query found(@Nullable Facet ignored) {
            return filtered(new ConstantScoreQuery(words), ignored);
        }

        private Query filtered(Query query, @Nullable Facet ignored) {
            return joined(query, conditions, ignored);
        }

        private Query joined(Query query, Map<Facet, Query> conditions, @Nullable Facet ignored) {
            var joined = new BooleanQuery.Builder().add(query, Occur.MUST);
            conditions.forEach((facet, condition) -> {
                if (facet != ignored) joined.add(condition, Occur.FILTER);
            });
            if (without != null) joined.add(without, Occur.MUST_NOT);
            return joined.build();
        }
    }
}
