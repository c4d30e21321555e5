package pmradar.ingest;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Walks an HTML tree and tells a [TextFlow] where blocks begin and end.
final class TreeWalk implements NodeFilter {
    private static final Set<String> UNREAD = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "head",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "select",
            "textarea",
            "button",
            "map",
            "title");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "pre",
            "table",
            "section",
            "article",
            "hr",
            "figure",
            "header",
            "footer",
            "aside",
            "details");
    private static final Set<String> LINES = Set.of(
            "div", "tr", "dt", "dd", "li", "caption", "legend", "summary", "figcaption", "address", "form", "main");

    private final TextFlow flow;
    private final boolean linesCount;
    private int inItem;

    /// @param linesCount whether line breaks of the source part lines, as where there are no blocks at all
    TreeWalk(TextFlow flow, boolean linesCount) {
        this.flow = flow;
        this.linesCount = linesCount;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) text(text);
        if (node instanceof Element element) {
            if (unread(element)) return FilterResult.SKIP_ENTIRELY;
            enter(element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) leave(element.normalName());
        return FilterResult.CONTINUE;
    }

    private void text(TextNode node) {
        var inPre =
                node.parent() instanceof Element parent && parent.normalName().equals("pre");
        if (linesCount || inPre) flow.lines(node.getWholeText());
        else flow.text(node.getWholeText());
    }

    private void enter(String tag) {
        parted(tag);
        if (tag.equals("li")) {
            inItem++;
            flow.bullet();
        }
    }

    private void leave(String tag) {
        switch (tag) {
            case "li" -> {
                inItem--;
                flow.line();
            }
            case "br" -> flow.lineBreak();
            case "td", "th" -> flow.text(" ");
            default -> parted(tag);
        }
    }

    private void parted(String tag) {
        if (PARAGRAPHS.contains(tag)) {
            if (inItem > 0) flow.line();
            else flow.paragraph();
        } else if (LINES.contains(tag)) flow.line();
    }

    private static boolean unread(Element element) {
        if (UNREAD.contains(element.normalName()) || element.hasAttr("hidden")) return true;
        var style = element.attr("style");
        if (style.isEmpty()) return false;
        var dense = style.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        return dense.contains("display:none") || dense.contains("visibility:hidden");
    }
}
