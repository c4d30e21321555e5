package pmradar.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Pay as a field of the feed states it. Absent is not zero: a field that says 0 is no pay at all.
///
/// @param min @param max whole currency units; either may be missing ("from", "up to"), not both
/// @param currency ISO 4217, or null where the feed does not say
/// @param period `year` `month` `two weeks` `week` `day` `hour`, or null where the feed does not say
/// @param raw the feed's own words, where pay is a text
public record StatedPay(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String currency,
        @Nullable String period,
        @Nullable String raw) {}
