package pmradar.classify;

import org.jspecify.annotations.Nullable;
import pmradar.classify.FactWords.Role;

/// Reads how many years of experience a clause asks for, and in what.
final class YearsReader {

    private static final int MOST_YEARS = 40;
    private static final int LONGEST_SUBJECT = 9;
    private static final int REACH = 16;

    /// @param unit the token of "years" or "months"
    Facts.@Nullable Years read(FactText text, int unit) {
        var months = text.plays(unit, Role.MONTH);
        var span = span(text, unit);
        if (span == null || span.most() > (months ? 12 * MOST_YEARS : MOST_YEARS)) return null;
        if (text.plays(span.first() - 1, Role.PERIOD) || periodBefore(text, span.first())) return null;
        if (text.plays(unit + 1, Role.LENGTH) && text.tokens().gap(unit + 1) <= Tokens.SPACED) return null;
        if (!experience(text, span.first(), unit) || employers(text, unit)) return null;
        var least = months ? span.least() / 12 : span.least();
        var most = span.max() == null ? null : Integer.valueOf(months ? span.max() / 12 : span.max());
        if (least == 0 && (most == null || most == 0)) return null;
        return new Facts.Years(least, most, subject(text, span.first(), unit), text.necessity(span.first(), unit + 1));
    }

    private record Span(int first, int least, @Nullable Integer max) {
        private int most() {
            return max == null ? least : max;
        }
    }

    /// The numbers before the unit: `5`, `5+`, `five (5)`, `3-5`, `between 3 and 5`, `5 or more`, `up to 3`.
    private static @Nullable Span span(FactText text, int unit) {
        var token = unit - 1;
        while (token > unit - 4
                && (text.plays(token, Role.MORE) || text.plays(token, Role.OPTION) || full(text, token))) {
            token--;
        }
        var number = text.number(token);
        if (number < 0) return null;
        var first = token;
        if (text.number(token - 1) == number) first = token - 1;
        var lower = lower(text, first, number);
        if (lower >= 0) return new Span(lower, text.number(lower), number);
        if (text.number(first - 1) >= 0 && text.number(first - 1) < number && joined(text, first)) {
            return new Span(first - 1, text.number(first - 1), number);
        }
        if (upTo(text, first)) return new Span(first, 0, number);
        return new Span(first, number, null);
    }

    private static boolean full(FactText text, int token) {
        return text.plays(token, Role.GENERAL) && text.number(token) < 0;
    }

    private static boolean joined(FactText text, int token) {
        return text.tokens().gap(token) == Tokens.JOINED
                || text.tokens()
                        .text()
                        .substring(text.tokens().end(token - 1), text.tokens().start(token))
                        .contains("-")
                || text.tokens()
                        .text()
                        .substring(text.tokens().end(token - 1), text.tokens().start(token))
                        .contains("–");
    }

    /// The token of the lower bound in `3 to 5`, `3 years to 5 years`; -1 when there is none.
    private static int lower(FactText text, int first, int upper) {
        if (!text.plays(first - 1, Role.RANGE)) return -1;
        for (var token = first - 2; token >= first - 3; token--) {
            var number = text.number(token);
            if (number >= 0 && number < upper) return token;
        }
        return -1;
    }

    /// "up to 3", "maximum 3", but not "up 3".
    private static boolean upTo(FactText text, int first) {
        return text.plays(first - 1, Role.MOST) && !text.plays(first - 1, Role.LEAST)
                || text.plays(first - 1, Role.RANGE)
                        && (text.plays(first - 2, Role.MOST) || text.plays(first + 9, Role.MOST))
                || text.plays(first - 2, Role.MOST) && text.plays(first - 1, Role.GENERAL);
    }

    private static boolean periodBefore(FactText text, int first) {
        return text.plays(first - 2, Role.PERIOD) && !text.plays(first - 1, Role.LEAST);
    }

    private static boolean experience(FactText text, int first, int unit) {
        if (text.has(Role.EXPERIENCE, first - REACH, unit + REACH)) return true;
        return text.plays(unit + 1, Role.IN)
                && text.tokens().gap(unit + 1) == Tokens.SPACED
                && (text.section() == Section.Kind.REQUIREMENTS || text.section() == Section.Kind.PREFERRED);
    }

    /// "With 15 years of experience in the industry, we …"
    private static boolean employers(FactText text, int unit) {
        return text.section() != Section.Kind.REQUIREMENTS
                && text.section() != Section.Kind.PREFERRED
                && text.has(Role.OURS, unit - 2 * REACH, unit + 2 * REACH)
                && !text.has(Role.REQUIRE, unit - 2 * REACH, unit + 2 * REACH);
    }

