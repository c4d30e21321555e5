package pmradar.report;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.StyleHandler;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// One drawing as SVG: what the chart library draws, and on top of it what can be pointed at.
///
/// Nothing in it needs a style of its own, so that it may stand in a page that forbids such, in a file, and in a PDF.
final class SvgCanvas {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> KEPT = Set.of(
            "fill",
            "stroke",
            "opacity",
            "fill-opacity",
            "stroke-opacity",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap");
    /// What they are anyway.
    private static final Map<String, String> USUAL = Map.of(
            "opacity",
            "1",
            "fill-opacity",
            "1",
            "stroke-opacity",
            "1",
            "stroke-width",
            "1",
            "stroke-dasharray",
            "none",
            "stroke-linecap",
            "square");

    private final Document document;
    private final Element root;
    private final ChartRenderingInfo info = new ChartRenderingInfo();

    SvgCanvas(JFreeChart chart, int width, int height, String label) {
        document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        var graphics = new SVGGraphics2D(context(), false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        root = graphics.getRoot();
        clean(root);
        present(width, height, label);
    }

    private void present(int width, int height, String label) {
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
        root.setAttribute("class", "chart");
        root.setAttribute("role", "group");
        root.setAttribute("aria-label", label);
        root.setAttribute("stroke", "none");
        // As wide as it was measured: the two have the same metrics.
        root.setAttribute("font-family", "Arial, '" + ChartText.FAMILY + "', Helvetica, sans-serif");
        root.setAttribute("font-size", String.valueOf(ChartText.SIZE));
    }

    /// Several drawings in one. @param places of their upper left corners
    SvgCanvas(List<SvgCanvas> parts, List<Point> places, int width, int height, String label) {
        document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        root = document.createElementNS(SVG, "svg");
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).root;
            var group = add("g", "transform", "translate(%d,%d)".formatted(places.get(i).x, places.get(i).y));
            group.setAttribute("role", "group");
            group.setAttribute("aria-label", part.getAttribute("aria-label"));
            for (var child = part.getFirstChild(); child != null; child = child.getNextSibling())
                group.appendChild(document.importNode(child, true));
        }
        present(width, height, label);
    }

    private SVGGeneratorContext context() {
        var context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(1);
        context.setStyleHandler(new Plain());
        return context;
    }

    ChartRenderingInfo info() {
        return info;
    }

    Rectangle2D plot() {
        return info.getPlotInfo().getDataArea();
    }

    /// Adds an element to the drawing. @param attributes names and values by turns
    Element add(Element parent, String name, Object... attributes) {
        var element = document.createElementNS(SVG, name);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            element.setAttribute(
                    attributes[i].toString(),
                    value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString());
        }
        parent.appendChild(element);
        return element;
    }

    Element add(String name, Object... attributes) {
        return add(root, name, attributes);
    }

    /// @param anchor start, middle or end
    Element text(Element parent, String words, double x, double y, Ink ink, String anchor, String classes) {
        var text = add(parent, "text", "x", x, "y", y, "text-anchor", anchor, "fill", ink.hex());
        text.setAttribute("class", ("fill-" + ink.word() + " " + classes).strip());
        text.setTextContent(words);
        return text;
    }

    Element text(String words, double x, double y, Ink ink, String anchor) {
        return text(root, words, x, y, ink, anchor, "");
    }

    private static void clean(Element element) {
        for (var child = element.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child instanceof Element inner) {
                clean(inner);
                if (unused(inner)) element.removeChild(inner);
            }
            child = next;
        }
        for (var name : new String[] {"clip-path", "xml:space", "contentScriptType", "contentStyleType", "zoomAndPan"})
            element.removeAttribute(name);
    }

    /// Everything lies within its bounds, so nothing need be clipped.
    private static boolean unused(Element element) {
        return element.getTagName().equals("defs") || element.getTagName().equals("g") && !element.hasChildNodes();
    }

    @Override
    public String toString() {
        try {
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            writer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("A drawing could not be written.", e);
        }
    }

    /// Writes colours as attributes and as classes, and leaves out what an SVG has anyway.
    private static final class Plain implements StyleHandler {

        @Override
        public void setStyle(Element element, @SuppressWarnings("rawtypes") Map style, SVGGeneratorContext context) {
            var classes = new StringBuilder();
            for (var entry : ((Map<?, ?>) style).entrySet()) {
                var name = entry.getKey().toString();
                var value = entry.getValue().toString();
                if (!KEPT.contains(name) || value.equals(USUAL.get(name))) continue;
                Arrays.stream(Ink.values())
                        .filter(ink -> value.equals(rgb(ink)))
                        .forEach(ink ->
                                classes.append(' ').append(name).append('-').append(ink.word()));
                element.setAttribute(name, value);
            }
            if (!classes.isEmpty()) element.setAttribute("class", classes.substring(1));
        }

        private static String rgb(Ink ink) {
            var color = ink.color();
            return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
        }
    }
}
