package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// By what a query can be taken hold of: terms of which a posting must have at least one to be found by it.
/// Source: the idea of presearching in Lucene's monitor module; here the rarest handle alone is kept.
final class Handles {

    /// A term, or the beginning of one.
    record Handle(Term term, boolean beginning) {}

    private final ToLongFunction<Handle> commonness;

    /// @param commonness how many postings and queries a handle stands for; the rarest is chosen
    Handles(ToLongFunction<Handle> commonness) {
        this.commonness = commonness;
    }

    /// The rarest handle, as a list of alternatives; an empty list when the query finds nothing at all; nothing when it
    /// may find a posting whatever words it has.
    Optional<List<Handle>> of(Query query) {
        return switch (query) {
            case MatchNoDocsQuery _ -> Optional.of(List.of());
            case TermQuery term -> Optional.of(List.of(new Handle(term.getTerm(), false)));
            case PrefixQuery prefix -> Optional.of(List.of(new Handle(prefix.getPrefix(), true)));
            case SynonymQuery any -> Optional.of(terms(any.getTerms()));
            case PhraseQuery phrase ->
                rarest(terms(List.of(phrase.getTerms())).stream()
                        .map(handle -> Optional.of(List.of(handle)))
                        .toList());
            case ConstantScoreQuery inner -> of(inner.getQuery());
            case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
            case TermInSetQuery set -> Optional.of(terms(set));
            case BooleanQuery all -> joined(all);
            default -> Optional.empty();
        };
    }

    private Optional<List<Handle>> joined(BooleanQuery query) {
        var required = query.clauses().stream()
                .filter(BooleanClause::isRequired)
                .map(clause -> of(clause.query()))
                .toList();
        return required.isEmpty() ? alternatives(query) : rarest(required);
    }

    /// One of the alternatives must hold, so that each of them needs a handle.
    private Optional<List<Handle>> alternatives(BooleanQuery query) {
        var optional = query.clauses().stream()
                .filter(clause -> clause.occur() == BooleanClause.Occur.SHOULD)
                .map(clause -> of(clause.query()))
                .toList();
        if (optional.isEmpty() || optional.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(optional.stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .distinct()
                .toList());
    }

    private Optional<List<Handle>> rarest(List<Optional<List<Handle>>> choices) {
        return choices.stream()
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(
                        handles -> handles.stream().mapToLong(commonness).sum()));
    }

    private static List<Handle> terms(Iterable<Term> terms) {
        var handles = new ArrayList<Handle>();
        terms.forEach(term -> handles.add(new Handle(term, false)));
        return handles;
    }

    private static List<Handle> terms(TermInSetQuery set) {
        var handles = new ArrayList<Handle>();
        var values = set.getBytesRefIterator();
        try {
            for (var value = values.next(); value != null; value = values.next())
                handles.add(new Handle(new Term(set.getField(), BytesRef.deepCopyOf(value)), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handles;
    }
}
