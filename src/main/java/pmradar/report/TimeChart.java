package pmradar.report;

import java.awt.BasicStroke;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Break;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// A figure over time: a line for each column with its name at the end, its interval as a band, and gaps where the
/// series is not comparable with itself or nothing is known. As many lines as nobody tells apart, and bands that would
/// lie over each other, are drawn in panels; see [TimePanels].
final class TimeChart {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 250;
    private static final int ROOM_FOR_NAMES = 104;
    private static final int LINE_HEIGHT = 15;
    private static final int TICKS = 5;
    private static final int TICKS_IN_PANEL = 3;

    /// Beyond that, dots would be a band of their own, and what can be pointed at too small for it.
    private static final int MOST_DOTS = 60;
    private static final int MOST_POINTED = 200;

    /// A run of values without a gap. @param steps in order of time
    private record Run(int column, List<Step> steps) {}

    private record Step(Row row, LocalDate day, Measure measure) {}

    private final Figure figure;
    private final List<Integer> columns;
    private final @Nullable Panel panel;
    private final List<Run> runs;
    private final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    private final DeviationRenderer renderer = new DeviationRenderer(true, false);
    private final XYPlot plot;

    /// Where it stands beside others, with the same scale.
    ///
    /// @param top where the axis of values ends
    record Panel(String name, double top, int width, int height, boolean first) {}

    TimeChart(Figure figure, List<Integer> columns, @Nullable Panel panel) {
        this.figure = figure;
        this.columns = columns;
        this.panel = panel;
        this.runs = columns.stream().flatMap(column -> runs(figure, column)).toList();
        for (int i = 0; i < runs.size(); i++) draw(i, runs.get(i));
        var values = ChartStyle.values(figure.unit());
        if (panel != null) values.setRange(0, panel.top());
        this.plot = new XYPlot(data, days(), values, renderer);
    }

    static String of(Figure figure, CellLinks links) {
        if (TimePanels.draws(figure)) return new TimePanels(figure).svg(links);
        var columns = IntStream.range(0, figure.columns().size()).boxed().toList();
        var drawn = new TimeChart(figure, columns, null);
        return drawn.runs.isEmpty() ? "" : drawn.canvas(links).toString();
    }

    SvgCanvas canvas(CellLinks links) {
        ChartStyle.plain(plot);
        for (int i = 0; i < figure.breaks().size(); i++) mark(figure.breaks().get(i));
        var chart = new JFreeChart(null, ChartText.font(), plot, false);
        ChartStyle.plain(chart);
        boolean named = panel == null && columns.size() > 1;
        chart.setPadding(new RectangleInsets(panel == null ? 18 : 32, 2, 2, named ? ROOM_FOR_NAMES : 14));
        var canvas = panel == null
                ? new SvgCanvas(chart, WIDTH, HEIGHT, XmlText.of(figure.question()))
                : new SvgCanvas(chart, panel.width(), panel.height(), XmlText.of(panel.name()));
        number(canvas);
        if (named) names(canvas);
        if (panel != null) title(canvas, panel);
        if (figure.rows().size() <= MOST_POINTED)
            points(canvas, new Pointed(canvas, figure, links, panel == null || panel.first()));
        return canvas;
    }

    static int lines(Figure figure) {
        return TimePanels.draws(figure)
                ? TimePanels.lines(figure)
                : figure.columns().size();
    }

    /// What the panel is of, and what it was last.
    private void title(SvgCanvas canvas, Panel panel) {
        var last = columns.stream()
                .flatMap(column -> runs.stream()
                        .filter(run -> run.column() == column)
                        .reduce((_, later) -> later)
                        .map(run -> run.steps().getLast().measure().value())
                        .stream())
                .map(value -> ValueWords.number(value, figure.unit()))
                .collect(Collectors.joining(" / "));
        double room = canvas.plot().getMaxX() - ChartText.width(last) - 12;
        canvas.text(ChartText.fitting(XmlText.of(panel.name()), room), 4, 12, Ink.INK, "start");
        canvas.text(last, canvas.plot().getMaxX(), 12, ink(columns.getFirst()), "end");
    }

    /// In a panel, where names stand above, the first line has the first hue.
    private Ink ink(int column) {
        if (panel == null) return Ink.ofColumn(figure.columns(), column);
        return column == columns.getFirst() ? Ink.ACCENT : Ink.NOTICE;
    }

    private BasicStroke stroke(int column) {
        if (panel == null) return Ink.lineOf(figure.columns(), column);
        return Ink.line(column == columns.getFirst() ? 0 : 1);
    }

    /// Cut where a value is missing and where a break lies between two of them.
    private static Stream<Run> runs(Figure figure, int column) {
        var found = new ArrayList<Run>();
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
        return found.stream();
    }

    private static boolean broken(Figure figure, LocalDate before, LocalDate after) {
        return figure.breaks().stream().map(Break::day).anyMatch(day -> day.isAfter(before) && !day.isAfter(after));
    }

    private void draw(int index, Run run) {
        var series = new YIntervalSeries(index);
        for (var step : run.steps()) {
            double value = step.measure().value();
            double high = Objects.requireNonNullElse(step.measure().high(), value);
            series.add(
                    DayAxis.at(step.day()),
                    value,
                    Objects.requireNonNullElse(step.measure().low(), value),
                    panel == null ? high : Math.min(high, panel.top()));
        }
        data.addSeries(series);
        var ink = ink(run.column());
        renderer.setSeriesPaint(index, ink.color());
        renderer.setSeriesFillPaint(index, ink.color());
        renderer.setSeriesStroke(index, stroke(run.column()));
        renderer.setAlpha(columns.size() > 1 && panel == null ? 0.1f : 0.14f);
    }

    private DateAxis days() {
        var all = figure.rows().stream().map(Row::from).filter(Objects::nonNull).toList();
        var first = all.isEmpty() ? LocalDate.EPOCH : all.getFirst();
        var last = all.isEmpty() ? LocalDate.EPOCH : all.getLast();
        return DayAxis.of(first, last, panel == null ? TICKS : TICKS_IN_PANEL);
    }

    private void mark(Break one) {
        var marker = new ValueMarker(DayAxis.at(one.day()));
        marker.setPaint(Ink.EDGE.color());
        marker.setAlpha(1);
        marker.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 3}, 0));
        plot.addDomainMarker(marker);
    }

    private double x(SvgCanvas canvas, LocalDate day) {
        return plot.getDomainAxis().valueToJava2D(DayAxis.at(day), canvas.plot(), plot.getDomainAxisEdge());
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
        var names = columns.stream()
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
            var ink = ink(run.column());
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
