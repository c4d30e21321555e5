package pmradar.feed.type;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pmradar.feed.StatedPay;

/// Several ranges of one listing (a level or a place each) as the one range that holds them all. Ranges in another
/// currency or period than the first are left out, because numbers of different units have no common range.
final class PayRange {
    private @Nullable StatedPay all;

    PayRange and(@Nullable StatedPay more) {
        if (more == null) return this;
        StatedPay one = all;
        if (one == null) {
            all = more;
        } else if (Objects.equals(one.currency(), more.currency()) && Objects.equals(one.period(), more.period())) {
            all = new StatedPay(
                    least(one.min(), more.min()), most(one.max(), more.max()), one.currency(), one.period(), one.raw());
        }
        return this;
    }

    void cents(@Nullable String min, @Nullable String max, @Nullable String currency) {
        StatedPay pay = PayText.of(min, max, currency, null);
        if (pay == null) return;
        and(new StatedPay(whole(pay.min()), whole(pay.max()), pay.currency(), null, null));
    }

    @Nullable
    StatedPay pay() {
        return all;
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal cents) {
        if (cents == null) return null;
        BigDecimal units = cents.movePointLeft(2).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    private static @Nullable BigDecimal least(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.min(other);
    }

    private static @Nullable BigDecimal most(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.max(other);
    }
}
