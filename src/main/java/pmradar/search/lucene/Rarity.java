package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// Tells of the things that a demand needs which ones fewest postings have: among equals, those under which least is
/// filed.
///
/// @param filed how much is filed under a thing
record Rarity(IndexReader postings, ToIntFunction<Set<Atom>> filed) {
    private static final long TIES = 1_000;

    /// What a posting must have to meet the demand, rarest first.
    List<Set<Atom>> needs(Demand<Set<Atom>> demand) {
        var needs = new ArrayList<Set<Atom>>();
        for (var part : demand.required()) need(part).ifPresent(needs::add);
        var weighed = new HashMap<Set<Atom>, Long>();
        needs.sort(Comparator.comparingLong(thing -> weighed.computeIfAbsent(thing, this::common)));
        return needs;
    }

    /// One of alternatives must be met, and so one of what they need.
    private Optional<Set<Atom>> need(Demand<Set<Atom>> part) {
        return switch (part) {
            case Demand.One<Set<Atom>>(var thing) -> Optional.of(thing);
            case Demand.None<Set<Atom>> _ -> Optional.empty();
            case Demand.All<Set<Atom>> all -> needs(all).stream().findFirst();
            case Demand.Any<Set<Atom>>(var any) -> {
                var together = new HashSet<Atom>();
                for (var one : any) {
                    var need = need(one);
                    if (need.isEmpty()) yield need;
                    together.addAll(need.get());
                }
                yield Optional.of(Set.copyOf(together));
            }
        };
    }

    private long common(Set<Atom> thing) {
        long common = thing.stream().mapToLong(this::common).sum();
        return common * TIES + Math.min(filed.applyAsInt(thing), TIES - 1);
    }

    /// How many postings have an atom at most. Of numbers that is not known.
    private long common(Atom atom) {
        return switch (atom) {
            case Atom.Has(var term) -> common(term);
            case Atom.Begins(var beginning) -> postings.maxDoc() / 10 + common(beginning);
            case Atom.Runs(var phrase) -> {
                long least = Long.MAX_VALUE;
                for (var term : phrase.getTerms()) least = Math.min(least, common(term));
                yield least;
            }
            case Atom.Within _ -> postings.maxDoc();
        };
    }

    private long common(Term term) {
        try {
            return postings.docFreq(term);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
