package pmradar.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pmradar.classify.Flag;
import pmradar.posting.Posting;
import pmradar.search.QueryField.Read;

/// How sure a judgement is, and what is remarkable of it, as the query language asks for them.
public final class QueryFlags {

    private static final Pattern SURE =
            Pattern.compile("(?<op><=|>=|=|<|>|≤|≥)?(?<a>\\d{0,3}(?:[.,]\\d{1,4})?)(?<ap>%)?"
                    + "(?:(?:\\.\\.|-|–)(?<b>\\d{0,3}(?:[.,]\\d{1,4})?)(?<bp>%)?)?");
    private static final String CORRECTED = "corrected";
    private static final int WHOLE = 10_000;

    private QueryFlags() {}

    /// The tags of a posting.
    public static List<String> of(Posting posting) {
        var flags = posting.classification().flags().stream().map(Flag::tag).sorted();
        return Stream.concat(flags, posting.corrections().isEmpty() ? Stream.empty() : Stream.of(CORRECTED))
                .toList();
    }

    /// A probability as the index and [Clause.Measure#SURENESS] count it.
    public static long counted(double sureness) {
        return Math.round(sureness * WHOLE);
    }

    static Read flag(String text) {
        var wanted = text.toLowerCase(Locale.ROOT).strip().replace(' ', '-');
        var known = Stream.concat(Stream.of(Flag.values()).map(Flag::tag), Stream.of(CORRECTED))
                .toList();
        if (known.contains(wanted)) return new Read.Good(new Clause.Phrase(Clause.In.FLAG, wanted));
        return new Read.Bad(
                "“%s” is no mark; it was left out. There is %s.".formatted(text, String.join(", ", known)), null);
    }

    static Read sure(String text) {
        var m = SURE.matcher(text);
        var a = m.matches() ? part(m.group("a"), m.group("ap")) : -1;
        var b = a >= 0 && m.group("b") != null ? part(m.group("b"), m.group("bp")) : a;
        if (a < 0 || b < 0) {
            return new Read.Bad(
                    "“%s” is no probability; write sure:<0.7, sure:>=90%% or sure:0.5..0.7. It was left out."
                            .formatted(text),
                    null);
        }
        if (m.group("b") != null) return good(Math.min(a, b), Math.max(a, b));
        return switch (m.group("op")) {
            case "<" -> good(Long.MIN_VALUE, a - 1);
            case "<=", "≤" -> good(Long.MIN_VALUE, a);
            case ">" -> good(a + 1, Long.MAX_VALUE);
            case "=" -> good(a, a);
            case null, default -> good(a, Long.MAX_VALUE);
        };
    }

    private static Read good(long from, long to) {
        return new Read.Good(new Clause.Range(Clause.Measure.SURENESS, from, to, null));
    }

    /// In ten-thousandths; negative if it is none from 0 to 1.
    private static long part(String digits, @org.jspecify.annotations.Nullable String percent) {
        if (digits.isEmpty()) return -1;
        var value = new BigDecimal(digits.replace(',', '.'));
        var whole = value.movePointRight(percent == null ? 4 : 2).longValue();
        return whole <= WHOLE ? whole : -1;
    }

    static String percent(long counted) {
        return "%s%%"
                .formatted(BigDecimal.valueOf(counted, 2).stripTrailingZeros().toPlainString());
    }
}
