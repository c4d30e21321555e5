package pmradar.search.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import pmradar.posting.PostingId;
import pmradar.search.Clause;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.FacetValues;
import pmradar.search.WorkAreas;
import pmradar.search.lucene.WordStream.Language;

/// The one translation of what is asked into Lucene's terms.
final class LuceneQueries {

    private final @Nullable Instant now;

    private LuceneQueries(@Nullable Instant now) {
        this.now = now;
    }

    /// @param now from which ages count
    static LuceneQueries at(Instant now) {
        return new LuceneQueries(now);
    }

    /// What stays the same as time goes on: ages are asked of the field [LuceneFields#AGE].
    static LuceneQueries atAnyTime() {
        return new LuceneQueries(null);
    }

    /// The postings that the clause finds.
    Query of(Clause clause) {
        return switch (clause) {
            case Clause.All _ -> MatchAllDocsQuery.INSTANCE;
            case Clause.Word(var in, var text) -> word(in, text);
            case Clause.Phrase(var in, var text) -> phrase(in, Words.exactly(text));
            case Clause.Prefix(var in, var text) -> prefix(in, Words.exactly(text));
            case Clause.Range range -> range(range);
            case Clause.Value(var facet, var value) ->
                value(facet, facet == Facet.FROM ? WorkAreas.including(value) : Set.of(value));
            case Clause.And(var all) -> and(all);
            case Clause.Or(var any) -> or(any.stream().map(this::of).toList());
            case Clause.Not not -> and(List.of(not));
        };
    }

    /// The postings with these ids.
    static Query ids(Set<PostingId> ids) {
        return LongField.newSetQuery(
                LuceneFields.ID, ids.stream().mapToLong(PostingId::value).toArray());
    }

    /// One query for the conditions of each facet.
    Map<Facet, Query> of(List<Criteria.Condition> conditions) {
        var facets = new EnumMap<Facet, Query>(Facet.class);
        for (var condition : conditions) {
            if (!facets.containsKey(condition.facet()))
                facets.put(condition.facet(), facet(condition.facet(), conditions));
        }
        return facets;
    }

    private Query facet(Facet facet, List<Criteria.Condition> conditions) {
        var wanted = new TreeSet<String>();
        var unwanted = new TreeSet<String>();
        for (var condition : conditions) {
            if (condition.facet() == facet)
                (condition.unwanted() ? unwanted : wanted).add(FacetValues.normal(facet, condition.value()));
        }
        var query = new BooleanQuery.Builder();
        query.add(wanted.isEmpty() ? MatchAllDocsQuery.INSTANCE : value(facet, wanted), Occur.FILTER);
        if (!unwanted.isEmpty()) query.add(value(facet, unwanted), Occur.MUST_NOT);
        return query.build();
    }

    private Query value(Facet facet, Set<String> values) {
        if (facet == Facet.AGE) return or(values.stream().map(this::age).toList());
        var field = LuceneFields.facet(facet);
        if (values.size() == 1)
            return new ConstantScoreQuery(
                    new TermQuery(new Term(field, values.iterator().next())));
        return KeywordField.newSetQuery(
                field, values.stream().map(BytesRef::new).toList());
    }

    private Query age(String value) {
        var age = FacetValues.AGES.get(value);
        if (age != null) return aged(Long.MIN_VALUE, age.toMillis());
        if (!value.equals(FacetValues.OLDER)) return new MatchNoDocsQuery("no such age");
        return aged(FacetValues.OLDEST.toMillis() + 1, Long.MAX_VALUE);
    }

    private Query word(Clause.In in, String text) {
        var words = Words.exactly(text);
        boolean stemmed = in == Clause.In.ANYWHERE || in == Clause.In.TITLE;
        if (!stemmed || words.size() != 1) return phrase(in, words);
        return stems(in == Clause.In.TITLE ? LuceneFields.TITLE_STEMS : LuceneFields.STEMS, words.getFirst());
    }

    static Query stems(String field, String word) {
        var query = new SynonymQuery.Builder(field);
        for (var stem : stems(word)) query.addTerm(new Term(field, stem));
        return query.build();
    }

    /// The word's stem in each language.
    static Set<String> stems(String word) {
        var stems = new HashSet<String>();
        for (var language : Language.values()) stems.add(stem(word, language));
        return stems;
    }

    /// A name with signs in it comes after its letters, and is the one that counts.
    static String stem(String word, Language language) {
        var stems = terms(WordStream.stems(word, language));
        return stems.isEmpty() ? "" : stems.getLast();
    }

    private static List<String> terms(TokenStream stream) {
        var terms = new ArrayList<String>();
        try (stream) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) terms.add(term.toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return terms;
    }

    private static Query phrase(Clause.In in, List<String> words) {
        var field = LuceneFields.exact(in);
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        if (words.size() == 1) return new TermQuery(new Term(field, words.getFirst()));
        return new PhraseQuery(field, words.toArray(String[]::new));
    }

    private static Query prefix(Clause.In in, List<String> words) {
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        var last = new PrefixQuery(new Term(LuceneFields.exact(in), words.getLast()));
        if (words.size() == 1) return last;
        var before = phrase(in, words.subList(0, words.size() - 1));
        return new BooleanQuery.Builder()
                .add(before, Occur.MUST)
                .add(last, Occur.MUST)
                .build();
    }

    private Query range(Clause.Range range) {
        return switch (range.measure()) {
            case YEARS -> LongField.newRangeQuery(LuceneFields.YEARS, range.from(), range.to());
            case SCORE -> LongField.newRangeQuery(LuceneFields.SCORE, range.from(), range.to());
            case SURENESS -> LongField.newRangeQuery(LuceneFields.SURENESS, range.from(), range.to());
            case SEEN -> LongField.newRangeQuery(LuceneFields.SEEN, range.from(), range.to());
            case AGE -> aged(range.from(), range.to());
            case PAY -> pay(range.from(), range.to(), range.currency());
        };
    }

    private Query aged(long from, long to) {
        if (now == null) return LongField.newRangeQuery(LuceneFields.AGE, from, to);
        return LongField.newRangeQuery(LuceneFields.SEEN, before(now, to), before(now, from));
    }

    private static long before(Instant now, long age) {
        if (age == Long.MIN_VALUE) return Long.MAX_VALUE;
        return age == Long.MAX_VALUE ? Long.MIN_VALUE : now.toEpochMilli() - age;
    }

    /// A posting pays a range, and is found when the ranges touch.
    private static Query pay(long from, long to, @Nullable String currency) {
        var query = new BooleanQuery.Builder()
                .add(LongField.newRangeQuery(LuceneFields.PAY_HIGH, from, Long.MAX_VALUE), Occur.FILTER)
                .add(LongField.newRangeQuery(LuceneFields.PAY_LOW, Long.MIN_VALUE, to), Occur.FILTER);
        if (currency != null) query.add(new TermQuery(new Term(LuceneFields.CURRENCY, currency)), Occur.FILTER);
        return new ConstantScoreQuery(query.build());
    }

    private Query and(List<Clause> all) {
        var query = new BooleanQuery.Builder();
        boolean positive = false;
        for (var clause : all) {
            if (clause instanceof Clause.Not(var inner)) query.add(of(inner), Occur.MUST_NOT);
            else {
                query.add(of(clause), Occur.MUST);
                positive = true;
            }
        }
        if (!positive) query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        return query.build();
    }

    private static Query or(List<Query> any) {
        var query = new BooleanQuery.Builder();
        any.forEach(part -> query.add(part, Occur.SHOULD));
        return query.build();
    }
}
