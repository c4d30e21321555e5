package pmradar.search.lucene;

import org.apache.lucene.util.ArrayUtil;

/// Where those words of one field stand that phrases ask for. Two words can stand at one place, as `c` and `c++` do.
final class Positions {
    private static final int AT_ONE_PLACE = 2;

    @FunctionalInterface
    interface Word {
        void at(int position, int place);
    }

    /// By position, [#AT_ONE_PLACE] for each: the number of the word, one more than its own; 0 for none.
    private int[] words = {};

    private int[] taken = new int[32];
    private int size;
    /// The last position that was given to a word, whether or not it is noted here.
    int last;

    /// What stands there as a third is left aside; nothing writes so many.
    void put(int position, int word) {
        int at = position * AT_ONE_PLACE;
        if (at + AT_ONE_PLACE > words.length) words = ArrayUtil.grow(words, at + AT_ONE_PLACE);
        if (words[at] != 0) at++;
        if (words[at] != 0) return;
        words[at] = word + 1;
        taken = ArrayUtil.grow(taken, size + 1);
        taken[size++] = position;
    }

    void each(Word word) {
        for (int i = 0; i < size; i++) {
            int at = taken[i] * AT_ONE_PLACE;
            if (i > 0 && taken[i] == taken[i - 1]) at++;
            word.at(taken[i], words[at] - 1);
        }
    }

    /// Whether these stand as far from a position as `at` says; the first of them is known to stand there.
    boolean runs(int position, int[] run, int[] at) {
        for (int i = 1; i < run.length; i++) if (!stands(run[i], position + at[i])) return false;
        return true;
    }

    private boolean stands(int word, int position) {
        int at = position * AT_ONE_PLACE;
        return at >= 0 && at < words.length && (words[at] == word + 1 || words[at + 1] == word + 1);
    }
}
