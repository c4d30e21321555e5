package pmradar.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Unit;

/// Values in words, with their unit.
final class ValueWords {

    private ValueWords() {}

    static String of(Measure measure, Unit unit) {
        return number(measure.value(), unit) + behind(measure.value(), unit);
    }

    /// The 95% interval, such as "31 to 37%"; null for what was counted whole.
    static @Nullable String interval(Measure measure, Unit unit) {
        var low = measure.low();
        var high = measure.high();
        if (low == null || high == null) return null;
        return "%s to %s%s".formatted(bare(low, unit), bare(high, unit), unit == Unit.SHARE ? "%" : "");
    }

    /// What stands behind one value, where it is no count itself.
    static String counted(Measure measure, Unit unit) {
        return unit == Unit.POSTINGS ? "" : postings(measure.count());
    }

    static String postings(long count) {
        return "%,d posting%s".formatted(count, count == 1 ? "" : "s");
    }

    /// Without the unit where it is a word.
    static String number(double value, Unit unit) {
        return bare(value, unit) + (unit == Unit.SHARE ? "%" : "");
    }

    private static String bare(double value, Unit unit) {
        return switch (unit) {
            case POSTINGS, PAY -> format("%,d", Math.round(value));
            case SHARE -> share(value * 100);
            case DAYS, NUMBER -> value == Math.rint(value) ? format("%,d", Math.round(value)) : format("%,.1f", value);
        };
    }

    /// Parts of a percent only where the whole ones say too little.
    private static String share(double percent) {
        var near = Math.abs(percent);
        return near < 10 && near != Math.rint(near) ? format("%.1f", percent) : format("%d", Math.round(percent));
    }

    private static String behind(double value, Unit unit) {
        return switch (unit) {
            case POSTINGS -> Math.round(value) == 1 ? " posting" : " postings";
            case DAYS -> value == 1 ? " day" : " days";
            case SHARE, PAY, NUMBER -> "";
        };
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ENGLISH, pattern, value);
    }
}
