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

    private static final int CAPITALS = 77;
    private static final int LONGEST_CAPITALS = 5;
    private static final int[] NONE = {};

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> patterns = new HashMap<>();
    private int next = 2;

    private int[] slots = {};
    private String[] spelled = {};
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

    /// Call once, after the last {@link #add}.
    void close() {
        patterns.forEach((word, id) -> {
            if (word.endsWith("*")) starts.add(Letters.fold(word.substring(0, word.length() - 1)), id);
            else ends.add(Letters.fold(word.substring(1)), id);
        });
        int size = Integer.highestOneBit(Math.max(16, exact.size() * 4)) * 2;
        slots = new int[size];
        spelled = new String[size];
        patternsOf = new int[next][];
        exact.forEach((word, id) -> {
            boolean capital = word.startsWith("^");
            int slot = hash(word, capital ? 1 : 0, word.length(), capital ? CAPITALS : 0) & (size - 1);
            while (spelled[slot] != null) slot = slot + 1 & size - 1;
            spelled[slot] = word;
            slots[slot] = id;
            patternsOf[id] = starred(word, 0, word.length());
        });
    }

    /// The number of a word of the text, {@link #UNKNOWN} or {@link #NUMBER}.
    int id(String text, int start, int end) {
        if (Character.isDigit(text.charAt(start)) && digits(text, start, end)) return NUMBER;
        if (end - start <= LONGEST_CAPITALS && capitals(text, start, end)) {
            int capital = find(text, start, end, CAPITALS);
            if (capital != UNKNOWN) return capital;
        }
        return find(text, start, end, 0);
    }

    private int find(String text, int start, int end, int seed) {
        int slot = hash(text, start, end, seed) & (slots.length - 1);
        while (spelled[slot] != null) {
            if (same(spelled[slot], text, start, end, seed)) return slots[slot];
            slot = slot + 1 & slots.length - 1;
        }
        return UNKNOWN;
    }

    boolean known(String text, int start, int end) {
        return id(text, start, end) > NUMBER;
    }

    /// The numbers of the starred words that fit a word of the text.
    int[] starred(Words words, int word) {
        int length = words.end(word) - words.start(word);
        if (length < 3) return NONE;
        int known = words.id(word);
        if (known == NUMBER) return NONE;
        return known > NUMBER ? patternsOf[known] : starred(words.text, words.start(word), words.end(word));
    }

    private int[] starred(String text, int start, int end) {
        return ends.find(text, start, end, starts.find(text, start, end, NONE));
    }

    private static boolean digits(String text, int start, int end) {
        for (int i = start; i < end; i++) if (!Character.isDigit(text.charAt(i))) return false;
        return true;
    }

    private static boolean capitals(String text, int start, int end) {
        for (int i = start; i < end; i++) if (!Character.isUpperCase(text.charAt(i))) return false;
        return true;
    }

    private static int hash(String text, int start, int end, int seed) {
        int hash = seed;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text.charAt(i));
            if (c > Letters.INVISIBLE) hash = hash * 31 + c;
        }
        return hash ^ hash >>> 15;
    }

    private static boolean same(String word, String text, int start, int end, int seed) {
        int at = seed == 0 ? 0 : 1;
        if (word.charAt(0) == '^' != (at == 1)) return false;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text.charAt(i));
            if (c <= Letters.INVISIBLE) continue;
            if (at == word.length() || word.charAt(at++) != c) return false;
        }
        return at == word.length();
    }
}
