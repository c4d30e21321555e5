package pmradar.feed.xml;

import org.jspecify.annotations.Nullable;

/// Walks the attributes of a tag: quoted or not, with or without a value.
final class XmlTag {
    private final String source;
    private final int end;
    private int at;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;
    private boolean ended;
    private boolean empty;

    XmlTag(String source, int end) {
        this.source = source;
        this.end = end;
    }

    /// @param index behind the name of the element
    void startAt(int index) {
        at = index;
        ended = false;
        empty = false;
    }

    /// Where the last step ended; behind the `>` once the tag has ended.
    int after() {
        return at;
    }

    /// Whether the tag came to its end, and not only the source.
    boolean ended() {
        return ended;
    }

    /// Whether it closes its element too.
    boolean empty() {
        return empty;
    }

    /// Goes to the next attribute.
    boolean next() {
        boolean slash = false;
        for (; at < end; at++) {
            char c = source.charAt(at);
            if (c == '>') {
                ended = true;
                empty = slash;
                at++;
                return false;
            }
            if (c != '/' && !isSpace(c)) {
                attribute();
                return true;
            }
            slash = c == '/';
        }
        return false;
    }

    private void attribute() {
        nameFrom = at;
        at++;
        while (at < end && !endsName(source.charAt(at)) && source.charAt(at) != '=') at++;
        nameTo = at;
        int sign = behindSpace(at);
        valueFrom = nameTo;
        valueTo = nameTo;
        if (sign >= end || source.charAt(sign) != '=') return;
        at = behindSpace(sign + 1);
        if (at < end) value(source.charAt(at));
    }

    private void value(char quote) {
        if (quote == '"' || quote == '\'') {
            valueFrom = at + 1;
            int close = source.indexOf(quote, valueFrom, end);
            valueTo = close < 0 ? end : close;
            at = close < 0 ? end : close + 1;
        } else {
            valueFrom = at;
            while (at < end && source.charAt(at) != '>' && !isSpace(source.charAt(at))) at++;
            valueTo = at;
        }
    }

    private int behindSpace(int index) {
        int i = index;
        while (i < end && isSpace(source.charAt(i))) i++;
        return i;
    }

    /// The name of the attribute, as written.
    String name() {
        return source.substring(nameFrom, nameTo);
    }

    boolean isNamed(String name) {
        return nameTo - nameFrom == name.length() && source.startsWith(name, nameFrom);
    }

    String value() {
        return References.resolved(source, valueFrom, valueTo, true);
    }

    /// The value of the first attribute of that name among those that begin at an index; null where there is none.
    static @Nullable String value(String source, int index, int end, String name) {
        var tag = new XmlTag(source, end);
        tag.startAt(index);
        while (tag.next()) if (tag.isNamed(name)) return tag.value();
        return null;
    }

    static boolean startsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || Character.isLetter(c);
    }

    static int nameEnd(String source, int index, int end) {
        int i = index;
        while (i < end && !endsName(source.charAt(i))) i++;
        return i;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || isSpace(c);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
