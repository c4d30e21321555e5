package pmradar.feed.type;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A value that belongs on one line, such as a title or a company: entities decoded, tags and control characters gone,
/// white space single.
final class Line {
    private static final int MOST = 500;

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Line() {}

    static @Nullable String of(@Nullable String raw) {
        if (raw == null) return null;
        String text = raw.length() > 4 * MOST ? raw.substring(0, 4 * MOST) : raw;
        // Twice, because some feeds escape a title that is already escaped.
        for (int i = 0; i < 2 && text.indexOf('&') >= 0; i++) text = Parser.unescapeEntities(text, false);
        if (text.indexOf('<') >= 0) text = TAG.matcher(text).replaceAll("");
        if (!isPlain(text)) text = SPACE.matcher(text).replaceAll(" ");
        text = text.strip();
        if (text.isEmpty()) return null;
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /// Whether it is ASCII with no white space but single blanks, as most are.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) return false;
        }
        return true;
    }
}
