package pmradar.trend;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer of a report as a table: charts, files and sentences are all made from it.
///
/// @param id stable name for addresses and files: lower case letters, digits and hyphens
/// @param question what it answers, in words
/// @param method how it is counted, in a sentence or three
/// @param columns what each row has a value of, in order: `["technical", "general"]`, `["lower quartile", "median", …]`
/// @param rows over time oldest first, otherwise the largest first and rows of small samples last
/// @param counted how many postings stand behind the whole figure
/// @param breaks days at which a series over time is not comparable with itself
/// @param currency ISO 4217, of [Unit#PAY]: the one that most of the postings pay in; null for all other units
public record Figure(
        String id,
        String question,
        String method,
        Axis axis,
        Unit unit,
        List<String> columns,
        List<Row> rows,
        long counted,
        List<Break> breaks,
        @Nullable String currency) {

    /// Of any unit but [Unit#PAY].
    public Figure(
            String id,
            String question,
            String method,
            Axis axis,
            Unit unit,
            List<String> columns,
            List<Row> rows,
            long counted,
            List<Break> breaks) {
        this(id, question, method, axis, unit, columns, rows, counted, breaks, null);
    }

    public enum Axis {
        TIME,
        CATEGORY
    }

    /// What the values are: a count, a part of 0 to 1, a yearly amount in the figure's currency, days, a number as it
    /// is.
    public enum Unit {
        POSTINGS,
        SHARE,
        PAY,
        DAYS,
        NUMBER
    }

    /// @param key stable within the figure: an ISO date (first day of the step) or a code
    /// @param name for people
    /// @param from first day of the step; null for a category
    /// @param values one for each column; null where nothing is known
    public record Row(String key, String name, @Nullable LocalDate from, List<@Nullable Measure> values) {

        public Row {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /// @param low @param high ends of the 95% interval; null for what was counted whole
    /// @param count postings that it is made from, which [Trends#behind] names; of a share those that it counts, as
    ///     the 20 of 50 behind 0.4
    /// @param small whether what it is made from, of a share the 50, is too little to be ranked or spoken of
    public record Measure(
            double value, @Nullable Double low, @Nullable Double high, long count, boolean small) {}

    /// @param day from which on it is different @param why in words: a feed that began, died or changed
    public record Break(LocalDate day, String why) {}

    public Figure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        breaks = List.copyOf(breaks);
    }
}
