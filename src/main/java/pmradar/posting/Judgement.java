package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import pmradar.classify.Classification;
import pmradar.classify.Evidence;
import pmradar.classify.Family;
import pmradar.classify.Flag;
import pmradar.classify.Label;

/// A classification without its evidence, as columns.
@Embeddable
record Judgement(
        @Column String family,
        @Column String label,
        @Column int score,
        @Column double sureness,
        @Column String domains,
        @Column int expertMark,
        @Column String facts,
        @Column String flags,
        @Column String language,
        @Column String rulesVersion) {

    static Judgement of(Classification found) {
        return new Judgement(
                found.family().name(),
                found.label().name(),
                found.score(),
                found.sureness(),
                Notation.domains(found.domains()),
                found.expertMark(),
                Notation.facts(found.facts()),
                Notation.names(found.flags()),
                found.language(),
                found.rulesVersion());
    }

    Judgement withRules(String version) {
        return new Judgement(family, label, score, sureness, domains, expertMark, facts, flags, language, version);
    }

    Classification with(List<Evidence> evidence) {
        return new Classification(
                Family.valueOf(family),
                Label.valueOf(label),
                score,
                sureness,
                Notation.domains(domains),
                evidence,
                expertMark,
                Notation.facts(facts),
                Notation.names(flags, Flag.class),
                language,
                rulesVersion);
    }
}
