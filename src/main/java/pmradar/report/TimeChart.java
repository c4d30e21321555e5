package pmradar.report;

import java.awt.BasicStroke;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.time.DateRange;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Break;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// A figure over time: a line for each column with its name at the end, its interval as a band, and gaps where the
/// series is not comparable with itself or nothing is known.
final class TimeChart {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 250;
    private static final int ROOM_FOR_NAMES = 104;
    private static final int LINE_HEIGHT = 15;
    /// More lines than that nobody tells apart; the table has all.
    static final int MOST_LINES = 5;

    /// Beyond that, dots would be a band of their own, and what can be pointed at too small for it.
    private static final int MOST_DOTS = 60;
    private static final int MOST_POINTED = 200;

    /// A run of values without a gap. @param steps in order of time
    private record Run(int column, List<Step> steps) {}

    private record Step(Row row, LocalDate day, Measure measure) {}

    private final Figure figure;
    private final List<Run> runs;
    private final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    private final DeviationRenderer renderer = new DeviationRenderer(true, false);
    private final XYPlot plot;

    private TimeChart(Figure figure) {
        this.figure = figure;
        this.runs = runs(figure);
        for (int i = 0; i < runs.size(); i++) draw(i, runs.get(i));
        this.plot = new XYPlot(data, days(), ChartStyle.values(figure.unit()), renderer);
    }

    static String of(Figure figure, CellLinks links) {
        var drawn = new TimeChart(figure);
        if (drawn.runs.isEmpty()) return "";
        return drawn.svg(links);
    }

    private String svg(CellLinks links) {
        ChartStyle.plain(plot);
        for (int i = 0; i < figure.breaks().size(); i++) mark(figure.breaks().get(i));
        var chart = new JFreeChart(null, ChartText.font(), plot, false);
        ChartStyle.plain(chart);
        chart.setPadding(new RectangleInsets(18, 2, 2, figure.columns().size() > 1 ? ROOM_FOR_NAMES : 14));
        var canvas = new SvgCanvas(chart, WIDTH, HEIGHT, XmlText.of(figure.question()));
        number(canvas);
        if (figure.columns().size() > 1) names(canvas);
        if (figure.rows().size() <= MOST_POINTED) points(canvas, new Pointed(canvas, figure, links));
        return canvas.toString();
    }

    static int lines(Figure figure) {
        return Math.min(MOST_LINES, figure.columns().size());
    }

    /// Cut where a value is missing and where a break lies between two of them.
    private static List<Run> runs(Figure figure) {
        var found = new ArrayList<Run>();
        for (int column = 0; column < lines(figure); column++) {
            var steps = new ArrayList<Step>();
            for (var row : figure.rows()) {
                var measure = Pointed.at(row.values(), column);
                var day = row.from();
                boolean gap = measure == null || day == null;
                if (!steps.isEmpty() && (gap || broken(figure, steps.getLast().day(), Objects.requireNonNull(day)))) {
                    found.add(new Run(column, List.copyOf(steps)));
                    steps.clear();
                }
                if (measure != null && day != null) steps.add(new Step(row, day, measure));
            }
            if (!steps.isEmpty()) found.add(new Run(column, List.copyOf(steps)));
        }
        return found;
    }

    private static boolean broken(Figure figure, LocalDate before, LocalDate after) {
        return figure.breaks().stream().map(Break::day).anyMatch(day -> day.isAfter(before) && !day.isAfter(after));
    }

    private void draw(int index, Run run) {
        var series = new YIntervalSeries(index);
        for (var step : run.steps()) {
            double value = step.measure().value();
            series.add(
                    at(step.day()),
                    value,
                    Objects.requireNonNullElse(step.measure().low(), value),
                    Objects.requireNonNullElse(step.measure().high(), value));
        }
        data.addSeries(series);
        var ink = Ink.ofColumn(figure.columns(), run.column());
        renderer.setSeriesPaint(index, ink.color());
        renderer.setSeriesFillPaint(index, ink.color());
        renderer.setSeriesStroke(index, Ink.lineOf(figure.columns(), run.column()));
        renderer.setAlpha(0.14f);
    }

    private static double at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private DateAxis days() {
        var zone = TimeZone.getTimeZone(ZoneOffset.UTC);
        var axis = new DateAxis(null, zone, Locale.ENGLISH);
        var all = figure.rows().stream().map(Row::from).filter(Objects::nonNull).toList();
        var first = all.isEmpty() ? LocalDate.EPOCH : all.getFirst();
        var last = all.isEmpty() ? LocalDate.EPOCH : all.getLast();
        double margin = Math.max((at(last) - at(first)) * 0.02, 12 * 3_600_000.0);
        axis.setRange(new DateRange(at(first) - margin, at(last) + margin));
        axis.setTickUnit(unit(first, last, zone));
        ChartStyle.plain(axis);
        return axis;
    }

