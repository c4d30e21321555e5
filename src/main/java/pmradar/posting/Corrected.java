package pmradar.posting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Evidence;

/// A judgement as people have corrected it: first its units, one by one, then its label.
final class Corrected {
    private final String text;
    private final List<Evidence> units;

    private Corrected(String text, List<Evidence> units) {
        this.text = text;
        this.units = new ArrayList<>(units);
    }

    static Classification classification(Classification found, String text, List<Correction> corrections) {
        var units = new Corrected(text, found.evidence());
        for (var correction : corrections) units.follow(correction.change());
        var corrected = units.units.equals(found.evidence()) ? found : found.withEvidence(units.units);
        for (var correction : corrections) {
            if (correction.change() instanceof Correction.LabelIs(var label)) corrected = corrected.withLabel(label);
        }
        return corrected;
    }

    private void follow(Correction.Change change) {
        switch (change) {
            case Correction.NoUnit(var quote) -> units.removeIf(unit -> unit.quote().equals(quote));
            case Correction.HasUnit unit -> put(unit);
            case Correction.Gate gate -> {}
            case Correction.LabelIs label -> {}
        }
    }

    /// A quotation that the text no longer has is no unit of it.
    private void put(Correction.HasUnit said) {
        var before = units.stream()
                .filter(unit -> unit.quote().equals(said.quote()))
                .findFirst()
                .orElse(null);
        int start = before == null ? text.indexOf(said.quote()) : before.start();
        if (start < 0) return;
        units.removeIf(unit -> unit.quote().equals(said.quote()));
        units.add(evidence(said, start, before == null ? null : before.requirement()));
    }

    private static Evidence evidence(Correction.HasUnit said, int start, @Nullable String requirement) {
        return new Evidence(
                said.quote(),
                start,
                start + said.quote().length(),
                said.type(),
                said.strength(),
                said.necessity(),
                said.domains(),
                requirement,
                0);
    }
}
