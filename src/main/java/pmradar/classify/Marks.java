package pmradar.classify;

import java.util.List;

/// The phrases found in a text, by the word they start at.
final class Marks {

    private final List<Mark> all;
    private final int[] from;

    Marks(List<Mark> all, int words) {
        this.all = all;
        this.from = new int[words + 1];
        int mark = 0;
        for (int word = 0; word <= words; word++) {
            while (mark < all.size() && all.get(mark).first() < word) mark++;
            from[word] = mark;
        }
    }

    /// Phrases that start at a word.
    List<Mark> at(int word) {
        return all.subList(from[word], from[word + 1]);
    }

    /// Phrases that start between two words, the second exclusive.
    List<Mark> between(int first, int end) {
        return all.subList(from[first], from[Math.max(first, end)]);
    }

    boolean is(int word, Cue cue) {
        for (var mark : at(word)) if (mark.cue() == cue) return true;
        return false;
    }
}
