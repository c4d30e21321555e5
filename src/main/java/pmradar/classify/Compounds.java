package pmradar.classify;

import java.util.Arrays;

/// German words that end in "knowledge", "experience" and the like and begin with what is meant.
final class Compounds {

    private static final int SHORTEST = 11;
    private static final String[] TAILS = {
        "kenntnisse",
        "kenntnissen",
        "erfahrung",
        "erfahrungen",
        "entwicklung",
        "entwickler",
        "entwicklerin",
        "entwicklern",
        "programmierung",
        "umgebung",
        "umgebungen",
        "umfeld",
        "systeme",
        "systemen",
        "architektur",
        "architekturen",
        "administration",
        "projekt",
        "projekte",
        "projekten",
        "einführung",
        "technik",
        "anwendungen",
        "schnittstellen",
        "lösungen",
        "konzepte",
        "konzepten",
        "anforderungen",
        "technologien",
        "plattform",
        "plattformen",
        "bereich",
        "studium",
        "themen",
        "migration",
        "werkzeuge",
        "komponenten"
    };

    /// The tails by their last letter; most words are done with by it.
    private static final String[][] BY_END = new String[128][];

    static {
        for (var last = 0; last < BY_END.length; last++) {
            var end = String.valueOf((char) last);
            BY_END[last] =
                    Arrays.stream(TAILS).filter(tail -> tail.endsWith(end)).toArray(String[]::new);
        }
    }

    private Compounds() {}

    /// Where the first part of the word ends, or -1 when it is no such compound.
    static int headEnd(Tokens tokens, int token) {
        var start = tokens.start(token);
        var end = tokens.end(token);
        if (end - start < SHORTEST || end - start > 60) return -1;
        var last = tokens.text().charAt(end - 1);
        if ("engrdktm".indexOf(last) < 0) return -1;
        for (var tail : BY_END[last]) {
            var head = end - tail.length();
            if (head - start >= 2 && tokens.text().regionMatches(true, head, tail, 0, tail.length())) return head;
        }
        return -1;
    }
}
