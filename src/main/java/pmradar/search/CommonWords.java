package pmradar.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words so common that their absence says nothing: articles, prepositions and conjunctions of the four languages that
/// are stemmed. Beside other words of a query they need not occur.
final class CommonWords {

    private static final Set<String> WORDS = Set.copyOf(List.of("""
            a an the and or of to in on at by for from with as into
            der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur im am auf aus bei für mit
            le la les un une des du de et ou à au aux en dans pour par sur avec
            el los las una unos unas y o del al con para por sobre
            """.strip().split("\\s+")));

    private CommonWords() {}

    /// Those among the parts that need not occur. None are where there is nothing else to look for in texts: who
    /// searches for `the` means it. Two letters in capitals are a name: DE, LA.
    static List<Clause> among(List<Clause> parts) {
        var common = new ArrayList<Clause>();
        boolean others = false;
        for (var part : parts) {
            if (part instanceof Clause.Word word && common(word)) common.add(part);
            else others |= textual(part);
        }
        return others ? common : List.of();
    }

    private static boolean common(Clause.Word word) {
        var text = word.text();
        return plain(word.in())
                && !(text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)))
                && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean textual(Clause part) {
        return switch (part) {
            case Clause.Word word -> plain(word.in());
            case Clause.Phrase phrase -> plain(phrase.in());
            case Clause.Prefix prefix -> plain(prefix.in());
            case Clause.And(var all) -> all.stream().anyMatch(CommonWords::textual);
            case Clause.Or(var any) -> any.stream().anyMatch(CommonWords::textual);
            case Clause.All _, Clause.Range _, Clause.Value _, Clause.Not _ -> false;
        };
    }

    private static boolean plain(Clause.In in) {
        return in == Clause.In.ANYWHERE || in == Clause.In.TITLE;
    }
}
