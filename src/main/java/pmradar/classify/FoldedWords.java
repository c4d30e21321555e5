package pmradar.classify;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as words, read once: folded to lower case without accents, with a running hash so that a word, its beginnings
/// and its endings are looked up without making strings.
///
/// A word also ends where small letters meet a capital: old exports glue words together.
final class FoldedWords {

    static final long BASE = 0x9E3779B97F4A7C15L | 1;
    private static final char[] FOLD = folds();
    private static final long[] POWERS = powers();

    private final long[] running;
    private int[] starts;
    private int[] ends;
    private boolean[] first;
    private int count;

    private FoldedWords(int length) {
        running = new long[length];
        starts = new int[length / 6 + 8];
        ends = new int[starts.length];
        first = new boolean[starts.length];
    }

    static FoldedWords of(CharSequence text, int limit) {
        int length = Math.min(text.length(), limit);
        var words = new FoldedWords(length);
        words.read(text.toString().substring(0, length).toCharArray(), length);
        return words;
    }

    private void read(char[] text, int length) {
        int start = -1;
        long hash = 0;
        boolean breaks = true;
        char last = ' ';
        for (int i = 0; i < length; i++) {
            char c = text[i];
            char folded = fold(c);
            if (start >= 0 && folded != c && folded != 0 && Character.isUpperCase(c) && Character.isLowerCase(last)) {
                breaks = add(start, i, breaks);
                start = -1;
            }
            if (folded == 0) {
                if (start >= 0) breaks = add(start, i, breaks);
                start = -1;
                breaks |= breaks(c) && !(c == '\n' && wrapped(text, i, length));
            } else {
                if (start < 0) {
                    hash = 0;
                    start = i;
                }
                hash = hash * BASE + folded;
                running[i] = hash;
            }
            last = c;
        }
        if (start >= 0) add(start, length, breaks);
    }

    private boolean add(int start, int end, boolean breaks) {
        if (count == starts.length) {
            int room = count * 2;
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            first = Arrays.copyOf(first, room);
        }
        starts[count] = start;
        ends[count] = end;
        first[count++] = breaks;
        return false;
    }

    /// Old e-mails break lines within a sentence.
    private static boolean wrapped(char[] text, int newline, int length) {
        int next = newline + 1;
        while (next < length && text[next] == ' ') next++;
        return next < length && Character.isLowerCase(text[next]);
    }

    private static boolean breaks(char c) {
        return switch (c) {
            case '.', ';', '!', '?', '\n', '\r', '\t', '•', '·', '●', '▪', '*', '|' -> true;
            default -> c >= 0x2020 && c != 0x2026;
        };
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int length(int word) {
        return ends[word] - starts[word];
    }

    /// Whether a sentence, a bullet or a part of one begins with the word.
    boolean first(int word) {
        return first[word];
    }

    long hash(int word) {
        return running[ends[word] - 1];
    }

    /// The hash of the word if the text had ended there.
    long hashUntil(int word, int limit) {
        return running[Math.min(ends[word], limit) - 1];
    }

    /// @param length at least 1 and at most that of the word
    long beginning(int word, int length) {
        return running[starts[word] + length - 1];
    }

    /// @param length at least 1, at most that of the word and at most 31
    long ending(int word, int length) {
        int before = ends[word] - length - 1;
        return before < starts[word] ? hash(word) : hash(word) - running[before] * POWERS[length];
    }

    /// The hash of a whole word, as in texts.
    static long hash(CharSequence word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) hash = hash * BASE + fold(word.charAt(i));
        return hash;
    }

    /// The lower-case letter without accent, or 0 for what is no part of a word.
    static char fold(char c) {
        if (c < FOLD.length) return FOLD[c];
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private static char[] folds() {
        var folds = new char[0x250];
        for (char c = 0; c < folds.length; c++) {
            if (!Character.isLetterOrDigit(c)) continue;
            var plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            folds[c] = Character.toLowerCase(plain.charAt(0));
        }
        folds['ß'] = 's';
        folds['ø'] = folds['Ø'] = 'o';
        folds['ł'] = folds['Ł'] = 'l';
        return folds;
    }

    private static long[] powers() {
        var powers = new long[32];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) powers[i] = powers[i - 1] * BASE;
        return powers;
    }
}
