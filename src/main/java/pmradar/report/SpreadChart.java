package pmradar.report;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultIntervalCategoryDataset;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// A figure of medians and quartiles by category: a bar from the lower quartile to the upper one, with the median on
/// it.
final class SpreadChart {
    private static final List<String> QUARTILES = List.of("lower quartile", "median", "upper quartile");
    private static final int BAR = 20;
    private static final int BETWEEN = 10;
    private static final int AROUND = 34;
    private static final int ROOM_FOR_VALUES = 64;

    private final Figure figure;
    private final CategoryRows rows;
    /// Of a figure that compares there are two.
    private final int sides;
    private final CategoryPlot plot;

    private SpreadChart(Figure figure) {
        this.figure = figure;
        this.rows = CategoryRows.of(figure);
        this.sides = figure.columns().size() / QUARTILES.size();
        this.plot = new CategoryPlot(data(), rows.names(), rows.values(), bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        ChartStyle.plain(plot);
    }

    /// Whether a figure has the columns for it.
    static boolean draws(Figure figure) {
        var columns = figure.columns();
        return !columns.isEmpty()
                && columns.size() % QUARTILES.size() == 0
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).startsWith(QUARTILES.get(i % QUARTILES.size())));
    }

    static String of(Figure figure, CellLinks links) {
        return figure.rows().isEmpty() ? "" : new SpreadChart(figure).svg(links);
    }

    private String svg(CellLinks links) {
        var chart = new JFreeChart(null, ChartText.font(), plot, false);
        ChartStyle.plain(chart);
        chart.setPadding(new RectangleInsets(22, 2, 2, ROOM_FOR_VALUES));
        int height = rows.rows().size() * (sides * BAR + BETWEEN) + AROUND + 22;
        var canvas = new SvgCanvas(chart, CategoryRows.WIDTH, height, XmlText.of(figure.question()));
        canvas.text(
                sides == 1
                        ? "from quartile to quartile, median in words"
                        : "chosen above, compared below; median in words",
                canvas.plot().getMinX(),
                13,
                Ink.SOFT,
                "start");
        var pointed = new Pointed(canvas, figure, links);
        for (int row = 0; row < rows.rows().size(); row++)
            for (int side = 0; side < sides; side++) values(canvas, pointed, row, side);
        return canvas.toString();
    }

    private @Nullable Measure at(Row row, int side, int quartile) {
        return Pointed.at(row.values(), side * QUARTILES.size() + quartile);
    }

    private DefaultIntervalCategoryDataset data() {
        int count = rows.rows().size();
        var low = new Number[sides][count];
        var high = new Number[sides][count];
        for (int side = 0; side < sides; side++) {
            for (int i = 0; i < count; i++) {
                var lower = at(rows.rows().get(i), side, 0);
                var upper = at(rows.rows().get(i), side, 2);
                low[side][i] = lower == null || upper == null ? 0.0 : lower.value();
                high[side][i] = lower == null || upper == null ? 0.0 : upper.value();
            }
        }
        var names = IntStream.range(0, sides).mapToObj(String::valueOf).toArray(String[]::new);
        var places = IntStream.range(0, count).mapToObj(rows::place).toArray(CategoryRows.Place[]::new);
        return new DefaultIntervalCategoryDataset(names, places, low, high);
    }

    private IntervalBarRenderer bars() {
        var bars = new IntervalBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setItemMargin(0.15);
        for (int side = 0; side < sides; side++)
            bars.setSeriesPaint(side, ink(side).color());
        return bars;
    }

    private static Ink ink(int side) {
        return side == 0 ? Ink.ACCENT : Ink.SOFT;
    }

    private double x(SvgCanvas canvas, double value) {
        return plot.getRangeAxis().valueToJava2D(value, canvas.plot(), RectangleEdge.BOTTOM);
    }

    private void values(SvgCanvas canvas, Pointed pointed, int index, int side) {
        var row = rows.rows().get(index);
        double y = plot.getDomainAxis()
                .getCategorySeriesMiddle(
                        index, rows.rows().size(), side, sides, 0.15, canvas.plot(), RectangleEdge.LEFT);
        double end = canvas.plot().getMinX();
        for (int quartile : new int[] {0, 2, 1}) {
            var measure = at(row, side, quartile);
            if (measure == null) continue;
            var low = measure.low();
            var high = measure.high();
            end = Math.max(end, x(canvas, high == null ? measure.value() : Math.max(high, measure.value())));
            int column = side * QUARTILES.size() + quartile;
            var value = pointed.value(row, column, measure);
            double x = x(canvas, measure.value());
            canvas.add(
                    value,
                    "rect",
                    "class",
                    "hit",
                    "x",
                    x - 7,
                    "y",
                    y - BAR / 2.0,
                    "width",
                    "14",
                    "height",
                    (double) BAR,
                    "fill",
                    "none",
                    "pointer-events",
                    "all");
            if (quartile != 1) {
                pointed.tip(value, row, column, measure, x, y);
                continue;
            }
            if (low != null && high != null) CategoryChart.whisker(canvas, value, x(canvas, low), x(canvas, high), y);
            canvas.add(
                    value,
                    "circle",
                    "class",
                    "fill-paper stroke-ink",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    "3.5",
                    "fill",
                    Ink.PAPER.hex(),
                    "stroke",
                    Ink.INK.hex(),
                    "stroke-width",
                    "1.5");
            var words = ValueWords.number(measure.value(), figure.unit()) + (measure.small() ? " few" : "");
            canvas.text(value, words, end + 6, y + 4.5, measure.small() ? Ink.SOFT : Ink.INK, "start", "value");
        }
    }
}
