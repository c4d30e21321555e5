package pmradar.classify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Beginnings (or endings) of words, found in one walk along the word.
final class StarTrie {

    private final boolean backwards;
    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private int id;
    }

    StarTrie(boolean backwards) {
        this.backwards = backwards;
    }

    void add(String part, int id) {
        var node = root;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(backwards ? part.length() - 1 - i : i);
            node = node.next.computeIfAbsent(c, k -> new Node());
        }
        node.id = id;
    }

    /// The ids found, added to those given.
    int[] find(String text, int start, int end, int[] found) {
        var node = root;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text.charAt(backwards ? end - 1 - (i - start) : i));
            if (c <= Letters.INVISIBLE) continue;
            node = node.next.get(c);
            if (node == null) return found;
            if (node.id != 0) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = node.id;
            }
        }
        return found;
    }
}
