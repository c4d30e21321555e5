package pmradar.feed.xml;

/// Cuts XML, or what ought to be XML, into its pieces. It never fails: what cannot be markup is text, what breaks off
/// ends where the source ends, and comments, processing instructions and document types are passed over, so that
/// no entity is ever defined or fetched. Each character is looked at a bounded number of times.
///
/// Source: XML 1.0; for what is not well-formed, the tokens of the HTML standard.
final class XmlScanner {
    enum Piece {
        /// Text whose references are not resolved yet.
        TEXT,
        /// Text as it stands.
        CDATA,
        OPEN,
        /// An element that is opened and closed by one tag.
        EMPTY,
        CLOSE,
        END
    }

    private static final String CDATA = "<![CDATA[";

    private final String source;
    private final int end;
    private final XmlTag tag;
    private int at;
    private int start;
    private int from;
    private int to;

    XmlScanner(String source, int from, int to) {
        this.source = source;
        this.end = to;
        this.at = from;
        this.tag = new XmlTag(source, to);
    }

    /// Where the last piece begins, with its marks.
    int start() {
        return start;
    }

    /// Where the last piece ended.
    int after() {
        return at;
    }

    /// The last piece's text, or the name of its element.
    int from() {
        return from;
    }

    int to() {
        return to;
    }

    Piece next() {
        while (at < end) {
            start = at;
            if (!isMarkup(at)) return text();
            switch (source.charAt(at + 1)) {
                case '!' -> {
                    if (source.startsWith(CDATA, at)) return cdata();
                    at = declaration();
                }
                case '?' -> at = behind(">", at);
                case '/' -> {
                    if (close()) return Piece.CLOSE;
                }
                default -> {
                    return open();
                }
            }
        }
        start = end;
        return Piece.END;
    }

    private boolean isMarkup(int index) {
        if (source.charAt(index) != '<' || index + 1 >= end) return false;
        char c = source.charAt(index + 1);
        return XmlTag.startsName(c) || c == '!' || c == '?' || (c == '/' && index + 2 < end);
    }

    private Piece text() {
        from = at;
        int next = source.indexOf('<', at + 1, end);
        while (next >= 0 && !isMarkup(next)) next = source.indexOf('<', next + 1, end);
        at = next < 0 ? end : next;
        to = at;
        return Piece.TEXT;
    }

    private Piece cdata() {
        from = Math.min(end, at + CDATA.length());
        int close = find("]]>", from);
        to = close < 0 ? end : close;
        at = close < 0 ? end : close + 3;
        return Piece.CDATA;
    }

    /// A comment, a document type with what it defines, or anything else that begins with `<!`.
    private int declaration() {
        if (source.startsWith("--", at + 2)) return behind("-->", at + 2);
        int close = behind(">", at);
        if (!source.regionMatches(true, at + 2, "doctype", 0, 7)) return close;
        int bracket = source.indexOf('[', at, close);
        if (bracket < 0 || !source.substring(bracket + 1, close).stripLeading().startsWith("<")) return close;
        int subset = find("]>", bracket);
        return subset < 0 ? close : subset + 2;
    }

    /// @return whether it names an element
    private boolean close() {
        from = at + 2;
        if (!XmlTag.startsName(source.charAt(from))) {
            at = behind(">", from);
            return false;
        }
        return tagEnds();
    }

    private Piece open() {
        from = at + 1;
        if (tagEnds()) return tag.empty() ? Piece.EMPTY : Piece.OPEN;
        start = end;
        return Piece.END;
    }

    private boolean tagEnds() {
        to = XmlTag.nameEnd(source, from, end);
        tag.startAt(to);
        boolean more = tag.next();
        while (more) more = tag.next();
        at = tag.after();
        return tag.ended();
    }

    private int behind(String mark, int begin) {
        int found = find(mark, begin);
        return found < 0 ? end : found + mark.length();
    }

    /// Looks for the first character only, which Java does many times faster than for a string between two places.
    private int find(String mark, int begin) {
        char first = mark.charAt(0);
        int found = source.indexOf(first, begin, end);
        while (found >= 0 && !source.startsWith(mark, found)) found = source.indexOf(first, found + 1, end);
        return found + mark.length() > end ? -1 : found;
    }
}
