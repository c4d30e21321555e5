package pmradar.classify;

import java.text.Normalizer;

/// Brings a character to the form in which words are compared: lower case, without accents, look-alikes as Latin.
final class Folding {

    /// No part of a word.
    static final char NONE = 0;

    /// Part of a word without meaning: zero-width characters, soft hyphens, combining accents.
    static final char IGNORED = 1;

    /// Alphabets end here; beyond are punctuation, which is rare, and scripts without supported languages.
    private static final int TABLED = 0x2000;

    private static final String LOOK_ALIKES = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwαaοoρpνvιi";
    private static final char[] FOLDED = table();
    private static final byte[] GAPS = gaps();

    private Folding() {}

    static char of(char c) {
        return c < TABLED ? FOLDED[c] : folded(c);
    }

    static boolean letter(char c) {
        return of(c) > IGNORED && (c < '0' || c > '9');
    }

    /// How far apart a sign sets two words; see [Tokens].
    static byte gap(char c) {
        return c < GAPS.length ? GAPS[c] : gapOfOther(c);
    }

    private static char[] table() {
        var table = new char[TABLED];
        for (var i = 0; i < table.length; i++) table[i] = folded((char) i);
        for (var i = 0; i < LOOK_ALIKES.length(); i += 2) {
            var from = LOOK_ALIKES.charAt(i);
            table[from] = LOOK_ALIKES.charAt(i + 1);
            table[Character.toUpperCase(from)] = LOOK_ALIKES.charAt(i + 1);
        }
        return table;
    }

    private static char folded(char c) {
        if (c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) {
            return IGNORED;
        }
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return IGNORED;
        if (c >= 0xFF10 && c <= 0xFF5A) return folded((char) (c - 0xFEE0));
        if (!Character.isLetterOrDigit(c)) return NONE;
        if (c == 'ß') return 's';
        var latin = (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF);
        var plain = latin
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
        return Character.toLowerCase(plain);
    }

    private static byte[] gaps() {
        var gaps = new byte[256];
        java.util.Arrays.fill(gaps, Tokens.PAUSED);
        for (var c : "-/_'+&#®*\u00B4`".toCharArray()) gaps[c] = Tokens.JOINED;
        for (var c : " \t\u00A0".toCharArray()) gaps[c] = Tokens.SPACED;
        for (var c : ";!?|\u00B7".toCharArray()) gaps[c] = Tokens.ENDED;
        gaps['\n'] = Tokens.LINE;
        gaps['\r'] = Tokens.JOINED;
        return gaps;
    }

    private static byte gapOfOther(char c) {
        if (c >= 0x2010 && c <= 0x2012 || c == '’' || c == '‘' || c == '™') return Tokens.JOINED;
        if (Character.isSpaceChar(c)) return c == 0x2028 || c == 0x2029 ? Tokens.LINE : Tokens.SPACED;
        return "•▪●◦‣⁃■□▶➢✓✔–—".indexOf(c) >= 0 ? Tokens.ENDED : Tokens.PAUSED;
    }
}
