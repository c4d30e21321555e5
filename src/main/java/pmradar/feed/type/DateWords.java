package pmradar.feed.type;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;
import pmradar.feed.StatedDate;
import pmradar.feed.StatedDates;

/// The three dates of a listing, out of the feed's own notation.
final class DateWords {
    /// NEOGOV ends a time with a colon and a fraction.
    private static final Pattern COLON_FRACTION = Pattern.compile("(\\d{2}:\\d{2}:\\d{2}):\\d+$");

    private DateWords() {}

    static Listing.Dates dates(@Nullable String posted, @Nullable String updated, @Nullable String closes) {
        return new Listing.Dates(date(posted), date(updated), date(closes));
    }

    static @Nullable StatedDate date(@Nullable String raw) {
        if (raw == null) return null;
        return StatedDates.parse(COLON_FRACTION.matcher(raw.strip()).replaceFirst("$1"));
    }
}