    private static @Nullable String subject(FactText text, int first, int unit) {
        var after = after(text, unit + 1);
        return after != null ? after : before(text, first);
    }

    /// "… years of software development experience", "… years' experience in software development".
    private static @Nullable String after(FactText text, int from) {
        var token = from;
        while (token < text.end() && text.tokens().gap(token) <= Tokens.SPACED && skipped(text, token)) token++;
        if (text.plays(token, Role.EXPERIENCE)) {
            token++;
            var begins = token < text.end() && text.plays(token, Role.IN) || text.plays(token, Role.GENERAL);
            return begins && flows(text, token) ? topic(text, token) : null;
        }
        if (token >= text.end() || token > from && text.tokens().gap(token) > Tokens.SPACED) return null;
        if (!flows(text, token)) return null;
        if (text.plays(token, Role.IN)) return topic(text, token);
        return token > from || text.has(Role.EXPERIENCE, token, token + 7) ? topic(text, token) : null;
    }

    private static boolean flows(FactText text, int token) {
        return token < text.end() && text.tokens().gap(token) <= Tokens.SPACED;
    }

    private static boolean skipped(FactText text, int token) {
        return text.plays(token, Role.GENERAL) && !text.plays(token, Role.EXPERIENCE) && !text.plays(token, Role.IN);
    }

    /// "experience in construction (5 years)", "Erfahrung im Tiefbau von mindestens 5 Jahren"
    private static @Nullable String before(FactText text, int first) {
        for (var token = first - 1; token >= Math.max(text.first(), first - 12); token--) {
            if (!text.plays(token, Role.EXPERIENCE)) continue;
            if (!text.plays(token + 1, Role.IN) || token + 1 >= first) return null;
            var stop = first;
            while (stop > token + 1
                    && (text.plays(stop - 1, Role.LEAST) || text.plays(stop - 1, Role.GENERAL) || von(text, stop - 1)))
                stop--;
            return trimmed(text, token + 1, stop);
        }
        return null;
    }

    private static boolean von(FactText text, int token) {
        return text.tokens().word(token).equalsIgnoreCase("von")
                || text.tokens().word(token).equalsIgnoreCase("for");
    }

    private static @Nullable String topic(FactText text, int from) {
        var stop = from;
        while (stop < text.end() && stop - from < LONGEST_SUBJECT) {
            if (stop > from && text.tokens().gap(stop) > Tokens.SPACED) break;
            if (stop > from && (ends(text, stop) || text.plays(stop, Role.EXPERIENCE))) break;
            stop++;
        }
        return trimmed(text, from, stop);
    }

    /// "in design and construction" goes on after "and" when a single word follows it.
    private static boolean ends(FactText text, int token) {
        return text.plays(token, Role.SUBJECT_END);
    }

    private static @Nullable String trimmed(FactText text, int from, int stop) {
        var first = from;
        while (first < stop && (text.plays(first, Role.LEAST) || text.plays(first, Role.RANGE))) first++;
        while (first < stop
                && (text.plays(first, Role.IN) || text.plays(first, Role.GENERAL) || article(text, first))) {
            // "managing projects" keeps its verb.
            if (text.plays(first, Role.IN)
                    && text.tokens().end(first) - text.tokens().start(first) > 6) break;
            first++;
        }
        if (first >= stop) return null;
        var word = text.between(first, stop);
        return vague(word) ? null : word;
    }

    private static boolean article(FactText text, int token) {
        return switch (text.tokens().word(token).toLowerCase(java.util.Locale.ROOT)) {
            case "a",
                    "an",
                    "the",
                    "den",
                    "dem",
                    "une",
                    "un",
                    "la",
                    "le",
                    "el",
                    "los",
                    "las",
                    "les",
                    "des",
                    "du",
                    "all" -> true;
            default -> false;
        };
    }

    private static boolean vague(String subject) {
        var lower = subject.toLowerCase(java.util.Locale.ROOT);
        return switch (lower) {
            case "role",
                    "position",
                    "field",
                    "capacity",
                    "job",
                    "poste",
                    "environment",
                    "puesto",
                    "posición",
                    "fonction",
                    "bereich",
                    "funktion",
                    "poste similaire",
                    "puesto similar",
                    "related field",
                    "required",
                    "preferred",
                    "industry",
                    "working",
                    "managerial",
                    "function",
                    "developing",
                    "managing" -> true;
            default -> lower.length() < 2;
        };
    }
}
