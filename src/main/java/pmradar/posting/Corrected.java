package pmradar.posting;

import java.util.List;
import pmradar.classify.Classification;
import pmradar.classify.Evidence;
import pmradar.classify.Evidence.Strength;
import pmradar.classify.Label;

/// A judgement as people have corrected it.
final class Corrected {
    private static final int TECHNICAL_FROM = 25;

    private Corrected() {}

    static Classification classification(Classification found, List<Correction> corrections) {
        var corrected = found;
        for (var correction : corrections) {
            if (correction.change() instanceof Correction.NoUnit(var quote)) corrected = without(corrected, quote);
        }
        for (var correction : corrections) {
            if (correction.change() instanceof Correction.LabelIs(var label)) {
                corrected = with(corrected, label, corrected.score(), corrected.evidence(), corrected.expertMark());
            }
        }
        return corrected;
    }

    private static Classification without(Classification found, String quote) {
        var left = found.evidence().stream()
                .filter(unit -> !unit.quote().equals(quote))
                .toList();
        if (left.size() == found.evidence().size()) return found;
        int mark = count(left, Strength.S) == 0 ? 0 : found.expertMark();
        int score = Math.min(100, points(left) + mark);
        return with(found, score >= TECHNICAL_FROM ? Label.TECHNICAL : Label.GENERAL, score, left, mark);
    }

    /// The arithmetic of the guideline: strong units 25, 15 and 10 each, medium 9 up to 36, weak 2 up to 6.
    private static int points(List<Evidence> units) {
        int strong = count(units, Strength.S);
        int first = strong == 0 ? 0 : strong == 1 ? 25 : 20 + 10 * strong;
        return first + Math.min(36, 9 * count(units, Strength.M)) + Math.min(6, 2 * count(units, Strength.W));
    }

    private static int count(List<Evidence> units, Strength strength) {
        return (int) units.stream().filter(unit -> unit.strength() == strength).count();
    }

    private static Classification with(
            Classification found, Label label, int score, List<Evidence> evidence, int mark) {
        var named = evidence.stream().flatMap(unit -> unit.domains().stream()).toList();
        var domains = evidence.equals(found.evidence())
                ? found.domains()
                : found.domains().stream().filter(named::contains).toList();
        return new Classification(
                found.family(),
                label,
                score,
                found.sureness(),
                domains,
                evidence,
                mark,
                found.facts(),
                found.flags(),
                found.language(),
                found.rulesVersion());
    }
}
