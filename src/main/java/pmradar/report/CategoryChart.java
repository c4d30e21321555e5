package pmradar.report;

import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// A figure by category: a bar from zero for each value, with its interval as a line over its end and the value in
/// words behind it.
final class CategoryChart {
    private static final int WIDTH = CategoryRows.WIDTH;
    private static final int BAR = 15;
    private static final int BETWEEN = 9;
    private static final int AROUND = 34;
    private static final int ROOM_FOR_VALUES = 64;

    private record Bar(Row row, int column, Measure measure, Rectangle2D area) {}

    private final Figure figure;
    private final CategoryRows rows;
    private final CategoryPlot plot;

    private CategoryChart(Figure figure) {
        this.figure = figure;
        this.rows = CategoryRows.of(figure);
        this.plot = new CategoryPlot(data(), rows.names(), rows.values(), bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        ChartStyle.plain(plot);
    }

    static String of(Figure figure, CellLinks links) {
        if (figure.rows().isEmpty()) return "";
        return new CategoryChart(figure).svg(links);
    }

    private String svg(CellLinks links) {
        var chart = new JFreeChart(null, ChartText.font(), plot, false);
        ChartStyle.plain(chart);
        int legend = figure.columns().size() > 1 ? 22 : 4;
        chart.setPadding(new RectangleInsets(legend, 2, 2, ROOM_FOR_VALUES));
        int height = rows.rows().size() * (figure.columns().size() * BAR + BETWEEN) + AROUND + legend;
        var canvas = new SvgCanvas(chart, WIDTH, height, XmlText.of(figure.question()));
        if (figure.columns().size() > 1) columns(canvas);
        var pointed = new Pointed(canvas, figure, links);
        for (var bar : drawn(canvas)) value(canvas, pointed, bar);
        return canvas.toString();
    }

    private DefaultCategoryDataset data() {
        var data = new DefaultCategoryDataset();
        for (int i = 0; i < rows.rows().size(); i++) {
            for (int column = 0; column < figure.columns().size(); column++) {
                var measure = Pointed.at(rows.rows().get(i).values(), column);
                data.addValue(measure == null ? null : (Number) measure.value(), (Integer) column, rows.place(i));
            }
        }
        return data;
    }

    private BarRenderer bars() {
        var bars = new BarRenderer() {
            @Override
            public Paint getItemPaint(int column, int row) {
                return Ink.of(figure, rows.rows().get(row), column).color();
            }
        };
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setItemMargin(0.1);
        return bars;
    }

    private List<Bar> drawn(SvgCanvas canvas) {
        var found = new ArrayList<Bar>();
        for (var entity : canvas.info().getEntityCollection().getEntities()) {
            if (!(entity instanceof CategoryItemEntity item && item.getColumnKey() instanceof CategoryRows.Place place))
                continue;
            var row = rows.rows().get(place.index());
            int column = (Integer) item.getRowKey();
            var measure = Pointed.at(row.values(), column);
            if (measure != null)
                found.add(new Bar(row, column, measure, item.getArea().getBounds2D()));
        }
        return found;
    }

    private double x(SvgCanvas canvas, double value) {
        return plot.getRangeAxis().valueToJava2D(value, canvas.plot(), RectangleEdge.BOTTOM);
    }

    private void value(SvgCanvas canvas, Pointed pointed, Bar bar) {
        var area = canvas.plot();
        var value = pointed.value(bar.row(), bar.column(), bar.measure());
        double middle = bar.area().getCenterY();
        double end = x(canvas, bar.measure().value());
        canvas.add(
                value,
                "rect",
                "class",
                "hit",
                "x",
                area.getMinX(),
                "y",
                middle - BAR / 2.0,
                "width",
                area.getWidth() + ROOM_FOR_VALUES,
                "height",
                (double) BAR,
                "fill",
                "none",
                "pointer-events",
                "all");
        if (bar.measure().small()) hollow(canvas, value, bar);
        var low = bar.measure().low();
        var high = bar.measure().high();
        double behind = end;
        if (low != null && high != null) {
            behind = Math.max(end, x(canvas, high));
            whisker(canvas, value, x(canvas, low), x(canvas, high), middle);
        }
        var words = ValueWords.number(bar.measure().value(), figure.unit())
                + (bar.measure().small() ? " few" : "");
        canvas.text(
                value, words, behind + 5, middle + 4.5, bar.measure().small() ? Ink.SOFT : Ink.INK, "start", "value");
    }

    static void whisker(SvgCanvas canvas, org.w3c.dom.Element value, double from, double to, double y) {
        canvas.add(
                value,
                "path",
                "class",
                "stroke-ink",
                "stroke",
                Ink.INK.hex(),
                "stroke-width",
                "1.2",
                "fill",
                "none",
                "d",
                "M%.1f %.1fV%.1fM%.1f %.1fH%.1fM%.1f %.1fV%.1f"
                        .formatted(from, y - 3, y + 3, from, y, to, to, y - 3, y + 3));
    }

    /// A small sample is shown as an outline.
    private void hollow(SvgCanvas canvas, org.w3c.dom.Element value, Bar bar) {
        var ink = Ink.of(figure, bar.row(), bar.column());
        var area = bar.area();
        canvas.add(
                value,
                "rect",
                "class",
                "fill-paper stroke-" + ink.word(),
                "x",
                area.getX() + 0.5,
                "y",
                area.getY() + 0.5,
                "width",
                Math.max(0, area.getWidth() - 1),
                "height",
                Math.max(0, area.getHeight() - 1),
                "fill",
                Ink.PAPER.hex(),
                "stroke",
                ink.hex(),
                "stroke-dasharray",
                "3 2",
                "fill-opacity",
                "0.75");
    }

    /// What the colours mean, in a line above, in the order of the bars.
    private void columns(SvgCanvas canvas) {
        double x = canvas.plot().getMinX();
        for (int i = 0; i < figure.columns().size(); i++) {
            var ink = Ink.ofColumn(figure.columns(), i);
            var words = XmlText.of(figure.columns().get(i));
            if (x + 14 + ChartText.width(words) > WIDTH && i > 0) break;
            canvas.add(
                    "rect",
                    "class",
                    "fill-" + ink.word(),
                    "x",
                    x,
                    "y",
                    "4",
                    "width",
                    "9",
                    "height",
                    "9",
                    "fill",
                    ink.hex());
            canvas.text(words, x + 13, 13, ink, "start");
            x += 13 + ChartText.width(words) + 14;
        }
    }
}
