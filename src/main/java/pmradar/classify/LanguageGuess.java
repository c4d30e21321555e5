package pmradar.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Tells the language of a text by its script and its function words.
final class LanguageGuess {

    /// Where it cannot be told.
    static final String UNKNOWN = "und";

    private static final Set<String> SUPPORTED = Set.of("en", "de", "fr", "es");

    /// Enough for any text; the rest would only repeat it.
    private static final int LONGEST = 4_000;

    private static final int FEWEST_VOTES = 3;
    private static final double LEAST_SHARE = 0.06;

    private final List<String> languages = new ArrayList<>();
    private final HashFile<double[]> votes;

    LanguageGuess() {
        var words = new HashMap<String, Set<Integer>>();
        for (var line : lines()) {
            int colon = line.indexOf(':');
            if (line.startsWith("#") || colon < 0) continue;
            languages.add(line.substring(0, colon));
            for (var word : line.substring(colon + 1).strip().split(" ")) {
                words.computeIfAbsent(word, any -> new HashSet<>()).add(languages.size() - 1);
            }
        }
        var filed = new HashMap<Long, double[]>();
        words.forEach((word, of) -> filed.put(FoldedWords.hash(word), share(of)));
        votes = new HashFile<>(filed);
    }

    private static List<String> lines() {
        try (var in = LanguageGuess.class.getResourceAsStream("/pmradar/classify/stop-words.txt");
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "stop-words.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read stop-words.txt", e);
        }
    }

    private double[] share(Set<Integer> of) {
        var share = new double[languages.size()];
        for (int language : of) share[language] = 1.0 / of.size();
        return share;
    }

    /// Whether postings in the language are judged as well as measured.
    static boolean supported(String language) {
        return SUPPORTED.contains(language);
    }

    /// @return ISO 639-1, or `und`
    String of(String text) {
        return of(text, FoldedWords.of(text, LONGEST));
    }

    /// @param words of the text, or of so much of it that counts here
    String of(String text, FoldedWords words) {
        if (!latin(text)) return UNKNOWN;
        var sums = new double[languages.size()];
        int counted = 0;
        for (int word = 0; word < words.count() && words.start(word) < LONGEST; word++) {
            // Broken machine translations repeat one word a hundred times.
            long hash = words.hashUntil(word, LONGEST);
            if (word > 0 && hash == words.hash(word - 1)) continue;
            counted++;
            var share = votes.get(hash);
            if (share == null) continue;
            for (int language = 0; language < sums.length; language++) sums[language] += share[language];
        }
        int best = 0;
        for (int language = 1; language < sums.length; language++) if (sums[language] > sums[best]) best = language;
        boolean told = sums[best] >= FEWEST_VOTES && sums[best] >= LEAST_SHARE * counted;
        return told ? languages.get(best) : UNKNOWN;
    }

    /// Whether most letters are Latin.
    private static boolean latin(String text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (((c | 0x20) - 'a' & 0xFFFF) < 26) latin++;
                continue;
            }
            if (!Character.isLetter(c)) continue;
            if (c < 0x250 || c >= 0x1E00 && c < 0x1F00 || c >= 0xFF21 && c <= 0xFF5A) latin++;
            else other++;
        }
        return latin >= other;
    }
}
