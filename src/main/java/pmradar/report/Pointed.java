package pmradar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;

/// What of a chart can be pointed at: each value says what it is and opens its postings.
final class Pointed {
    private final SvgCanvas canvas;
    private final Figure figure;
    private final CellLinks links;
    private boolean first;

    Pointed(SvgCanvas canvas, Figure figure, CellLinks links) {
        this(canvas, figure, links, true);
    }

    /// @param first whether the first of its values is the one stop of the tab key
    Pointed(SvgCanvas canvas, Figure figure, CellLinks links, boolean first) {
        this.first = first;
        this.canvas = canvas;
        this.figure = figure;
        this.links = links;
    }

    /// An element around one value, with its words: a link where there are postings to open.
    Element value(Row row, int column, Measure measure) {
        var words = words(row, column, measure);
        var link = links.of(figure.id(), row.key(), column);
        var element =
                link == null ? canvas.add("g", "class", "point") : canvas.add("a", "class", "point", "href", link);
        element.setAttribute("data-row", String.valueOf(figure.rows().indexOf(row)));
        element.setAttribute("data-column", String.valueOf(column));
        if (link != null) {
            element.setAttribute("aria-label", words);
            // One stop for the tab key; from there the arrows lead on, and the table has them all.
            element.setAttribute("tabindex", first ? "0" : "-1");
            first = false;
        }
        canvas.add(element, "title").setTextContent(words);
        return element;
    }

    /// The words of a value that show while it is pointed at. @param x @param y of the value
    void tip(Element value, Row row, int column, Measure measure, double x, double y) {
        var plot = canvas.plot();
        var words = ChartText.fitting(brief(row, column, measure), plot.getWidth());
        double half = ChartText.width(words) / 2;
        double middle = Math.clamp(x, plot.getMinX() + half, Math.max(plot.getMinX() + half, plot.getMaxX() - half));
        double above = y - 12 < plot.getMinY() + 4 ? y + 24 : y - 12;
        canvas.text(value, words, middle, above, Ink.INK, "middle", "tip");
    }

    private String brief(Row row, int column, Measure measure) {
        var name = figure.columns().size() == 1 ? "" : figure.columns().get(column) + " ";
        return row.name() + ": " + name + ValueWords.number(measure.value(), figure.unit()) + small(measure);
    }

    private String words(Row row, int column, Measure measure) {
        var interval = ValueWords.interval(measure, figure.unit());
        var counted = ValueWords.counted(measure, figure.unit());
        return XmlText.of(row.name() + ", " + figure.columns().get(column) + ": "
                + ValueWords.of(measure, figure.unit())
                + (interval == null ? "" : " (" + interval + ")")
                + (counted.isEmpty() ? "" : ", " + counted)
                + small(measure));
    }

    private static String small(Measure measure) {
        return measure.small() ? ", a small sample" : "";
    }

    static @Nullable Measure at(List<@Nullable Measure> values, int column) {
        return column < values.size() ? values.get(column) : null;
    }
}
