package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NumericDocValuesRangeQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// What a posting must have to be found by a query, read from the query itself: a posting meets the demand exactly when
/// the query finds it.
///
/// @param <T> how the single things are known of which a demand is made
sealed interface Demand<T> {

    /// A single thing is there.
    record One<T>(T thing) implements Demand<T> {}

    /// A single thing is not there.
    record None<T>(T thing) implements Demand<T> {}

    /// Each of them is met; always, where there are none.
    record All<T>(List<Demand<T>> parts) implements Demand<T> {}

    /// One of them is met; never, where there are none.
    record Any<T>(List<Demand<T>> parts) implements Demand<T> {}

    default boolean met(Predicate<T> there) {
        return switch (this) {
            case One<T>(var thing) -> there.test(thing);
            case None<T>(var thing) -> !there.test(thing);
            case All<T>(var parts) -> parts.stream().allMatch(part -> part.met(there));
            case Any<T>(var parts) -> parts.stream().anyMatch(part -> part.met(there));
        };
    }

    /// The same demand for things that are known otherwise.
    default <R> Demand<R> by(Function<T, R> known) {
        return switch (this) {
            case One<T>(var thing) -> new One<>(known.apply(thing));
            case None<T>(var thing) -> new None<>(known.apply(thing));
            case All<T>(var parts) ->
                new All<>(parts.stream().map(part -> part.by(known)).toList());
            case Any<T>(var parts) ->
                new Any<>(parts.stream().map(part -> part.by(known)).toList());
        };
    }

    /// The parts that must all be met.
    default List<Demand<T>> required() {
        return this instanceof All<T>(var parts) ? parts : List.of(this);
    }

    default boolean always() {
        return this instanceof All<T>(var parts) && parts.isEmpty();
    }

    default boolean never() {
        return this instanceof Any<T>(var parts) && parts.isEmpty();
    }

    /// A single thing is that one of some atoms is there.
    ///
    /// @throws IllegalArgumentException for a kind of query that [LuceneQueries] never makes
    static Demand<Set<Atom>> of(Query query) {
        return switch (query) {
            case MatchAllDocsQuery _ -> new All<>(List.of());
            case MatchNoDocsQuery _ -> new Any<>(List.of());
            case TermQuery term -> one(new Atom.Has(term.getTerm()));
            case SynonymQuery any -> any(any.getTerms().stream().map(term -> one(new Atom.Has(term))));
            case TermInSetQuery set -> any(values(set).stream().map(value -> one(new Atom.Has(value))));
            case PrefixQuery prefix -> one(new Atom.Begins(prefix.getPrefix()));
            case PhraseQuery phrase
            when phrase.getSlop() == 0 && phrase.getTerms().length > 1 -> one(new Atom.Runs(phrase));
            case NumericDocValuesRangeQuery range -> within(range.getField(), range.lowerValue(), range.upperValue());
            case PointRangeQuery range
            when range.getNumDims() == 1 && range.getBytesPerDim() == Long.BYTES ->
                within(
                        range.getField(),
                        LongPoint.decodeDimension(range.getLowerPoint(), 0),
                        LongPoint.decodeDimension(range.getUpperPoint(), 0));
            case ConstantScoreQuery inner -> of(inner.getQuery());
            case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
            case BooleanQuery joined when joined.getMinimumNumberShouldMatch() == 0 -> joined(joined);
            default ->
                throw new IllegalArgumentException(
                        "no demand is known for a query of " + query.getClass().getName());
        };
    }

    private static Demand<Set<Atom>> one(Atom atom) {
        return new One<>(Set.of(atom));
    }

    private static Demand<Set<Atom>> within(String field, long from, long to) {
        return from > to ? new Any<>(List.of()) : one(new Atom.Within(field, from, to));
    }

    private static List<Term> values(TermInSetQuery set) {
        var terms = new ArrayList<Term>();
        var values = set.getBytesRefIterator();
        try {
            for (var value = values.next(); value != null; value = values.next())
                terms.add(new Term(set.getField(), BytesRef.deepCopyOf(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /// What only may be met counts where nothing must be.
    private static Demand<Set<Atom>> joined(BooleanQuery query) {
        var must = new ArrayList<Demand<Set<Atom>>>();
        var may = new ArrayList<Demand<Set<Atom>>>();
        boolean required = false;
        for (var clause : query.clauses()) {
            var part = of(clause.query());
            if (clause.occur() == Occur.SHOULD) may.add(part);
            else must.add(clause.isProhibited() ? not(part) : part);
            required |= clause.isRequired();
        }
        if (!required) must.add(any(may.stream()));
        return all(must);
    }

    private static Demand<Set<Atom>> all(Collection<Demand<Set<Atom>>> parts) {
        var all = new LinkedHashSet<Demand<Set<Atom>>>();
        for (var part : parts) {
            if (part instanceof All<Set<Atom>>(var inner)) all.addAll(inner);
            else all.add(part);
        }
        for (var part : all) if (part.never()) return part;
        return all.size() == 1 ? all.iterator().next() : new All<>(List.copyOf(all));
    }

    /// Alternatives that are single things are one thing together.
    private static Demand<Set<Atom>> any(Stream<Demand<Set<Atom>>> parts) {
        var atoms = new LinkedHashSet<Atom>();
        var others = new LinkedHashSet<Demand<Set<Atom>>>();
        for (var part : parts.toList()) {
            switch (part) {
                case One<Set<Atom>>(var some) -> atoms.addAll(some);
                case Any<Set<Atom>>(var inner) -> {
                    for (var one : inner) {
                        if (one instanceof One<Set<Atom>>(var some)) atoms.addAll(some);
                        else others.add(one);
                    }
                }
                default -> others.add(part);
            }
        }
        for (var part : others) if (part.always()) return part;
        if (!atoms.isEmpty()) others.add(new One<>(Set.copyOf(atoms)));
        return others.size() == 1 ? others.iterator().next() : new Any<>(List.copyOf(others));
    }

    private static Demand<Set<Atom>> not(Demand<Set<Atom>> demand) {
        return switch (demand) {
            case One<Set<Atom>>(var atoms) -> new None<>(atoms);
            case None<Set<Atom>>(var atoms) -> new One<>(atoms);
            case All<Set<Atom>>(var parts) -> any(parts.stream().map(Demand::not));
            case Any<Set<Atom>>(var parts) ->
                all(parts.stream().map(Demand::not).toList());
        };
    }
}
