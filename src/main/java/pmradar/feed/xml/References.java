package pmradar.feed.xml;

import org.jsoup.parser.Parser;

/// Resolves character references: the five of XML and those by number here, the named ones of HTML and the broken ones
/// by jsoup. Others stay as they are written, and none is ever resolved twice.
final class References {
    private static final int LONGEST = 40;

    private References() {}

    static String resolved(String source, int from, int to, boolean inAttribute) {
        int mark = source.indexOf('&', from, to);
        if (mark < 0) return source.substring(from, to);
        var out = new StringBuilder(to - from);
        int done = from;
        while (mark >= 0) {
            out.append(source, done, mark);
            done = resolve(source, mark, to, inAttribute, out);
            mark = source.indexOf('&', done, to);
        }
        return out.append(source, done, to).toString();
    }

    /// @return where it ends
    private static int resolve(String source, int mark, int to, boolean inAttribute, StringBuilder out) {
        int end = mark + 1;
        if (end < to && source.charAt(end) == '#') end++;
        int longest = Math.min(to, mark + LONGEST);
        while (end < longest && isAlphanumeric(source.charAt(end))) end++;
        if (end < to && source.charAt(end) == ';') {
            int character = character(source, mark + 1, end);
            if (character != 0) {
                out.append((char) character);
                return end + 1;
            }
        }
        // What stands behind it decides whether it is one, without its semicolon.
        if (end < to && source.charAt(end) != '&' && !Character.isSurrogate(source.charAt(end))) end++;
        out.append(Parser.unescapeEntities(source.substring(mark, end), inAttribute));
        return end;
    }

    /// The character of a reference that needs no further thought; 0 for all others.
    private static int character(String source, int from, int to) {
        if (source.charAt(from) == '#') return number(source, from + 1, to);
        return switch (to - from) {
            case 2 -> source.startsWith("lt", from) ? '<' : source.startsWith("gt", from) ? '>' : 0;
            case 3 -> source.startsWith("amp", from) ? '&' : 0;
            case 4 -> source.startsWith("quot", from) ? '"' : source.startsWith("apos", from) ? '\'' : 0;
            default -> 0;
        };
    }

    /// A decimal number of ASCII or behind the control characters, below the surrogates.
    private static int number(String source, int from, int to) {
        if (to - from > 5 || from == to) return 0;
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = source.charAt(i) - '0';
            if (digit < 0 || digit > 9) return 0;
            number = number * 10 + digit;
        }
        return (number >= 32 && number < 127) || (number >= 160 && number < 0xD800) ? number : 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
