package pmradar.classify;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the field of units that name none ("technical specifications") from the posting as a whole.
final class PostingFields {

    private static final int TITLE_WEIGHT = 6;
    private static final int UNIT_WEIGHT = 4;

    private final boolean technical;
    private final Map<Domain, Integer> weights = new EnumMap<>(Domain.class);

    PostingFields(Marks title, int titleWords, Reading reading, List<Unit> units) {
        count(title.between(0, titleWords), TITLE_WEIGHT);
        for (var clause : reading.cut().clauses()) {
            if (!clause.section().asks()) continue;
            count(
                    reading.marks()
                            .between(
                                    reading.words().at(clause.start()),
                                    reading.words().at(clause.end())),
                    1);
        }
        technical = weights.values().stream().mapToInt(Integer::intValue).sum() > 0;
        for (var unit : units) for (var domain : unit.domains()) weights.merge(domain, UNIT_WEIGHT, Integer::sum);
    }

    private void count(Iterable<Mark> marks, int weight) {
        for (var mark : marks) {
            var domain = mark.cue() == Cue.CONSTRUCTION ? Domain.ENGINEERING : Fields.of(mark.cue());
            if (domain != null) weights.merge(domain, weight, Integer::sum);
        }
    }

    /// Whether the posting names anything technical at all; else "technical assistance" is of another kind.
    boolean technical() {
        return technical;
    }

    Unit settle(Unit unit) {
        if (unit.computing()) return unit.with(computing(unit.domains()));
        return unit.domains().isEmpty() ? unit.with(Set.of(main())) : unit;
    }

    private Set<Domain> computing(Set<Domain> named) {
        var domains = EnumSet.noneOf(Domain.class);
        domains.addAll(named);
        int infrastructure = weights.getOrDefault(Domain.INFRASTRUCTURE, 0);
        int software = weights.getOrDefault(Domain.SOFTWARE, 0);
        if (main() == Domain.SECURITY) domains.add(Domain.SECURITY);
        else if (infrastructure > software * 2) domains.add(Domain.INFRASTRUCTURE);
        else domains.add(Domain.SOFTWARE);
        return domains;
    }

    private Domain main() {
        return weights.entrySet().stream()
                .max(Map.Entry.<Domain, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(Domain.SOFTWARE);
    }
}
