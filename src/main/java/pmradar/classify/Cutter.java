package pmradar.classify;

import java.util.List;

/// Cuts a posting into sections and clauses.
final class Cutter {

    /// @param language ISO 639-1, or `und` where it is not known
    Cut cut(String title, String text, String language) {
        var kind = Section.Kind.OTHER;
        return new Cut(
                text,
                language,
                List.of(new Section(kind, 0, text.length())),
                List.of(new Clause(0, text.length(), kind, false)));
    }
}
