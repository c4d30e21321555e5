package pmradar.classify;

import java.util.Arrays;

/// The words of a text as arrays: where each begins and ends, a hash of its folded form, and what stands before it.
/// Cut once per text and shared by all who read it. Folding ignores case, accents, zero-width characters and
/// look-alike letters; offsets always point into the text as it was given.
final class Tokens {

    /// What separates a word from the one before, in rising order: nothing or a hyphen, a space, a comma or bracket,
    /// a line break, the end of a clause.
    static final byte JOINED = 0;

    static final byte SPACED = 1;
    static final byte PAUSED = 2;
    static final byte LINE = 3;
    static final byte ENDED = 4;

    private static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final String text;
    private final char[] chars;
    private int size;
    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private byte[] gaps;

    private Tokens(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        var capacity = Math.min(text.length(), text.length() / 5 + 32);
        starts = new int[capacity];
        ends = new int[capacity];
        hashes = new long[capacity];
        gaps = new byte[capacity];
    }

    static Tokens of(String text) {
        var tokens = new Tokens(text);
        tokens.cut();
        return tokens;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /// Equal for words that differ only in what folding ignores.
    long hash(int token) {
        return hashes[token];
    }

    /// What stands between this word and the one before.
    byte gap(int token) {
        return gaps[token];
    }

    /// The word as it stands in the text.
    String word(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /// The index of the first token that ends after the offset; `size()` when none does.
    int at(int offset) {
        var found = Arrays.binarySearch(ends, 0, size, offset + 1);
        return found >= 0 ? found : -found - 1;
    }

    /// The hash that a word of this form has wherever it stands.
    static long hashOf(CharSequence word) {
        return hashOf(word, 0, word.length());
    }

    static long hashOf(CharSequence text, int start, int end) {
        var hash = SEED;
        for (var i = start; i < end; i++) hash = add(hash, Folding.of(text.charAt(i)), text.charAt(i));
        return finished(hash);
    }

    private void cut() {
        var length = chars.length;
        var gap = ENDED;
        var i = 0;
        while (i < length) {
            var c = chars[i];
            if (Folding.of(c) > Folding.IGNORED || startsDotted(c, i)) {
                i = word(i, gap);
                gap = JOINED;
            } else {
                gap = widened(gap, c, i);
                i++;
            }
        }
    }

    /// `.NET`, but not the dot of `Node.js` nor the end of a sentence.
    private boolean startsDotted(char c, int i) {
        return c == '.'
                && i + 1 < chars.length
                && Folding.letter(chars[i + 1])
                && (i == 0 || (Folding.of(chars[i - 1]) <= Folding.IGNORED && chars[i - 1] != '.'));
    }

    private int word(int start, byte gap) {
        var length = chars.length;
        var hash = SEED;
        var i = start;
        if (chars[i] == '.') hash = (hash ^ chars[i++]) * PRIME;
        for (; i < length; i++) {
            var c = chars[i];
            var folded = Folding.of(c);
            // `C++17` is C++, `Bac+5` is Bac.
            if (folded == Folding.NONE ? !belongs(c, i, start) : i > start && chars[i - 1] == '+') break;
            hash = add(hash, folded, c);
        }
        keep(start, i, finished(hash), gap);
        return i;
    }

    private static long add(long hash, char folded, char c) {
        if (folded > Folding.IGNORED) {
            var once = (hash ^ folded) * PRIME;
            return c == 'ß' ? (once ^ 's') * PRIME : once;
        }
        return folded == Folding.IGNORED ? hash : (hash ^ c) * PRIME;
    }

    private static long finished(long hash) {
        var mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /// Signs that are part of a name: `C++`, `C#`, `Project+`, `R&D`, `P&ID`.
    private boolean belongs(char c, int i, int start) {
        var next = i + 1 < chars.length ? chars[i + 1] : ' ';
        return switch (c) {
            case '+' -> i - start < 24 && !Folding.letter(next);
            case '#' -> i - start <= 2 && Folding.of(next) == Folding.NONE;
            case '&' -> i - start <= 2 && Folding.letter(next);
            default -> false;
        };
    }

    private byte widened(byte gap, char c, int i) {
        var before = Folding.gap(c);
        if (before == LINE) return gap >= LINE ? ENDED : LINE;
        // "3–5" is one thing, "Java – Spring" is two.
        if (c == '–' && i > 0 && i + 1 < chars.length && Folding.of(chars[i - 1]) > Folding.IGNORED) {
            before = Folding.of(chars[i + 1]) > Folding.IGNORED ? JOINED : before;
        }
        if (c == '.') before = i + 1 == chars.length || chars[i + 1] <= ' ' ? ENDED : JOINED;
        return (byte) Math.max(gap, before);
    }

    private void keep(int start, int end, long hash, byte gap) {
        if (size == starts.length) grow();
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        // Old exports break lines in the middle of a sentence.
        gaps[size++] = gap == LINE && Character.isLowerCase(chars[start]) ? SPACED : gap;
    }

    private void grow() {
        var capacity = size * 2 + 32;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        gaps = Arrays.copyOf(gaps, capacity);
    }
}
