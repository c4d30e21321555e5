package pmradar.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Shows what a change of the taxonomy would do to postings, before it is done.
///
/// @param compared how many postings were judged with both
/// @param added @param removed the names of terms that only one of the two has, sorted
/// @param changes the postings judged differently: those with another label first, then by difference of score
public record TaxonomyComparison(int compared, List<String> added, List<String> removed, List<Change> changes) {

    public TaxonomyComparison {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changes = List.copyOf(changes);
    }

    /// A posting to try.
    ///
    /// @param id returned as given
    public record Sample(String id, String title, String text) {}

    /// A posting that the two judge differently, by label, score, domains or evidence.
    public record Change(String id, String title, Verdict before, Verdict after) {

        /// Whether label or gate differ, not only score or evidence.
        public boolean label() {
            return !labelOf(before).equals(labelOf(after));
        }

        public int scoreDifference() {
            return score(after) - score(before);
        }

        /// What is evidence after, and was not before.
        public List<Evidence> gained() {
            return without(evidence(after), evidence(before));
        }

        /// What was evidence before, and is not after.
        public List<Evidence> lost() {
            return without(evidence(before), evidence(after));
        }
    }

    /// How many postings get another label or pass the gate differently.
    public long relabelled() {
        return changes.stream().filter(Change::label).count();
    }

    /// Judges every sample with both; nothing is stored.
    public static TaxonomyComparison of(Taxonomy before, Taxonomy after, Iterable<Sample> samples) {
        var old = Classifiers.of(before);
        var current = Classifiers.of(after);
        var changes = new ArrayList<Change>();
        var compared = 0;
        for (var sample : samples) {
            compared++;
            var change = new Change(
                    sample.id(),
                    sample.title(),
                    old.judge(sample.title(), sample.text()),
                    current.judge(sample.title(), sample.text()));
            if (differs(change)) changes.add(change);
        }
        changes.sort(Comparator.comparing((Change change) -> !change.label())
                .thenComparing(change -> -Math.abs(change.scoreDifference()))
                .thenComparing(Change::id));
        return new TaxonomyComparison(compared, only(after, before), only(before, after), changes);
    }

    private static boolean differs(Change change) {
        return change.label()
                || change.scoreDifference() != 0
                || !evidence(change.before()).equals(evidence(change.after()));
    }

    private static List<String> only(Taxonomy one, Taxonomy other) {
        var names = one.terms().stream().map(Term::name).collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(other.terms().stream().map(Term::name).collect(Collectors.toSet()));
        return List.copyOf(names);
    }

    private static List<Evidence> without(List<Evidence> all, List<Evidence> known) {
        var rest = new ArrayList<>(all);
        rest.removeAll(Set.copyOf(known));
        return rest;
    }

    private static String labelOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OffTopic _ -> "OFF_TOPIC";
            case Verdict.Tagged(var classification) -> classification.label().name();
        };
    }

    private static int score(Verdict verdict) {
        return verdict instanceof Verdict.Tagged(var classification) ? classification.score() : 0;
    }

    private static List<Evidence> evidence(Verdict verdict) {
        return verdict instanceof Verdict.Tagged(var classification) ? classification.evidence() : List.of();
    }
}
