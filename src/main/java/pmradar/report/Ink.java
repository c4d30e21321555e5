package pmradar.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Row;

/// The colours of a chart. Each is drawn as on paper and carries a class besides, by which a page gives it the colour
/// of
/// its own scheme.
enum Ink {
    INK(0x1b2024),
    SOFT(0x545d66),
    LINE(0xdfe2df),
    EDGE(0x858d94),
    ACCENT(0x0b5c63),
    TECHNICAL(0x1e4396),
    GENERAL(0x7d5200),
    NOTICE(0x8b3a1e),
    PAPER(0xfbfbf9);

    private static final List<Ink> OTHERS = List.of(ACCENT, SOFT, INK, NOTICE);
    private static final float[][] DASHES = {{}, {6, 4}, {2, 3}, {8, 3, 2, 3}};

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }

    String hex() {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    /// What the classes of an element are called after `fill-` and `stroke-`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The two labels have their own hues, whatever else a column is called.
    static Ink ofColumn(List<String> columns, int column) {
        var name = columns.get(column).toLowerCase(Locale.ROOT);
        if (name.split(",")[0].equals("technical")) return TECHNICAL;
        if (name.split(",")[0].equals("general")) return GENERAL;
        return OTHERS.get(column % OTHERS.size());
    }

    /// Of a figure by label, the rows have the hues.
    static Ink of(Figure figure, Row row, int column) {
        if (figure.columns().size() > 1) return ofColumn(figure.columns(), column);
        return switch (row.name().toLowerCase(Locale.ROOT)) {
            case "technical" -> TECHNICAL;
            case "general" -> GENERAL;
            default -> ofColumn(figure.columns(), column);
        };
    }

    /// Columns of the same hue are told apart by their line, too.
    static BasicStroke lineOf(List<String> columns, int column) {
        int before = 0;
        for (int i = 0; i < column; i++) if (ofColumn(columns, i) == ofColumn(columns, column)) before++;
        return line(before);
    }

    /// @param before how many lines of the same hue there are already
    static BasicStroke line(int before) {
        var dash = DASHES[before % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
