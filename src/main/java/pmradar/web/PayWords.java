package pmradar.web;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Pay;

/// Pay in words: as stated, and by the year beside it where the stated period is another.
final class PayWords {

    private static final Map<String, String> SIGNS =
            Map.of("EUR", "€", "USD", "$", "GBP", "£", "JPY", "¥", "INR", "₹", "PLN", "zł ", "CHF", "CHF ");

    private PayWords() {}

    static String stated(Pay pay) {
        return range(pay.currency(), pay.min(), pay.max()) + per(pay.period());
    }

    /// By the year, rounded to thousands; null where the posting itself states it by the year.
    static @Nullable String yearly(Pay pay) {
        if (pay.period() == Pay.Period.YEAR) return null;
        return range(pay.currency(), pay.yearlyMin(), pay.yearlyMax()) + " a year";
    }

    /// The one number that turns the stated period into a year.
    static String counted(Pay.Period period) {
        var units = switch (period) {
            case YEAR -> "year";
            case MONTH -> "months";
            case TWO_WEEKS -> "fortnights";
            case WEEK -> "weeks";
            case DAY -> "days";
            case HOUR -> "hours";
        };
        return "at %s %s a year".formatted(Wording.grouped(period.perYear()), units);
    }

    private static String range(String currency, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        var sign = SIGNS.getOrDefault(currency, currency + " ");
        if (min == null) return max == null ? "" : "up to " + sign + amount(max);
        if (max == null) return "from " + sign + amount(min);
        if (min.compareTo(max) == 0) return sign + amount(min);
        return sign + amount(min) + "–" + amount(max);
    }

    /// Ten thousands and more in thousands ("95k"), less with all digits.
    private static String amount(BigDecimal amount) {
        if (amount.compareTo(BigDecimal.valueOf(10_000)) < 0) {
            return amount.stripTrailingZeros().scale() > 0
                    ? amount.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString()
                    : Wording.grouped(amount.longValue());
        }
        return Wording.grouped(Math.round(amount.doubleValue() / 1000)) + "k";
    }

    private static String per(Pay.Period period) {
        return switch (period) {
            case YEAR -> " a year";
            case MONTH -> " a month";
            case TWO_WEEKS -> " a fortnight";
            case WEEK -> " a week";
            case DAY -> " a day";
            case HOUR -> " an hour";
        };
    }
}
