package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// What a posting must have to be found by a query, read from the query itself.
/// Source: the idea of presearching in Lucene's monitor module.
///
/// @param all each of them must be met
/// @param exact whether a posting that meets them is found for sure; else the query itself decides
/// @param never whether nothing is found at all
record Needs(List<Need> all, boolean exact, boolean never) {

    /// One of these atoms, or with `not` none of them.
    record Need(Set<Atom> any, boolean not) {
        Need {
            any = Set.copyOf(any);
        }
    }

    private static final Needs NOTHING = new Needs(List.of(), true, false);
    private static final Needs NEVER = new Needs(List.of(), true, true);
    private static final Needs UNKNOWN = new Needs(List.of(), false, false);

    Needs {
        all = List.copyOf(all);
    }

    /// Without what is another thing a minute later: ages, which the query itself must tell.
    Needs lasting() {
        var lasting = all.stream()
                .filter(need -> need.any().stream()
                        .noneMatch(atom -> atom instanceof Atom.Within within
                                && within.field().equals(LuceneFields.SEEN)))
                .toList();
        return new Needs(lasting, false, never);
    }

    static Needs of(Query query) {
        return switch (query) {
            case MatchAllDocsQuery _ -> NOTHING;
            case MatchNoDocsQuery _ -> NEVER;
            case TermQuery term -> one(Set.of(new Atom.Has(term.getTerm())), true);
            case SynonymQuery any -> one(has(any.getTerms()), true);
            case TermInSetQuery set -> one(has(set), true);
            case PrefixQuery prefix ->
                one(
                        Set.of(new Atom.Begins(prefix.getPrefix())),
                        prefix.getPrefix().bytes().length <= Atoms.LONGEST_BEGINNING);
            case PhraseQuery phrase -> phrase(phrase);
            case PointRangeQuery range -> range(range);
            case ConstantScoreQuery inner -> of(inner.getQuery());
            case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
            case BooleanQuery all -> joined(all);
            default -> UNKNOWN;
        };
    }

    private static Needs one(Set<Atom> any, boolean exact) {
        return new Needs(List.of(new Need(any, false)), exact, false);
    }

    private static Needs phrase(PhraseQuery phrase) {
        boolean plain = phrase.getSlop() == 0 && phrase.getTerms().length > 1;
        return plain ? one(Set.of(new Atom.Runs(phrase)), true) : UNKNOWN;
    }

    private static Needs range(PointRangeQuery range) {
        if (range.getNumDims() != 1 || range.getBytesPerDim() != Long.BYTES) return UNKNOWN;
        long from = LongPoint.decodeDimension(range.getLowerPoint(), 0);
        long to = LongPoint.decodeDimension(range.getUpperPoint(), 0);
        return one(Set.of(new Atom.Within(range.getField(), from, to)), true);
    }

    private static Needs joined(BooleanQuery query) {
        if (query.getMinimumNumberShouldMatch() > 0) return UNKNOWN;
        var clauses = query.clauses();
        if (clauses.isEmpty()) return NEVER;
        boolean required = clauses.stream().anyMatch(BooleanClause::isRequired);
        var all = new LinkedHashSet<Need>();
        boolean exact = true;
        for (var clause : clauses) {
            var inner = of(clause.query());
            if (clause.isRequired()) {
                if (inner.never()) return NEVER;
                all.addAll(inner.all());
                exact &= inner.exact();
            } else if (clause.isProhibited()) {
                var without = inner.without();
                without.ifPresent(all::add);
                exact &= without.isPresent() || inner.never();
            }
        }
        if (required) return new Needs(List.copyOf(all), exact, false);
        var any = any(query);
        if (any.never()) return NEVER;
        all.addAll(any.all());
        return new Needs(List.copyOf(all), exact && any.exact(), false);
    }

    /// That this is not met, where that can be said.
    private Optional<Need> without() {
        if (!exact || all.size() != 1 || all.getFirst().not()) return Optional.empty();
        return Optional.of(new Need(all.getFirst().any(), true));
    }

    /// One of the alternatives must hold: of each the need by which it is easiest to rule out.
    private static Needs any(BooleanQuery query) {
        var atoms = new LinkedHashSet<Atom>();
        boolean exact = true;
        boolean never = true;
        for (var clause : query.clauses()) {
            if (clause.occur() != BooleanClause.Occur.SHOULD) continue;
            var one = of(clause.query());
            if (one.never()) continue;
            never = false;
            var least = one.all().stream()
                    .filter(need -> !need.not())
                    .min(Comparator.comparingInt(need -> need.any().size()));
            if (least.isEmpty())
                return new Needs(List.of(), one.exact() && one.all().isEmpty(), false);
            atoms.addAll(least.get().any());
            exact &= one.exact() && one.all().size() == 1;
        }
        return never ? NEVER : one(atoms, exact);
    }

    private static Set<Atom> has(Iterable<Term> terms) {
        var atoms = new LinkedHashSet<Atom>();
        terms.forEach(term -> atoms.add(new Atom.Has(term)));
        return atoms;
    }

    private static Set<Atom> has(TermInSetQuery set) {
        var atoms = new LinkedHashSet<Atom>();
        var values = set.getBytesRefIterator();
        try {
            for (var value = values.next(); value != null; value = values.next())
                atoms.add(new Atom.Has(new Term(set.getField(), BytesRef.deepCopyOf(value))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return atoms;
    }
}
