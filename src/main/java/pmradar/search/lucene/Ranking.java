package pmradar.search.lucene;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import pmradar.search.Clause;
import pmradar.search.Criteria;

/// Decides what comes first.
final class Ranking {

    private static final float TITLE_WEIGHT = 2.5f;
    private static final float FRESHNESS_WEIGHT = 1.5f;
    private static final long HALF_FRESH = TimeUnit.DAYS.toMillis(21);
    private static final int MOST_TITLE_WORDS = 16;

    private Ranking() {}

    static Sort order(Criteria.Sort sort) {
        var seen = number(LuceneFields.SEEN);
        var id = number(LuceneFields.ID);
        return switch (sort) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, seen, id);
            case NEWEST -> new Sort(seen, id);
            case PAY -> new Sort(number(LuceneFields.PAY_ORDER), seen, id);
            case SCORE -> new Sort(number(LuceneFields.SCORE), seen, id);
        };
    }

    /// Adds to what is found: words in the title weigh more, and so does what PM Radar first saw of late.
    static Query weighed(Clause clause, Query query, Instant now) {
        var weighed = new BooleanQuery.Builder().add(query, Occur.MUST);
        var words = new ArrayList<String>();
        collect(clause, words);
        words.stream().distinct().limit(MOST_TITLE_WORDS).forEach(word -> {
            var title = LuceneQueries.stems(LuceneFields.TITLE_STEMS, word);
            weighed.add(new BoostQuery(title, TITLE_WEIGHT), Occur.SHOULD);
        });
        long hour = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        weighed.add(
                LongField.newDistanceFeatureQuery(LuceneFields.SEEN, FRESHNESS_WEIGHT, hour, HALF_FRESH), Occur.SHOULD);
        return weighed.build();
    }

    private static void collect(Clause clause, List<String> words) {
        switch (clause) {
            case Clause.Word(var in, var text) when in == Clause.In.ANYWHERE -> words.addAll(Words.exactly(text));
            case Clause.Phrase(var in, var text) when in == Clause.In.ANYWHERE -> words.addAll(Words.exactly(text));
            case Clause.And(var all) -> all.forEach(part -> collect(part, words));
            case Clause.Or(var any) -> any.forEach(part -> collect(part, words));
            case Clause.All _,
                    Clause.Word _,
                    Clause.Phrase _,
                    Clause.Prefix _,
                    Clause.Range _,
                    Clause.Value _,
                    Clause.Not _ -> {}
        }
    }

    private static SortField number(String field) {
        return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
    }
}
