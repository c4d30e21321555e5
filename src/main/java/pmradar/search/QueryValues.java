package pmradar.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.search.QueryField.Read;

/// Reads the values of the query language: words, numbers, pay, ages and the values of facets.
final class QueryValues {

    private static final String COMPARISON = "(?<op><=|>=|=|<|>|≤|≥)?";
    private static final Pattern COUNT =
            Pattern.compile(COMPARISON + "(?<a>\\d{1,4})(?:(?:\\.\\.|-|–)(?<b>\\d{1,4}))?");
    private static final Pattern PAY = Pattern.compile(COMPARISON
            + "(?<pre>[€$£])?(?<a>\\d[\\d.,_']{0,14})(?<ak>[kKmM])?"
            + "(?:(?:\\.\\.|-|–)(?<b>\\d[\\d.,_']{0,14})(?<bk>[kKmM])?)?(?<post>[€$£]|[A-Za-z]{3})?");
    private static final Pattern AGE = Pattern.compile(COMPARISON + "(?<n>\\d{1,5})(?<unit>[hdwmyHDWMY])?");
    private static final Pattern DATE = Pattern.compile(COMPARISON + "(?<day>\\d{4}-\\d{2}-\\d{2})");
    private static final long DAY = Duration.ofDays(1).toMillis();

    private QueryValues() {}

    static Read words(Clause.In in, String text, boolean phrase) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit))
            return new Read.Bad("“%s” holds no word; it was left out.".formatted(text), null);
        if (phrase) return new Read.Good(new Clause.Phrase(in, text.strip()));
        int star = text.indexOf('*');
        if (star < 0) return new Read.Good(new Clause.Word(in, text));
        return prefix(in, text, star);
    }

    private static Read prefix(Clause.In in, String text, int star) {
        var head = text.substring(0, star);
        long letters = head.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < 2) {
            var bare = text.replace("*", "");
            var instead = new Clause.Word(in, bare);
            return new Read.Bad(
                    "A * needs two letters before it; “%s” was searched for as a word.".formatted(bare), instead);
        }
        var clause = new Clause.Prefix(in, head);
        if (star == text.length() - 1) return new Read.Good(clause);
        return new Read.Bad("A * can only end a word; “%s*” was searched for.".formatted(head), clause);
    }

    static String degree(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "bachelors", "bachelor's", "bsc", "ba", "bs", "beng" -> "bachelor";
            case "masters", "master's", "msc", "ma", "ms", "meng", "mba" -> "master";
            case "phd", "ph.d.", "doctor", "dr" -> "doctorate";
            default -> text;
        };
    }

    static Read count(Clause.Measure measure, String text) {
        var m = COUNT.matcher(text);
        var name = measure.name().toLowerCase(Locale.ROOT);
        if (!m.matches())
            return new Read.Bad(
                    "“%s” is no number; write %s:>=5, %s:<=5 or %s:3..5. It was left out."
                            .formatted(text, name, name, name),
                    null);
        long a = Long.parseLong(m.group("a"));
        if (m.group("b") != null) return range(measure, a, Long.parseLong(m.group("b")), null);
        return new Read.Good(compared(measure, or(m.group("op"), "="), a, null));
    }

    static Read pay(String text) {
        var m = PAY.matcher(text);
        Long a = m.matches() ? amount(m.group("a"), m.group("ak")) : null;
        if (a == null)
            return new Read.Bad("“%s” is no pay; write pay:>=90000EUR. It was left out.".formatted(text), null);
        var currency = currency(or(m.group("post"), m.group("pre")));
        if (m.group("b") == null) {
            var op = or(m.group("op"), ">=");
            return new Read.Good(compared(Clause.Measure.PAY, op, a, currency));
        }
        var b = amount(m.group("b"), m.group("bk"));
        if (b == null) return new Read.Bad("“%s” is no pay; it was left out.".formatted(text), null);
        boolean oneUnit = m.group("ak") == null && m.group("bk") != null && a < b / 1000 + 1;
        long low = oneUnit ? a * ("m".equalsIgnoreCase(m.group("bk")) ? 1_000_000 : 1000) : a;
        return range(Clause.Measure.PAY, low, b, currency);
    }

    private static @Nullable Long amount(String digits, @Nullable String unit) {
        try {
            var plain = digits.replaceAll("[,._'](?=\\d{3}(\\D|$))", "")
                    .replace(',', '.')
                    .replaceAll("[_']", "");
            var value = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
            if (unit != null) value = value.movePointRight(unit.equalsIgnoreCase("k") ? 3 : 6);
            return value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable String currency(@Nullable String sign) {
        return switch (sign) {
            case null -> null;
            case "€" -> "EUR";
            case "$" -> "USD";
            case "£" -> "GBP";
            default -> sign.toUpperCase(Locale.ROOT);
        };
    }

    static Read posted(String text) {
        var date = DATE.matcher(text);
        if (date.matches()) return seen(text, or(date.group("op"), ">="), date.group("day"));
        var m = AGE.matcher(text);
        if (!m.matches())
            return new Read.Bad(
                    "“%s” is no age; write posted:<7d (h, d, w, m, y) or posted:>=2026-01-31. It was left out."
                            .formatted(text),
                    null);
        long hours = switch (or(m.group("unit"), "d").toLowerCase(Locale.ROOT)) {
            case "h" -> 1;
            case "w" -> 24 * 7;
            case "m" -> 24 * 30;
            case "y" -> 24 * 365;
            default -> 24;
        };
        long age = Duration.ofHours(hours * Long.parseLong(m.group("n"))).toMillis();
        var op = or(m.group("op"), "<=");
        return new Read.Good(compared(Clause.Measure.AGE, op.equals("=") ? "<=" : op, age, null));
    }

    private static Read seen(String text, String op, String day) {
        try {
            long from = LocalDate.parse(day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            long to = from + DAY - 1;
            return new Read.Good(
                    switch (op) {
                        case ">" -> range(to + 1, Long.MAX_VALUE);
                        case "<" -> range(Long.MIN_VALUE, from - 1);
                        case "<=", "≤" -> range(Long.MIN_VALUE, to);
                        case "=" -> range(from, to);
                        default -> range(from, Long.MAX_VALUE);
                    });
        } catch (DateTimeException _) {
            return new Read.Bad("“%s” is no day of the calendar; it was left out.".formatted(text), null);
        }
    }

    static Read facet(Facet facet, String text) {
        var value = FacetValues.normal(facet, text);
        if (FacetValues.possible(facet, value)) return new Read.Good(new Clause.Value(facet, value));
        return new Read.Bad(
                "“%s” is no %s; it was left out. There is %s."
                        .formatted(text, facet.key(), String.join(", ", FacetValues.all(facet))),
                null);
    }

    private static Clause compared(Clause.Measure measure, String op, long value, @Nullable String currency) {
        return switch (op) {
            case "<" -> new Clause.Range(measure, Long.MIN_VALUE, value - 1, currency);
            case "<=", "≤" -> new Clause.Range(measure, Long.MIN_VALUE, value, currency);
            case ">" -> new Clause.Range(measure, value + 1, Long.MAX_VALUE, currency);
            case ">=", "≥" -> new Clause.Range(measure, value, Long.MAX_VALUE, currency);
            default -> new Clause.Range(measure, value, value, currency);
        };
    }

    private static Read range(Clause.Measure measure, long a, long b, @Nullable String currency) {
        return new Read.Good(new Clause.Range(measure, Math.min(a, b), Math.max(a, b), currency));
    }

    private static Clause range(long from, long to) {
        return new Clause.Range(Clause.Measure.SEEN, from, to, null);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
