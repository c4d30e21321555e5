package pmradar.report;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.data.time.DateRange;

/// The axis of days, in UTC, with as many ticks as can be read.
final class DayAxis {
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private DayAxis() {}

    /// @param ticks the most
    static DateAxis of(LocalDate first, LocalDate last, int ticks) {
        var axis = new DateAxis(null, UTC, Locale.ENGLISH);
        double margin = Math.max((at(last) - at(first)) * 0.02, 12 * 3_600_000.0);
        axis.setRange(new DateRange(at(first) - margin, at(last) + margin));
        axis.setTickUnit(unit(last.toEpochDay() - first.toEpochDay(), ticks));
        ChartStyle.plain(axis);
        return axis;
    }

    static double at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static DateTickUnit unit(long days, int ticks) {
        if (days > 1500) return unit(DateTickUnitType.YEAR, upTo(days / 365.0, ticks), "yyyy");
        if (days > 120) return unit(DateTickUnitType.MONTH, upTo(days / 30.4, ticks), "MMM yy");
        return unit(DateTickUnitType.DAY, upTo(days, ticks), "d MMM");
    }

    /// How wide a step is so that no more than these fit.
    private static int upTo(double units, int ticks) {
        return (int) Math.max(1, Math.ceil(units / ticks));
    }

    private static DateTickUnit unit(DateTickUnitType type, int multiple, String pattern) {
        var format = new SimpleDateFormat(pattern, Locale.ENGLISH);
        format.setTimeZone(UTC);
        return new DateTickUnit(type, multiple, format);
    }
}
