package pmradar.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a person hears of what was found, by their own clock.
///
/// @param at the time of day of a digest; left alone where each posting is told at once
/// @param days on which they want to hear anything at all; of a weekly digest the first of them
/// @param quiet when nothing is sent; what was found waits until it is over
public record Schedule(
        Pace pace,
        ZoneId zone,
        LocalTime at,
        Set<DayOfWeek> days,
        @Nullable Quiet quiet) {

    public enum Pace {
        AT_ONCE,
        DAILY,
        WEEKLY
    }

    /// From one time of day to another, over midnight where the first is the later one.
    public record Quiet(LocalTime from, LocalTime to) {

        public Quiet {
            if (from.equals(to))
                throw new IllegalArgumentException("Quiet hours begin and end at different times of day.");
        }

        boolean holds(LocalTime time) {
            var inside = !time.isBefore(from) && time.isBefore(to);
            return from.isBefore(to) ? inside : !time.isBefore(from) || time.isBefore(to);
        }
    }

    private static final int MOST_DAYS_AHEAD = 15;

    public Schedule {
        if (days.isEmpty()) throw new IllegalArgumentException("Choose at least one day of the week.");
        days = Set.copyOf(EnumSet.copyOf(days));
        if (pace != Pace.AT_ONCE && quiet != null && quiet.holds(at))
            throw new IllegalArgumentException("The digest would come within the quiet hours; choose another time.");
    }

    public static Schedule atOnce(ZoneId zone) {
        return new Schedule(Pace.AT_ONCE, zone, LocalTime.of(8, 0), EnumSet.allOf(DayOfWeek.class), null);
    }

    /// The first moment at or after `from` at which something may be sent.
    public Instant next(Instant from) {
        var start = from.atZone(zone);
        return switch (pace) {
            case AT_ONCE -> nextFree(start);
            case DAILY -> nextAt(start, days);
            case WEEKLY ->
                nextAt(start, EnumSet.of(days.stream().min(DayOfWeek::compareTo).orElseThrow()));
        };
    }

    /// The first moment at or after `from` that is neither in quiet hours nor on a day without news.
    Instant free(Instant from) {
        return nextFree(from.atZone(zone));
    }

    private Instant nextFree(ZonedDateTime start) {
        var moment = start;
        for (int i = 0; i < 2 * MOST_DAYS_AHEAD; i++) {
            if (!days.contains(moment.getDayOfWeek()))
                moment = midnight(moment.toLocalDate().plusDays(1));
            else if (quiet != null && quiet.holds(moment.toLocalTime())) moment = over(moment, quiet);
            else return moment.toInstant();
        }
        throw new IllegalStateException("A schedule without a free moment: " + this);
    }

    /// The end of the quiet hours that hold at this moment. Where clocks go forward over it, the first moment after.
    private ZonedDateTime over(ZonedDateTime moment, Quiet quiet) {
        var day = moment.toLocalTime().isBefore(quiet.to())
                ? moment.toLocalDate()
                : moment.toLocalDate().plusDays(1);
        var end = ZonedDateTime.of(day, quiet.to(), zone);
        return end.isAfter(moment) ? end : moment.plus(Duration.ofMinutes(30));
    }

    /// A time of day that the clocks skip is the first that there is after it; one that comes twice is the first of
    /// the two.
    private Instant nextAt(ZonedDateTime start, Set<DayOfWeek> wanted) {
        var day = start.toLocalDate();
        for (int ahead = 0; ahead < MOST_DAYS_AHEAD; ahead++, day = day.plusDays(1)) {
            var moment = ZonedDateTime.of(day, at, zone);
            if (wanted.contains(day.getDayOfWeek()) && !moment.isBefore(start)) return moment.toInstant();
        }
        throw new IllegalStateException("A schedule without a day: " + this);
    }

    private ZonedDateTime midnight(LocalDate day) {
        return day.atStartOfDay(zone);
    }

    /// The day that a moment falls on for the person.
    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    Instant dayBegins(Instant moment) {
        return midnight(day(moment)).toInstant();
    }

    Instant nextDay(Instant moment) {
        return midnight(day(moment).plusDays(1)).toInstant();
    }
}
