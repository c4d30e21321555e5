package pmradar.classify;

import java.text.Normalizer;

/// Folds characters for comparison: lower case, no accents, look-alikes of other scripts as Latin letters.
///
/// Offsets are never changed: folding happens character by character, while reading.
final class Letters {

    /// What stands between words.
    static final char GAP = 0;
    /// What is not there for the eye: zero-width and direction marks, soft hyphens.
    static final char INVISIBLE = 1;

    private static final char[] TABLE = table();

    private Letters() {}

    /// The folded character, {@link #GAP} or {@link #INVISIBLE}.
    static char fold(char c) {
        return TABLE[c];
    }

    /// Folds a whole word or phrase; gaps become single spaces.
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = TABLE[text.charAt(i)];
            if (c == INVISIBLE) continue;
            if (c != GAP) folded.append(c);
            else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
        }
        return folded.toString().strip();
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) table[c] = entry((char) c);
        lookAlikes(table, "авекмнорстухіјѕԁԛԝ", "abekmhopctyxijsdqw");
        lookAlikes(table, "АВЕКМНОРСТУХІЈЅ", "abekmhopctyxijs");
        lookAlikes(table, "αεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeikvoptuxabezhikmnoptyx");
        lookAlikes(table, "øØłŁđĐıæÆœŒßẞ", "oolLddiaaooss".toLowerCase(java.util.Locale.ROOT));
        return table;
    }

    private static void lookAlikes(char[] table, String from, String to) {
        for (int i = 0; i < from.length(); i++) table[from.charAt(i)] = to.charAt(i);
    }

    private static char entry(char c) {
        if (c < 128) return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : GAP;
        if (invisible(c)) return INVISIBLE;
        if (Character.isSurrogate(c) || !Character.isLetterOrDigit(c)) return GAP;
        var plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char base = Character.toLowerCase(plain.charAt(0));
        return Character.isLetterOrDigit(base) ? base : GAP;
    }

    private static boolean invisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || c == '\u00ad' || c == '\ufeff';
    }
}
