package pmradar.posting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a posting pays.
///
/// @param min @param max in `currency` per `period`; either may be missing, not both
/// @param currency ISO 4217
/// @param stated whether a field of the feed says it; else it was read from the text
/// @param raw the words it was read from
public record Pay(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String currency,
        Period period,
        boolean stated,
        @Nullable String raw) {

    /// One year is 2,080 hours of work, 260 days, 52 weeks, 26 fortnights, 12 months.
    public enum Period {
        YEAR(1),
        MONTH(12),
        TWO_WEEKS(26),
        WEEK(52),
        DAY(260),
        HOUR(2080);

        private final int perYear;

        Period(int perYear) {
            this.perYear = perYear;
        }

        public int perYear() {
            return perYear;
        }
    }

    public Pay {
        if (min == null && max == null) throw new IllegalArgumentException("pay needs an amount");
    }

    public @Nullable BigDecimal yearlyMin() {
        return min == null ? null : min.multiply(BigDecimal.valueOf(period.perYear()));
    }

    public @Nullable BigDecimal yearlyMax() {
        return max == null ? null : max.multiply(BigDecimal.valueOf(period.perYear()));
    }
}
