package pmradar.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days in words, as counts are made: in UTC.
final class DayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DayWords() {}

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    static String of(Instant at) {
        return TIME.format(at);
    }

    static String period(LocalDate from, LocalDate to) {
        return from.equals(to) ? of(from) : of(from) + " to " + of(to);
    }
}
