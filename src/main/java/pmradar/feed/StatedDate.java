package pmradar.feed;

import java.time.Instant;

/// A date as the feed states it.
///
/// @param at the instant; midnight UTC where only a day is given
/// @param dayOnly whether the feed gave no time of day
/// @param raw the feed's own notation
/// @param latest whether it is only a bound: "30+ days ago" is that day or any before it
public record StatedDate(Instant at, boolean dayOnly, String raw, boolean latest) {

    public StatedDate(Instant at, boolean dayOnly, String raw) {
        this(at, dayOnly, raw, false);
    }
}
