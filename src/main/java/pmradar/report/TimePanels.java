package pmradar.report;

import java.awt.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pmradar.report.TimeChart.Panel;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Measure;

/// A figure over time of many lines: each in a panel of its own beside the others, all with the same scales, so that
/// neither lines nor bands lie over each other. What it is compared with is in the same panel.
final class TimePanels {
    private static final int ACROSS = 2;
    private static final int WIDTH = 216;
    private static final int HEIGHT = 116;
    private static final int GAP = 8;

    /// More panels than that nobody looks at; the table has all.
    private static final int MOST = 12;

    /// More lines than that are hard to tell apart.
    private static final int LINES = 5;

    /// More bands than that lie over each other.
    private static final int BANDS = 2;

    private static final String COMPARED = ", compared";

    private final Figure figure;

    /// Columns of each panel, by its name.
    private final Map<String, List<Integer>> panels = new LinkedHashMap<>();

    TimePanels(Figure figure) {
        this.figure = figure;
        for (int column = 0; column < figure.columns().size(); column++) {
            var name = base(figure.columns().get(column));
            if (panels.containsKey(name) || panels.size() < MOST)
                panels.computeIfAbsent(name, _ -> new ArrayList<>()).add(column);
        }
    }

    private static String base(String column) {
        return column.endsWith(COMPARED) ? column.substring(0, column.length() - COMPARED.length()) : column;
    }

    static boolean draws(Figure figure) {
        int lines = figure.columns().size();
        if (lines <= BANDS) return false;
        return lines > LINES || measures(figure).stream().anyMatch(one -> one.low() != null);
    }

    static int lines(Figure figure) {
        return new TimePanels(figure)
                .panels.values().stream().mapToInt(List::size).sum();
    }

    private static List<Measure> measures(Figure figure) {
        return figure.rows().stream()
                .flatMap(row -> row.values().stream())
                .filter(Objects::nonNull)
                .toList();
    }

    /// Room for all values, but not for the wide bands of small samples.
    private double top() {
        double top = measures(figure).stream()
                .mapToDouble(one -> one.small() ? one.value() : Objects.requireNonNullElse(one.high(), one.value()))
                .max()
                .orElse(0);
        return top > 0 ? 1.05 * top : 1;
    }

    String svg(CellLinks links) {
        if (measures(figure).isEmpty()) return "";
        double top = top();
        var drawn = new ArrayList<SvgCanvas>();
        var places = new ArrayList<Point>();
        panels.forEach((name, columns) -> {
            int i = drawn.size();
            places.add(new Point(i % ACROSS * (WIDTH + GAP), i / ACROSS * (HEIGHT + GAP)));
            drawn.add(new TimeChart(figure, columns, new Panel(name, top, WIDTH, HEIGHT, i == 0)).canvas(links));
        });
        int rows = (drawn.size() + ACROSS - 1) / ACROSS;
        int height = rows * (HEIGHT + GAP) - GAP;
        return new SvgCanvas(drawn, places, ACROSS * (WIDTH + GAP) - GAP, height, XmlText.of(figure.question()))
                .toString();
    }
}
