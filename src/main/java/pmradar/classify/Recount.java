package pmradar.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Counts a classification again when its units are others than those that were found.
final class Recount {
    private static final int HIGHEST = 100;

    private Recount() {}

    static Classification of(Classification found, List<Evidence> units) {
        var ordered = units.stream()
                .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end))
                .toList();
        var score = Score.of(ordered.stream().map(Recount::unit).toList());
        var strong = ordered.stream().anyMatch(unit -> unit.strength() == Evidence.Strength.S);
        int mark = strong ? found.expertMark() : 0;
        var marked =
                new Score(Math.min(HIGHEST, score.total() + mark), score.points(), mark, score.byDomain());
        return new Classification(
                found.family(),
                marked.label(),
                marked.total(),
                found.sureness(),
                marked.domains(),
                counted(ordered, marked.points()),
                mark,
                found.facts(),
                flags(found.flags(), marked),
                found.language(),
                found.rulesVersion());
    }

    private static Unit unit(Evidence evidence) {
        return new Unit(
                evidence.start(),
                evidence.end(),
                evidence.type(),
                evidence.strength(),
                evidence.necessity(),
                Set.copyOf(evidence.domains()),
                false,
                false,
                evidence.requirement());
    }

    private static List<Evidence> counted(List<Evidence> units, List<Integer> points) {
        var counted = new ArrayList<Evidence>();
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            counted.add(new Evidence(
                    unit.quote(),
                    unit.start(),
                    unit.end(),
                    unit.type(),
                    unit.strength(),
                    unit.necessity(),
                    unit.domains(),
                    unit.requirement(),
                    points.get(i)));
        }
        return counted;
    }

    private static Set<Flag> flags(Set<Flag> before, Score score) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(before);
        flags.remove(Flag.BORDERLINE);
        if (score.borderline()) flags.add(Flag.BORDERLINE);
        if (score.label() == Label.TECHNICAL) flags.remove(Flag.TITLE_SAYS_TECHNICAL);
        return flags;
    }
}
