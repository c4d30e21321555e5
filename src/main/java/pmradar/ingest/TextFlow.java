package pmradar.ingest;

import java.text.Normalizer;

/// Builds clean plain text from pieces of text and the breaks between them.
final class TextFlow {
    private static final int MAX_MARKS = 8;

    private final StringBuilder out = new StringBuilder();
    private int breaks;
    private boolean space;
    private boolean bullet;
    private int marks;

    /// Text that flows: any white space is one space.
    void text(CharSequence text) {
        read(text, false);
    }

    /// Text whose line breaks are meant.
    void lines(CharSequence text) {
        read(text, true);
    }

    /// A new line, unless at the start of one.
    void line() {
        breaks = Math.max(breaks, 1);
        space = false;
    }

    /// A blank line, unless there is one.
    void paragraph() {
        breaks = 2;
        space = false;
    }

    /// A line break as written: two of them make a blank line.
    void lineBreak() {
        breaks = Math.min(breaks + 1, 2);
        space = false;
    }

    /// A new line that is an item of a list.
    void bullet() {
        line();
        bullet = true;
    }

    String finish() {
        if (Normalizer.isNormalized(out, Normalizer.Form.NFC)) return out.toString();
        return Characters.withoutSurrogates(Normalizer.normalize(out, Normalizer.Form.NFC));
    }

    private void read(CharSequence text, boolean linesCount) {
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') continue;
            if (Characters.lineEnd(c) && linesCount) lineBreak();
            else if (Characters.space(c)) space = true;
            else if (!Characters.invisible(c)) write(c);
        }
    }

    private void write(int c) {
        if (lineStart() && Characters.bullet(c)) {
            bullet = true;
            return;
        }
        if (c < 0x300) {
            marks = 0;
            put((char) c);
        } else if (c > 0xFFFF || Character.getType(c) == Character.PRIVATE_USE) fold(c);
        else if (!Characters.mark(c)) {
            marks = 0;
            put((char) c);
        } else if (marks++ < MAX_MARKS) put((char) c);
    }

    private void fold(int c) {
        var plain = Characters.folded(c);
        for (int i = 0; i < plain.length(); i++) put(plain.charAt(i));
        if (plain.isEmpty()) space = true;
    }

    private boolean lineStart() {
        return out.isEmpty() || breaks > 0 || bullet;
    }

    private void put(char c) {
        if (!out.isEmpty() && breaks > 0) out.repeat('\n', breaks);
        else if (space && !out.isEmpty() && !bullet) out.append(' ');
        if (bullet) out.append("• ");
        breaks = 0;
        space = false;
        bullet = false;
        out.append(c);
    }
}
