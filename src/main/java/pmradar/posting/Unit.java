package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;

/// One piece of evidence, as columns; its quotation is the body's own text.
@Embeddable
record Unit(
        @Column int fromChar,
        @Column int toChar,
        @Column String type,
        @Column String strength,
        @Column String necessity,
        @Column String domains,
        @Column @Nullable String requirement,
        @Column int points) {

    static Unit of(Evidence evidence) {
        return new Unit(
                evidence.start(),
                evidence.end(),
                evidence.type().name(),
                evidence.strength().name(),
                evidence.necessity().name(),
                Notation.domains(evidence.domains()),
                Notation.cut(evidence.requirement(), 200),
                evidence.points());
    }

    Evidence in(String body) {
        return new Evidence(
                body.substring(fromChar, toChar),
                fromChar,
                toChar,
                Evidence.Type.valueOf(type),
                Evidence.Strength.valueOf(strength),
                Evidence.Necessity.valueOf(necessity),
                Notation.domains(domains),
                requirement,
                points);
    }
}
