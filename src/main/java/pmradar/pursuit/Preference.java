package pmradar.pursuit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a person likes the pages.
///
/// @param zone of times; null for that of the server
/// @param sort of lists by its name; null for best match where there are words, else newest
/// @param showHidden whether lists show what was hidden
/// @param dates the language in which dates are written, as a language tag
public record Preference(
        String theme, @Nullable ZoneId zone, @Nullable String sort, int perPage, boolean showHidden, String dates) {

    public static final List<String> THEMES = List.of("system", "light", "dark");
    public static final List<String> SORTS = List.of("newest", "score", "pay");
    public static final List<Integer> PER_PAGE = List.of(10, 20, 30, 50, 100);
    public static final List<String> DATES = List.of("en", "en-US", "de", "es", "fr", "it", "nl", "pl", "pt");
    public static final Preference USUAL = new Preference("system", null, null, 30, false, "en");

    /// @throws IllegalArgumentException with a sentence for people
    public Preference {
        known("Colours", THEMES, theme);
        if (sort != null) known("Order", SORTS, sort);
        known("Postings per page", PER_PAGE, perPage);
        known("Language of dates", DATES, dates);
    }

    private static void known(String name, List<?> values, Object value) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException("%s: '%s' is none of %s.".formatted(name, value, values));
        }
    }

    /// @param name blank for the server's
    /// @throws IllegalArgumentException with a sentence for people
    public static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) return null;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("There is no time zone '%s'; one is Europe/Oslo.".formatted(name));
        }
    }

    public Preference withTheme(String other) {
        return new Preference(other, zone, sort, perPage, showHidden, dates);
    }
}
