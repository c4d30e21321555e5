package pmradar.feed.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element of an XML document: its name and where in the source its parts stand. Text and attributes are read when
/// they are asked for, because of most elements nobody asks for them.
public final class XmlElement {
    /// An element that is not there: without name, text and children.
    public static final XmlElement NONE = new XmlElement("", XmlName.of("none"), 0, 0, 0);

    private final String source;
    private final XmlName name;
    private final int start;
    private final int attributes;
    private final int from;
    private int to;
    private int after;
    private int pieces;
    private int textFrom;
    private int textTo;
    private boolean verbatim;
    private List<XmlElement> children = List.of();

    XmlElement(String source, XmlName name, int start, int attributes, int from) {
        this.source = source;
        this.name = name;
        this.start = start;
        this.attributes = attributes;
        this.from = from;
        this.to = from;
        this.after = from;
    }

    /// Reads a document leniently; see [XmlTree] for its bounds.
    ///
    /// @return an element without a name that holds the outermost ones
    public static XmlElement document(String source) {
        return new XmlTree(source).read();
    }

    void add(XmlElement child) {
        if (children.isEmpty()) children = new ArrayList<>(4);
        children.add(child);
    }

    /// Remembers where its text stands: of nearly all that have some it is one piece.
    void text(int from, int to, boolean verbatim) {
        pieces++;
        textFrom = from;
        textTo = to;
        this.verbatim = verbatim;
    }

    void close(int to, int after) {
        this.to = to;
        this.after = after;
    }

    boolean isNamed(int from, int to) {
        var written = name.written();
        return written.length() == to - from && source.startsWith(written, from);
    }

    public XmlName name() {
        return name;
    }

    public List<XmlElement> children() {
        return children;
    }

    /// Whether nothing stands between its tags.
    public boolean isEmpty() {
        return from == to;
    }

    /// Exactly that attribute, or null.
    public @Nullable String attribute(String name) {
        return XmlTag.value(source, attributes, from, name);
    }

    /// All attributes, the first of each name.
    public Map<String, String> attributes() {
        var all = new LinkedHashMap<String, String>();
        var tag = new XmlTag(source, from);
        tag.startAt(attributes);
        while (tag.next()) all.putIfAbsent(tag.name(), tag.value());
        return all;
    }

    /// All text in it, however deep, as one; character references resolved.
    public String text() {
        if (pieces == 1 && children.isEmpty()) return piece(textFrom, textTo, verbatim);
        return text(from, to);
    }

    private String piece(int begin, int end, boolean verbatim) {
        return verbatim ? source.substring(begin, end) : References.resolved(source, begin, end, false);
    }

    /// Whether there is text beside the children.
    public boolean hasOwnText() {
        int at = from;
        for (var child : children) {
            if (!text(at, child.start).isBlank()) return true;
            at = child.after;
        }
        return !text(at, to).isBlank();
    }

    private String text(int begin, int end) {
        var scanner = new XmlScanner(source, begin, end);
        String first = null;
        StringBuilder all = null;
        for (var piece = scanner.next(); piece != XmlScanner.Piece.END; piece = scanner.next()) {
            if (piece != XmlScanner.Piece.TEXT && piece != XmlScanner.Piece.CDATA) continue;
            var text = piece(scanner.from(), scanner.to(), piece == XmlScanner.Piece.CDATA);
            if (first == null) first = text;
            else {
                if (all == null) all = new StringBuilder(first);
                all.append(text);
            }
        }
        if (all != null) return all.toString();
        return first == null ? "" : first;
    }

    /// What stands between its tags, as written.
    public String inner() {
        return source.substring(from, to);
    }
}
