package pmradar.report;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// A figure as it is shown, the same on a page, in a document and in a mail: drawn, and as a table of words.
///
/// @param chart SVG, to be written as it is; empty where there is nothing to draw
/// @param counted how many postings stand behind it, in words
/// @param currency of amounts; null for other values
/// @param unshown what of it the chart leaves out, in a sentence; null where it shows all
/// @param left rows that the table leaves out, because a page has an end
public record FigureView(
        String id,
        String question,
        String method,
        String counted,
        boolean time,
        @Nullable String currency,
        List<String> columns,
        List<RowView> rows,
        int left,
        boolean small,
        @Nullable String unshown,
        String chart,
        List<BreakView> breaks) {
    /// How much of a table there is room for: the latest rows over time, the largest by category, and columns.
    enum Room {
        PAGE(400, 400, 100),
        PAPER(12, CategoryRows.MOST, 6);

        private final int times;
        private final int others;
        private final int columns;

        Room(int times, int others, int columns) {
            this.times = times;
            this.others = others;
            this.columns = columns;
        }
    }

    public record RowView(String key, String name, List<CellView> cells) {}

    /// @param words the value with its unit; a dash where nothing is known
    /// @param interval its 95% interval; null for what was counted whole
    public record CellView(
            String words,
            @Nullable String interval,
            String counted,
            boolean small,
            @Nullable String link) {}

    /// @param number as the chart has it
    public record BreakView(int number, String day, String why) {}

    static FigureView of(Figure figure, CellLinks links, Room room) {
        var rows = figure.rows();
        boolean time = figure.axis() == Axis.TIME;
        int left = Math.max(0, rows.size() - (time ? room.times : room.others));
        int columns = Math.min(figure.columns().size(), room.columns);
        var shown = time ? rows.subList(left, rows.size()) : rows.subList(0, rows.size() - left);
        return new FigureView(
                figure.id(),
                XmlText.of(figure.question()),
                XmlText.of(figure.method()),
                ValueWords.postings(figure.counted()),
                time,
                figure.currency(),
                figure.columns().stream().limit(columns).map(XmlText::of).toList(),
                shown.stream().map(row -> row(figure, row, columns, links)).toList(),
                left,
                rows.stream().flatMap(row -> row.values().stream()).anyMatch(one -> one != null && one.small()),
                unshown(figure),
                chart(figure, links),
                IntStream.range(0, figure.breaks().size())
                        .mapToObj(i -> new BreakView(
                                i + 1,
                                DayWords.of(figure.breaks().get(i).day()),
                                XmlText.of(figure.breaks().get(i).why())))
                        .toList());
    }

    private static @Nullable String unshown(Figure figure) {
        boolean time = figure.axis() == Axis.TIME;
        int all = time ? figure.columns().size() : figure.rows().size();
        int shown = time ? TimeChart.lines(figure) : Math.min(CategoryRows.MOST, all);
        return shown == all ? null : "The chart shows the first %d of %d.".formatted(shown, all);
    }

    private static String chart(Figure figure, CellLinks links) {
        if (figure.axis() == Axis.TIME) return TimeChart.of(figure, links);
        return SpreadChart.draws(figure) ? SpreadChart.of(figure, links) : CategoryChart.of(figure, links);
    }

    private static RowView row(Figure figure, Row row, int columns, CellLinks links) {
        return new RowView(
                row.key(),
                XmlText.of(row.name()),
                IntStream.range(0, columns)
                        .mapToObj(column -> cell(figure, row, column, links))
                        .toList());
    }

    private static CellView cell(Figure figure, Row row, int column, CellLinks links) {
        @Nullable Measure measure = Pointed.at(row.values(), column);
        if (measure == null) return new CellView("–", null, "", false, null);
        return new CellView(
                ValueWords.number(measure.value(), figure.unit()),
                ValueWords.interval(measure, figure.unit()),
                ValueWords.counted(measure, figure.unit()),
                measure.small(),
                links.of(figure.id(), row.key(), column));
    }
}
