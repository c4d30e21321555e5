package pmradar.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import pmradar.trend.Question.Grain;

/// How often a report is sent, and how far back it looks.
public enum Pace {
    /// Each Monday of the week before, among half a year of weeks.
    WEEKLY(Grain.WEEK),
    /// On the first day of a month of the month before, among two years of months: a season can be told from a trend.
    MONTHLY(Grain.MONTH);

    private static final int WEEKS_BACK = 26;
    private static final int MONTHS_BACK = 24;
    /// By then, in UTC, the last day was counted.
    private static final LocalTime DUE = LocalTime.of(6, 0);

    private final Grain grain;

    Pace(Grain grain) {
        this.grain = grain;
    }

    Grain grain() {
        return grain;
    }

    /// The week or month that a report is about. @param from first day @param to last day
    record Issued(LocalDate from, LocalDate to) {

        /// When it may be sent.
        Instant due() {
            return to.plusDays(1).atTime(DUE).toInstant(ZoneOffset.UTC);
        }
    }

    /// The last one that may be sent at a moment.
    Issued last(Instant now) {
        var day = now.atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .minusHours(DUE.getHour())
                .toLocalDate();
        return switch (this) {
            case WEEKLY -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Issued(monday.minusWeeks(1), monday.minusDays(1));
            }
            case MONTHLY -> {
                var first = day.withDayOfMonth(1);
                yield new Issued(first.minusMonths(1), first.minusDays(1));
            }
        };
    }

    /// First day of what a report looks at that ends on a day.
    LocalDate since(LocalDate to) {
        return switch (this) {
            case WEEKLY -> to.plusDays(1).minusWeeks(WEEKS_BACK);
            case MONTHLY -> to.plusDays(1).minusMonths(MONTHS_BACK);
        };
    }
}
