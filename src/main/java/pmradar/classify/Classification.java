package pmradar.classify;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was found in a project-management posting, with its reasons.
///
/// @param score 0 to 100, how technical; the label is technical exactly from 25 on
/// @param sureness 0.5 to 1, the calibrated probability that the label is right
/// @param domains most points first
/// @param evidence in the order of the text
/// @param expertMark points of the expert mark: 0 or 10
/// @param language ISO 639-1 of the text, or `und`
/// @param rulesVersion of rules, model and taxonomy together
public record Classification(
        Family family,
        Label label,
        int score,
        double sureness,
        List<Domain> domains,
        List<Evidence> evidence,
        int expertMark,
        Facts facts,
        Set<Flag> flags,
        String language,
        String rulesVersion) {

    public Classification {
        domains = List.copyOf(domains);
        evidence = List.copyOf(evidence);
        flags = Set.copyOf(flags);
    }

    /// The same posting with other units: points, score, label, domains and what says "borderline" follow from them. The
    /// expert mark stays while a strong unit is left.
    public Classification withEvidence(List<Evidence> units) {
        return Recount.of(this, units);
    }

    /// The same with a label that does not follow from the score.
    public Classification withLabel(Label other) {
        return new Classification(
                family,
                other,
                score,
                sureness,
                domains,
                evidence,
                expertMark,
                facts,
                flags,
                language,
                rulesVersion);
    }

    /// The field with most points, if any.
    public @Nullable Domain primaryDomain() {
        return domains.isEmpty() ? null : domains.getFirst();
    }
}
