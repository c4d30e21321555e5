package pmradar.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Typed facts of a posting, beside its technical requirements.
///
/// @param years overall experience asked for
/// @param specialYears years asked for in something named
/// @param clearance the security clearance asked for, in the posting's words
/// @param languages ISO 639-1 of the languages asked for
/// @param travel the share of travel in percent, as far as stated
public record Facts(
        @Nullable Years years,
        List<Years> specialYears,
        List<Degree> degrees,
        List<Certificate> certificates,
        @Nullable String clearance,
        List<String> languages,
        @Nullable Integer travel) {

    public static final Facts NONE = new Facts(null, List.of(), List.of(), List.of(), null, List.of(), null);

    public Facts {
        specialYears = List.copyOf(specialYears);
        degrees = List.copyOf(degrees);
        certificates = List.copyOf(certificates);
        languages = List.copyOf(languages);
    }

    /// @param max null for "at least"; @param in what the years are in; null for experience overall
    public record Years(
            int min, @Nullable Integer max, @Nullable String in, Evidence.Necessity necessity) {}

    public enum Level {
        SECONDARY,
        VOCATIONAL,
        ASSOCIATE,
        BACHELOR,
        MASTER,
        DOCTORATE
    }

    /// @param fields as named; empty for any field; @param alternative whether something else than a degree also serves
    public record Degree(
            Level level, List<String> fields, boolean technical, boolean alternative, Evidence.Necessity necessity) {
        public Degree {
            fields = List.copyOf(fields);
        }
    }

    /// @param name as the taxonomy names it; @param management whether it certifies management rather than a technical
    /// skill
    public record Certificate(String name, boolean management, Evidence.Necessity necessity) {}
}