    private static DateTickUnit unit(LocalDate first, LocalDate last, TimeZone zone) {
        long days = last.toEpochDay() - first.toEpochDay();
        if (days > 1500) return unit(DateTickUnitType.YEAR, days > 3000 ? 2 : 1, "yyyy", zone);
        if (days > 120) return unit(DateTickUnitType.MONTH, (int) Math.max(2, days / 100), "MMM yy", zone);
        return unit(DateTickUnitType.DAY, (int) Math.max(1, days / 4), "d MMM", zone);
    }

    private static DateTickUnit unit(DateTickUnitType type, int multiple, String pattern, TimeZone zone) {
        var format = new java.text.SimpleDateFormat(pattern, Locale.ENGLISH);
        format.setTimeZone(zone);
        return new DateTickUnit(type, multiple, format);
    }

    private void mark(Break one) {
        var marker = new ValueMarker(at(one.day()));
        marker.setPaint(Ink.EDGE.color());
        marker.setAlpha(1);
        marker.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 3}, 0));
        plot.addDomainMarker(marker);
    }

    private double x(SvgCanvas canvas, LocalDate day) {
        return plot.getDomainAxis().valueToJava2D(at(day), canvas.plot(), plot.getDomainAxisEdge());
    }

    private double y(SvgCanvas canvas, double value) {
        return plot.getRangeAxis().valueToJava2D(value, canvas.plot(), plot.getRangeAxisEdge());
    }

    /// The number of each break, which is told under the chart; breaks that would be written over one another share it.
    private void number(SvgCanvas canvas) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < figure.breaks().size(); i++) {
            double x = x(canvas, figure.breaks().get(i).day());
            if (x < canvas.plot().getMinX() || x > canvas.plot().getMaxX() || x < free) continue;
            canvas.text(String.valueOf(i + 1), x, canvas.plot().getMinY() - 5, Ink.SOFT, "middle");
            free = x + 18;
        }
    }

    private record Name(String words, double y, Ink ink) {}

    /// The name of each line at its end, moved apart where ends are close.
    private void names(SvgCanvas canvas) {
        var names = IntStream.range(0, lines(figure))
                .boxed()
                .flatMap(column -> runs.stream()
                        .filter(run -> run.column() == column)
                        .reduce((_, last) -> last)
                        .map(run -> new Name(
                                figure.columns().get(column),
                                y(canvas, run.steps().getLast().measure().value()),
                                Ink.ofColumn(figure.columns(), column)))
                        .stream())
                .sorted(Comparator.comparingDouble(Name::y))
                .toList();
        double free = canvas.plot().getMinY();
        double room = canvas.plot().getMaxY() + LINE_HEIGHT;
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            double y = Math.max(free, Math.min(name.y() + 4, room - (names.size() - i) * LINE_HEIGHT));
            var words = ChartText.fitting(XmlText.of(name.words()), ROOM_FOR_NAMES - 8.0);
            canvas.text(words, canvas.plot().getMaxX() + 4, y, name.ink(), "start");
            free = y + LINE_HEIGHT;
        }
    }

    private void points(SvgCanvas canvas, Pointed pointed) {
        boolean dots = figure.rows().size() <= MOST_DOTS;
        for (var run : runs) {
            var ink = Ink.ofColumn(figure.columns(), run.column());
            for (var step : run.steps()) {
                double x = x(canvas, step.day());
                double y = y(canvas, step.measure().value());
                var value = pointed.value(step.row(), run.column(), step.measure());
                canvas.add(
                        value,
                        "circle",
                        "class",
                        "hit",
                        "cx",
                        x,
                        "cy",
                        y,
                        "r",
                        "10",
                        "fill",
                        "none",
                        "pointer-events",
                        "all");
                dot(
                        canvas,
                        value,
                        x,
                        y,
                        ink,
                        step.measure().small(),
                        dots || run.steps().size() == 1);
                pointed.tip(value, step.row(), run.column(), step.measure(), x, y);
            }
        }
    }

    /// Hollow for a small sample.
    private static void dot(
            SvgCanvas canvas, org.w3c.dom.Element value, double x, double y, Ink ink, boolean small, boolean shown) {
        var fill = small ? Ink.PAPER : ink;
        var dot = canvas.add(value, "circle", "cx", x, "cy", y, "r", "3", "fill", fill.hex(), "stroke", ink.hex());
        dot.setAttribute(
                "class", "dot fill-%s stroke-%s%s".formatted(fill.word(), ink.word(), shown ? "" : " at-hover"));
        if (!shown) dot.setAttribute("opacity", "0");
    }
}
