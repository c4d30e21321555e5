package pmradar.classify;

import java.util.HashMap;
import java.util.Map;

/// Numbers for words, so that phrases are compared without making strings.
///
/// Words are added while the lexicon is read; afterwards the vocabulary does not change.
final class Vocabulary {

    static final int LONGEST_WORD = 64;
    static final int UNKNOWN = 0;
    static final int NUMBER = 1;

    private static final long SMALL = 1;
    private static final long CAPITALS = 0x5DEECE66DL;
    private static final int LONGEST_CAPITALS = 5;
    private static final long NUMBERS = (1 << 20) - 1;
    private static final int[] NONE = {};

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> patterns = new HashMap<>();
    private int next = 2;

    /// A hash with the word's number in its lowest bits: one look into memory for each word of a text.
    private long[] slots = {};

    private int[][] patternsOf = {};
    private final StarTrie starts = new StarTrie(false);
    private final StarTrie ends = new StarTrie(true);

    /// The number of a lexicon word: plain, `#` for any number, `word*` for a beginning, `*word` for an ending,
    /// `^word` for the word in capitals.
    int add(String word) {
        if (word.equals("#")) return NUMBER;
        if (word.endsWith("*") || word.startsWith("*")) return patterns.computeIfAbsent(word, w -> next++);
        return exact.computeIfAbsent(word, w -> next++);
    }

    int size() {
        return next;
    }

    /// Call once, after the last {@link #add}.
    void close() {
        if (next > NUMBERS) throw new IllegalStateException("more than a million words");
        patterns.forEach((word, id) -> {
            if (word.endsWith("*")) starts.add(Letters.fold(word.substring(0, word.length() - 1)), id);
            else ends.add(Letters.fold(word.substring(1)), id);
        });
        int size = Integer.highestOneBit(Math.max(16, exact.size())) * 4;
        slots = new long[size];
        patternsOf = new int[next][];
        exact.forEach(this::file);
    }

    private void file(String word, int id) {
        boolean capital = word.startsWith("^");
        var letters = word.toCharArray();
        long hash = hash(letters, capital ? 1 : 0, letters.length, capital ? CAPITALS : SMALL);
        int slot = slot(hash);
        while (slots[slot] != 0) {
            if (same(slots[slot], hash)) throw new IllegalStateException("two words of one hash: " + word);
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = hash & ~NUMBERS | id;
        patternsOf[id] = starred(letters, 0, letters.length);
    }

    /// The number of a word of the text, {@link #UNKNOWN} or {@link #NUMBER}.
    int id(char[] text, int start, int end) {
        if (Character.isDigit(text[start]) && digits(text, start, end)) return NUMBER;
        if (end - start <= LONGEST_CAPITALS && capitals(text, start, end)) {
            int capital = find(hash(text, start, end, CAPITALS));
            if (capital != UNKNOWN) return capital;
        }
        return find(hash(text, start, end, SMALL));
    }

    private int find(long hash) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            if (same(slots[slot], hash)) return (int) (slots[slot] & NUMBERS);
            slot = slot + 1 & slots.length - 1;
        }
        return UNKNOWN;
    }

    private static boolean same(long filed, long hash) {
        return ((filed ^ hash) & ~NUMBERS) == 0;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & slots.length - 1;
    }

    boolean known(char[] text, int start, int end) {
        return id(text, start, end) > NUMBER;
    }

    /// The numbers of the starred words that fit a word of the text.
    int[] starred(Words words, int word) {
        int length = words.end(word) - words.start(word);
        if (length < 3) return NONE;
        int known = words.id(word);
        if (known == NUMBER) return NONE;
        return known > NUMBER ? patternsOf[known] : starred(words.chars, words.start(word), words.end(word));
    }

    private int[] starred(char[] text, int start, int end) {
        return ends.find(text, start, end, starts.find(text, start, end, NONE));
    }

    private static boolean digits(char[] text, int start, int end) {
        for (int i = start; i < end; i++) if (!Character.isDigit(text[i])) return false;
        return true;
    }

    private static boolean capitals(char[] text, int start, int end) {
        for (int i = start; i < end; i++) if (!Character.isUpperCase(text[i])) return false;
        return true;
    }

    /// Of so many bits that words need not be compared; those of the vocabulary are checked to differ.
    private static long hash(char[] text, int start, int end, long seed) {
        long hash = seed;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text[i]);
            if (c > Letters.INVISIBLE) hash = (hash + c) * 0x9E3779B97F4A7C15L;
        }
        return hash | 1;
    }
}
