package pmradar.ingest;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// A description as one HTML tree, from which both the plain text and the HTML that may be shown are made.
final class HtmlBody {
    private static final int MAX_DEPTH = 256;
    private static final Pattern REAL_TAG = Pattern.compile("<[a-zA-Z/][^<>]{0,1000}>");
    private static final Pattern ESCAPED_TAG =
            Pattern.compile("&(?:amp;)?lt;/?(?:p|br|li|ul|ol|div|strong|b|h[1-6]|span)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK =
            Pattern.compile("<(?:p|br|li|div|h[1-6]|tr|section|article|dd|dt)\\b", Pattern.CASE_INSENSITIVE);
    /// No images (they would call a stranger's server), no style, no frames or forms, and links that carry no
    /// referrer.
    private static final Safelist SAFE = new Safelist()
            .addTags("p", "br", "div", "span", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
            .addTags("b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "pre", "blockquote", "q", "a")
            .addTags("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "hr")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer ugc");

    private final Document tree;
    private final boolean linesCount;

    private HtmlBody(Document tree, boolean linesCount) {
        this.tree = tree;
        this.linesCount = linesCount;
    }

    static HtmlBody parse(String html) {
        var source = unescaped(html);
        var tree = Jsoup.parse(source, "", Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        return new HtmlBody(tree, !BLOCK.matcher(source).find());
    }

    String text() {
        var flow = new TextFlow();
        new TreeWalk(flow, linesCount).traverse(tree.body());
        return flow.finish();
    }

    /// HTML without anything that acts, loads or styles.
    String safeHtml() {
        var safe = new Cleaner(SAFE).clean(withoutTopHeadings(tree));
        safe.outputSettings(new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base));
        return safe.body().html().strip();
    }

    /// The page has its own h1.
    private static Document withoutTopHeadings(Document tree) {
        for (Element heading : tree.select("h1")) heading.tagName("h2");
        return tree;
    }

    /// Some feeds escape their HTML twice.
    private static String unescaped(String html) {
        var source = html;
        for (int i = 0;
                i < 2
                        && ESCAPED_TAG.matcher(source).find()
                        && !REAL_TAG.matcher(source).find();
                i++) {
            source = Parser.unescapeEntities(source, false);
        }
        return source;
    }
}
