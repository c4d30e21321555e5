package pmradar.feed;

import java.time.Instant;

/// A date as the feed states it.
///
/// @param at the instant; midnight UTC where only a day is given
/// @param dayOnly whether the feed gave no time of day
/// @param raw the feed's own notation
public record StatedDate(Instant at, boolean dayOnly, String raw) {}
