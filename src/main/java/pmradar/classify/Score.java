package pmradar.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The arithmetic from units to points (LABELS.md §4).
///
/// @param points of each unit, in the order given
/// @param expertMark 0 or 10
record Score(int total, List<Integer> points, int expertMark, Map<Domain, Integer> byDomain) {

    static final int TECHNICAL_FROM = 25;
    private static final int BORDERLINE_FROM = 16;
    private static final int BORDERLINE_TO = 34;
    private static final int EXPERT = 10;
    private static final int M_LIMIT = 36;
    private static final int W_LIMIT = 6;

    Score {
        points = List.copyOf(points);
        byDomain = Map.copyOf(byDomain);
    }

    static Score of(List<Unit> units) {
        var points = new ArrayList<Integer>();
        var byDomain = new EnumMap<Domain, Integer>(Domain.class);
        int strong = 0;
        int medium = 0;
        int weak = 0;
        int expert = 0;
        for (var unit : units) {
            int worth = switch (unit.strength()) {
                case S -> strong++ == 0 ? 25 : strong == 2 ? 15 : 10;
                case M -> medium++ * 9 < M_LIMIT ? 9 : 0;
                case W -> weak++ * 2 < W_LIMIT ? 2 : 0;
            };
            if (unit.expert() && unit.strength() == Evidence.Strength.S) expert = EXPERT;
            points.add(worth);
            if (unit.strength() == Evidence.Strength.W) continue;
            for (var domain : unit.domains()) byDomain.merge(domain, worth, Integer::sum);
        }
        int sum = points.stream().mapToInt(Integer::intValue).sum() + expert;
        return new Score(Math.min(100, sum), points, expert, byDomain);
    }

    Label label() {
        return total >= TECHNICAL_FROM ? Label.TECHNICAL : Label.GENERAL;
    }

    boolean borderline() {
        return total >= BORDERLINE_FROM && total <= BORDERLINE_TO;
    }

    /// Most points first; of equals, in the order of the enum.
    List<Domain> domains() {
        return byDomain.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<Domain, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
