package pmradar.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words of plain text that readers take for one, though they are written differently and no stemming joins them.
final class PlainNames {

    private static final List<Set<String>> ALIKE = List.of(
            Set.of("program", "programme", "programs", "programmes"),
            Set.of("game", "games"),
            Set.of("move", "moves", "moved", "moving"));

    private static final String SHORT = "pm";
    private static final String LONG = "project manager";

    private PlainNames() {}

    /// What else is looked for. Project managers are called PM in titles; in texts that is mostly a time of day.
    static List<Clause> of(Clause.In in, String text) {
        if (in != Clause.In.ANYWHERE && in != Clause.In.TITLE) return List.of();
        var key = text.toLowerCase(Locale.ROOT);
        if (key.equals(SHORT)) return List.of(new Clause.Phrase(in, LONG));
        if (key.equals(LONG)) return List.of(new Clause.Phrase(Clause.In.TITLE, SHORT));
        return ALIKE.stream()
                .filter(words -> words.contains(key))
                .flatMap(words -> words.stream().sorted())
                .filter(word -> !word.equals(key))
                .<Clause>map(word -> new Clause.Phrase(in, word))
                .toList();
    }
}
