package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Walks over the words of a text: runs of letters and digits, in lower case and without accents.
///
/// Names such as `c++`, `security+`, `c#` and `.net` are words of their own, standing at the place of their letters.
/// Each Chinese or Japanese character is a word, since nothing divides words there.
final class Words {

    /// What a word is cut to.
    static final int MAX_WORD = 100;

    private final CharSequence text;
    private final char[] folded = new char[MAX_WORD + 16];
    private int length;
    private int at;
    private int start;
    private int end;
    private boolean special;
    private boolean beside;
    private String pending = "";

    Words(CharSequence text) {
        this.text = text;
    }

    /// The words of a query: at each place the most exact one.
    static List<String> exactly(String text) {
        var list = new ArrayList<String>();
        var words = new Words(text);
        while (words.next()) {
            if (words.special && words.beside()) list.removeLast();
            list.add(words.toString());
        }
        return list;
    }

    boolean next() {
        if (!pending.isEmpty()) return second();
        special = false;
        if (!toWord()) return false;
        start = at;
        fold();
        end = at;
        named();
        return true;
    }

    char[] buffer() {
        return folded;
    }

    int length() {
        return length;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /// Whether it is a name with signs in it, which has no other forms.
    boolean special() {
        return special;
    }

    /// Whether this word stands at the same place as the one before it.
    boolean beside() {
        return beside;
    }

    @Override
    public String toString() {
        return new String(folded, 0, length);
    }

    private boolean second() {
        length = Math.min(pending.length(), folded.length);
        pending.getChars(0, length, folded, 0);
        pending = "";
        special = true;
        beside = true;
        return true;
    }

    private boolean toWord() {
        beside = false;
        while (at < text.length()) {
            int c = text.charAt(at);
            if (c >= 128) c = Character.codePointAt(text, at);
            if (Character.isLetterOrDigit(c)) return true;
            at += Character.charCount(c);
        }
        return false;
    }

    private void fold() {
        length = 0;
        boolean alone = alone(Character.codePointAt(text, at));
        do {
            int c = text.charAt(at);
            if (c >= 128) c = Character.codePointAt(text, at);
            if (Character.isLetterOrDigit(c)) append(c);
            at += Character.charCount(c);
        } while (at < text.length() && goesOn(alone));
    }

    private boolean goesOn(boolean alone) {
        int c = text.charAt(at);
        if (c < 128) return !alone && Character.isLetterOrDigit(c);
        c = Character.codePointAt(text, at);
        return mark(c) || !alone && Character.isLetterOrDigit(c) && !alone(c);
    }

    private void append(int codePoint) {
        if (length >= MAX_WORD) return;
        if (codePoint < 128) {
            folded[length++] = (char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint);
            return;
        }
        var in = Character.toChars(Character.toLowerCase(codePoint));
        if (in.length == 1) length = ASCIIFoldingFilter.foldToASCII(in, 0, folded, length, 1);
        else for (char c : in) folded[length++] = c;
    }

    private void named() {
        var signs = signs();
        var dot = signs.isEmpty() && dotted() ? "." : "";
        if (signs.isEmpty() && dot.isEmpty()) return;
        var name = dot + this + signs;
        if (length == 1 && dot.isEmpty() && Character.isLetter(folded[0])) {
            pending = name;
            second();
            beside = false;
        } else pending = name;
    }

    /// `+`, `++` or `#` directly behind a word that ends there.
    private String signs() {
        int to = end;
        if (to == text.length() || text.charAt(to) != '#' && text.charAt(to) != '+') return "";
        if (text.charAt(to) == '#') to++;
        else while (to < text.length() && to < end + 2 && text.charAt(to) == '+') to++;
        boolean free = to == text.length() || !Character.isLetterOrDigit(Character.codePointAt(text, to));
        return free ? text.subSequence(end, to).toString() : "";
    }

    private boolean dotted() {
        if (start == 0 || text.charAt(start - 1) != '.' || !Character.isLetter(folded[0])) return false;
        return start == 1 || !Character.isLetterOrDigit(text.charAt(start - 2)) && text.charAt(start - 2) != '.';
    }

    private static boolean alone(int c) {
        if (c < 0x2E80) return false;
        return Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F;
    }

    private static boolean mark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
