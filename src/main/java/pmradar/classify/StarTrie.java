package pmradar.classify;

import java.util.Arrays;

/// Beginnings (or endings) of words, found in one walk along the word.
final class StarTrie {

    private static final int LETTERS = 36;

    private final boolean backwards;
    private int[] next = new int[LETTERS * 64];
    private int[] ids = new int[64];
    private int nodes = 1;

    StarTrie(boolean backwards) {
        this.backwards = backwards;
    }

    /// @param part folded; of Latin letters and digits only
    void add(String part, int id) {
        int node = 0;
        for (int i = 0; i < part.length(); i++) {
            int letter = letter(part.charAt(backwards ? part.length() - 1 - i : i));
            if (letter < 0) throw new IllegalArgumentException("'%s' is no plain word".formatted(part));
            node = child(node, letter);
        }
        ids[node] = id;
    }

    private int child(int node, int letter) {
        int at = node * LETTERS + letter;
        if (next[at] != 0) return next[at];
        if (nodes == ids.length) {
            ids = Arrays.copyOf(ids, nodes * 2);
            next = Arrays.copyOf(next, next.length * 2);
        }
        next[at] = nodes;
        return nodes++;
    }

    /// The ids found, added to those given.
    int[] find(char[] text, int start, int end, int[] found) {
        int node = 0;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text[backwards ? end - 1 - (i - start) : i]);
            if (c <= Letters.INVISIBLE) continue;
            int letter = letter(c);
            if (letter < 0) return found;
            node = next[node * LETTERS + letter];
            if (node == 0) return found;
            if (ids[node] != 0) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = ids[node];
            }
        }
        return found;
    }

    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') return c - 'a';
        return c >= '0' && c <= '9' ? 26 + c - '0' : -1;
    }
}
