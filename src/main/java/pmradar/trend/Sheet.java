package pmradar.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure.Measure;

/// A figure in the making: each value with what says which postings it counts.
final class Sheet {

    /// Shares of fewer, and medians of fewer, are neither ranked nor spoken of.
    static final int FEW = 30;

    private static final int MOST_ROWS = 100;

    record Cell(Measure measure, Where where) {}

    private record Line(Figure.Row row, List<@Nullable Cell> cells) {

        long count() {
            return cells.stream()
                    .mapToLong(cell -> cell == null ? 0 : cell.measure().count())
                    .max()
                    .orElse(0);
        }

        boolean small() {
            return cells.stream()
                    .allMatch(cell -> cell == null || cell.measure().small());
        }
    }

    private final String id;
    private final String question;
    private final String method;
    private final Figure.Axis axis;
    private final Figure.Unit unit;
    private final List<String> columns;
    private List<Line> lines = new ArrayList<>();

    Sheet(String id, String question, String method, Figure.Axis axis, Figure.Unit unit, List<String> columns) {
        this.id = id;
        this.question = question;
        this.method = method;
        this.axis = axis;
        this.unit = unit;
        this.columns = columns;
    }

    void row(String key, String name, @Nullable LocalDate from, List<@Nullable Cell> cells) {
        var measures = new ArrayList<@Nullable Measure>();
        for (var cell : cells) measures.add(cell == null ? null : cell.measure());
        lines.add(new Line(new Figure.Row(key, name, from, measures), cells));
    }

    /// The largest first, small samples last, and no more than can be looked at.
    Sheet ranked() {
        lines = lines.stream()
                .sorted(Comparator.comparing(Line::small)
                        .thenComparing(Comparator.comparingLong(Line::count).reversed())
                        .thenComparing(line -> line.row().key()))
                .limit(MOST_ROWS)
                .toList();
        return this;
    }

    Figure figure(long counted, List<Figure.Break> breaks, @Nullable String currency) {
        var rows = lines.stream().map(Line::row).toList();
        return new Figure(id, question, method, axis, unit, columns, rows, counted, breaks, currency);
    }

    String id() {
        return id;
    }

    Figure.Axis axis() {
        return axis;
    }

    Figure.Unit unit() {
        return unit;
    }

    /// @throws IllegalArgumentException for a row or column that it has not
    @Nullable
    Where where(String row, int column) {
        var line = lines.stream().filter(one -> one.row().key().equals(row)).findFirst();
        if (line.isEmpty() || column < 0 || column >= columns.size())
            throw new IllegalArgumentException(
                    "The figure '%s' has no row '%s' with a column %d".formatted(id, row, column));
        var cell = line.get().cells().get(column);
        return cell == null ? null : cell.where();
    }

    static Cell count(long count, Where where) {
        return new Cell(new Measure(count, null, null, count, false), where);
    }

    /// @return null if there is nothing that it could be a share of
    static @Nullable Cell share(long count, long of, Where where) {
        if (of == 0) return null;
        var interval = Chance.wilson(count, of);
        return new Cell(new Measure((double) count / of, interval.low(), interval.high(), count, of < FEW), where);
    }

    /// The quartiles; all null where there are no numbers.
    static List<@Nullable Cell> quartiles(int[] sorted, Where where) {
        if (sorted.length == 0) return Arrays.asList(null, null, null);
        var cells = new ArrayList<@Nullable Cell>();
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            var quantile = Quantile.of(sorted, share);
            boolean small = sorted.length < FEW;
            var measure = new Measure(quantile.value(), quantile.low(), quantile.high(), sorted.length, small);
            cells.add(new Cell(measure, where));
        }
        return cells;
    }
}
