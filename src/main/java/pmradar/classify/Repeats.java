package pmradar.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Counts the same requirement once, however often it is said.
final class Repeats {

    private static final int LOOK_BACK = 60;

    private Repeats() {}

    static List<Unit> once(List<Unit> units, String text) {
        var kept = new ArrayList<Unit>();
        var said = new ArrayList<Set<String>>();
        for (var unit : units) {
            var words = words(text.substring(unit.start(), unit.end()));
            int before = same(unit, words, kept, said);
            if (before < 0) {
                kept.add(unit);
                said.add(words);
            } else if (worth(unit) < worth(kept.get(before))) {
                kept.set(before, unit);
                said.set(before, words);
            }
        }
        return kept;
    }

    /// Must before preferred, strong before weak.
    private static int worth(Unit unit) {
        return unit.strength().ordinal() * 2 + unit.necessity().ordinal();
    }

    private static int same(Unit unit, Set<String> words, List<Unit> kept, List<Set<String>> said) {
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - LOOK_BACK); i--) {
            if (kept.get(i).type() == unit.type() && overlap(words, said.get(i)) > 0.75) return i;
        }
        return -1;
    }

    private static double overlap(Set<String> a, Set<String> b) {
        int common = 0;
        for (var word : a) if (b.contains(word)) common++;
        return (double) common / Math.max(1, Math.max(a.size(), b.size()));
    }

    private static Set<String> words(String quote) {
        var words = new HashSet<String>();
        for (var word : Letters.fold(quote).split(" ")) if (word.length() > 3) words.add(word);
        return words;
    }
}
