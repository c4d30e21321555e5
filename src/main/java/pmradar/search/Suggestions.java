package pmradar.search;

import java.util.List;

/// Helps while somebody types.
public interface Suggestions {

    /// Titles, employers, skills and places with a word that begins so, most frequent first.
    ///
    /// @param typed at least two letters, else nothing is suggested; @param limit 0 to 20
    List<Suggestion> suggest(String typed, int limit);

    /// @param count of open postings that have it
    record Suggestion(Kind kind, String text, long count) {}

    enum Kind {
        TITLE,
        COMPANY,
        SKILL,
        PLACE
    }
}
