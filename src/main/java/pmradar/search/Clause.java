package pmradar.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// A query as it was understood. Public for the engines of this room only.
@NamedInterface("engine")
public sealed interface Clause {

    /// Everything.
    record All() implements Clause {}

    /// One word as typed. Where it is plain text, other forms of the word count too.
    record Word(In in, String text) implements Clause {}

    /// These words in this order, exactly.
    record Phrase(In in, String text) implements Clause {}

    /// Words that begin so.
    record Prefix(In in, String text) implements Clause {}

    /// @param from @param to both included; [Long#MIN_VALUE] and [Long#MAX_VALUE] for open ends
    /// @param currency for pay: only postings that pay in it; null for any
    record Range(
            Measure measure, long from, long to, @Nullable String currency) implements Clause {}

    /// A posting that has this value of the facet.
    record Value(Facet facet, String value) implements Clause {}

    record And(List<Clause> all) implements Clause {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<Clause> any) implements Clause {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Clause clause) implements Clause {}

    /// Where words are looked for. Anywhere is: title, employer, places and body.
    enum In {
        ANYWHERE,
        TITLE,
        COMPANY,
        PLACE,
        SKILL,
        REQUIRES,
        PREFERS,
        CERTIFICATE,
        DEGREE,
        /// What is remarkable of the judgement, by its tag: `borderline`, `corrected`.
        FLAG
    }

    /// What a range is of.
    enum Measure {
        /// Years of experience asked for, the least that the posting names.
        YEARS,
        SCORE,
        /// Ten-thousandths of the probability that the label is right.
        SURENESS,
        /// Hundredths of the currency's unit, per year. A posting pays from its lowest to its highest amount.
        PAY,
        /// Milliseconds since PM Radar's own first sight.
        AGE,
        /// The moment of PM Radar's own first sight, in milliseconds of the epoch.
        SEEN
    }
}
