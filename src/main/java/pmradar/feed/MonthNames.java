package pmradar.feed;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names of months, long and short, in the languages that feeds write their dates in.
final class MonthNames {
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        var languages = List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs");
        for (var language : languages) {
            for (var month : Month.values()) {
                for (var style : List.of(
                        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE)) {
                    var name = month.getDisplayName(style, Locale.of(language));
                    NUMBERS.putIfAbsent(plain(name), month.getValue());
                }
            }
        }
        NUMBERS.putIfAbsent("sept", 9);
    }

    private MonthNames() {}

    /// 1 to 12, or 0 for a word that names no month.
    static int number(String word) {
        var known = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        return known == null ? NUMBERS.getOrDefault(plain(word), 0) : known;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(".", "")
                .toLowerCase(Locale.ROOT);
    }
}
