package pmradar.trend;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pmradar.classify.Taxonomy;

/// What titles say.
final class TitleWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final int MOST = 12;
    private static final int LONGEST = 40;

    /// Words that no title is chosen for, in the languages that are judged.
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with",
            "all", "und", "oder", "der", "die", "das", "den", "im", "für", "mit", "als", "bei", "von", "zur", "zum",
            "et", "ou", "de", "des", "du", "la", "le", "les", "en", "pour", "el", "los", "las", "y", "para", "con",
            "del", "m", "w", "d", "f", "h", "x", "gn", "div", "mwd", "wmd", "och", "till", "inom", "i", "av");

    private static final Set<String> TECHNICAL = Set.of(
            "technical", "technology", "it", "tech", "technisch", "technische", "technischer", "technique", "técnico");

    private final Taxonomy taxonomy;

    TitleWords(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /// Words of the title in small letters, each once, without those that say nothing.
    Set<String> of(String title) {
        var words = new LinkedHashSet<String>();
        for (var word : BETWEEN.split(title.toLowerCase(Locale.ROOT))) {
            if (word.length() < 2 || word.length() > LONGEST || EMPTY.contains(word)) continue;
            if (word.chars().noneMatch(Character::isLetter)) continue;
            if (words.size() < MOST) words.add(word);
        }
        return words;
    }

    /// Whether the title names a technical term of the taxonomy, or says that it is technical.
    boolean technical(String title) {
        for (var match : taxonomy.find(title)) if (match.term().kind().technical()) return true;
        return of(title).stream().anyMatch(TECHNICAL::contains);
    }
}
