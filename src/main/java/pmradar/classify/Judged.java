package pmradar.classify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One labelled posting beside the classifier's verdict, with all that the measures count.
///
/// @param unitsFound pairs of S and M units; @param unitsMissed only the readers'; @param unitsInvented only ours
/// @param necessityRight how many pairs agree on must or preferred
record Judged(
        GoldPosting gold,
        Verdict verdict,
        int unitsFound,
        int unitsMissed,
        int unitsInvented,
        int necessityRight,
        int domainsFound,
        int domainsMissed,
        int domainsInvented) {

    static Judged of(GoldPosting gold, Verdict verdict) {
        var expected = gold.units().stream().filter(GoldPosting.Unit::counted).toList();
        var found = counted(verdict);
        var pairs = new QuoteOverlap(gold.text()).pairs(expected, found);
        long right = pairs.stream()
                .filter(pair -> expected.get(pair.gold()).necessity()
                        == found.get(pair.found()).necessity())
                .count();
        var same = domains(gold.domains());
        same.retainAll(domains(verdict));
        return new Judged(
                gold,
                verdict,
                pairs.size(),
                expected.size() - pairs.size(),
                found.size() - pairs.size(),
                (int) right,
                same.size(),
                domains(gold.domains()).size() - same.size(),
                domains(verdict).size() - same.size());
    }

    private static List<Evidence> counted(Verdict verdict) {
        return tagged(verdict) instanceof Classification found
                ? found.evidence().stream()
                        .filter(unit -> unit.strength() != Evidence.Strength.W)
                        .toList()
                : List.of();
    }

    private static Set<Domain> domains(Verdict verdict) {
        return tagged(verdict) instanceof Classification found ? domains(found.domains()) : Set.of();
    }

    private static Set<Domain> domains(List<Domain> domains) {
        var set = EnumSet.noneOf(Domain.class);
        set.addAll(domains);
        return set;
    }

    private static @Nullable Classification tagged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OffTopic off -> null;
            case Verdict.Tagged tagged -> tagged.classification();
        };
    }

    @Nullable
    Classification classification() {
        return tagged(verdict);
    }

    boolean passed() {
        return classification() != null;
    }

    @Nullable
    Label label() {
        return classification() instanceof Classification found ? found.label() : null;
    }

    Family family() {
        return classification() instanceof Classification found ? found.family() : Family.PROJECT;
    }

    /// A missed gate has found nothing technical.
    int score() {
        return classification() instanceof Classification found ? found.score() : 0;
    }

    double sureness() {
        return switch (verdict) {
            case Verdict.OffTopic off -> off.sureness();
            case Verdict.Tagged tagged -> tagged.classification().sureness();
        };
    }

    /// Whether the whole answer is right: the gate and, where it is passed, the label.
    boolean right() {
        return passed() == gold.pm() && label() == gold.label();
    }

    String language() {
        return switch (verdict) {
            case Verdict.OffTopic off -> off.language();
            case Verdict.Tagged tagged -> tagged.classification().language();
        };
    }
}
