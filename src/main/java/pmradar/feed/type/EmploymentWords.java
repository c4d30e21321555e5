package pmradar.feed.type;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kinds of employment behind a feed's words; words that name none are kept as they are.
final class EmploymentWords {
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "FULL_TIME",
                    "full(?!y)|vollzeit|\\bvz\\b|salariedft|hourlyft|tempsplein|tempscomplet|heltid|voltijd|completa"),
            new Kind(
                    "PART_TIME",
                    "part(?!ner)|teilzeit|\\btz\\b|salariedpt|hourlypt|tempspartiel|deltid|deeltijd|parcial"),
            new Kind("CONTRACT", "(?<!permanent)contract|freelance|selbst(st)?aendig|\\bb2b\\b|\\bcdd\\b|konsult"),
            new Kind("TEMPORARY", "temporary|^temp$|seasonal|casual|\\bmis\\b|aushilfe|vikariat"),
            new Kind(
                    "INTERN",
                    "intern(?!al|ation)|trainee|workingstudent|werkstudent|praktik|studierende|apprentice|ausbildung"),
            new Kind("VOLUNTEER", "volunteer|ehrenamt"),
            new Kind("PER_DIEM", "perdiem"));
    private static final Kind FIXED_TERM = new Kind("CONTRACT", "(?<!un)befristet|fixedterm|fixterm|tidsbegr");

    private static final Pattern BETWEEN = Pattern.compile("[\\s_\\-.]+");

    private record Kind(String code, Pattern words) {
        Kind(String code, String words) {
            this(code, Pattern.compile(words));
        }

        boolean isIn(String squeezed) {
            return words.matcher(squeezed).find();
        }
    }

    private EmploymentWords() {}

    static @Nullable String of(@Nullable String... said) {
        return of(Arrays.asList(said));
    }

    /// For fields that hold other things too, such as seniority: what is no kind of employment is left out.
    static @Nullable String only(List<String> said) {
        String found = of(said);
        return found == null || found.matches("[A-Z_,]+") ? found : null;
    }

    static @Nullable String of(List<? extends @Nullable String> said) {
        List<String> words = said.stream()
                .flatMap(word -> Stream.ofNullable(Line.of(word)))
                .distinct()
                .toList();
        if (words.isEmpty()) return null;
        Set<String> codes = new LinkedHashSet<>();
        words.forEach(word -> add(word, codes));
        return codes.isEmpty() ? String.join(", ", words) : String.join(",", codes);
    }

    private static void add(String word, Set<String> codes) {
        String squeezed = BETWEEN.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        Set<String> found = new LinkedHashSet<>();
        for (Kind kind : KINDS) if (kind.isIn(squeezed)) found.add(kind.code());
        // "fulltime_fixed_term" is full time; "fixed term" alone says no more than that it is a contract with an end.
        if (found.isEmpty() && FIXED_TERM.isIn(squeezed)) found.add(FIXED_TERM.code());
        codes.addAll(found);
    }
}
