package pmradar.report;

import java.util.List;
import java.util.Objects;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Row;

/// The rows of a figure by category that a chart has room for, with the axes around them.
record CategoryRows(Figure figure, List<Row> rows) {
    /// What fits on one look; the table has all.
    static final int MOST = 12;

    static final int WIDTH = 440;
    private static final int ROOM_FOR_NAMES = 150;

    /// A row as the axis writes it: rows of the same name are two all the same.
    record Place(int index, String words) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static CategoryRows of(Figure figure) {
        return new CategoryRows(figure, figure.rows().stream().limit(MOST).toList());
    }

    Place place(int row) {
        return new Place(row, ChartText.fitting(XmlText.of(rows.get(row).name()), ROOM_FOR_NAMES));
    }

    CategoryAxis names() {
        var axis = new CategoryAxis();
        ChartStyle.plain(axis);
        axis.setTickMarksVisible(false);
        axis.setTickLabelPaint(Ink.INK.color());
        axis.setMaximumCategoryLabelWidthRatio(10);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.2);
        return axis;
    }

    /// From zero, wide enough for each interval.
    NumberAxis values() {
        var axis = ChartStyle.values(figure.unit());
        double low = 0;
        double high = 0;
        for (var row : rows) {
            for (var one : row.values()) {
                if (one == null) continue;
                low = Math.min(low, Objects.requireNonNullElse(one.low(), one.value()));
                high = Math.max(high, Math.max(one.value(), Objects.requireNonNullElse(one.high(), one.value())));
            }
        }
        axis.setRange(low * 1.04, high <= low ? low + 1 : high * 1.04);
        return axis;
    }
}
