package pmradar.search;

import java.util.List;
import java.util.Optional;
import pmradar.posting.PostingId;

/// Helps while somebody types, and after nothing was found.
public interface Suggestions {

    /// Titles, employers, skills and places with a word that begins so, most frequent first.
    ///
    /// @param typed at least two letters, else nothing is suggested; @param size 0 to 20
    List<Suggestion> complete(String typed, int size);

    /// The query with each word that occurs nowhere replaced by the nearest that does; empty when all do, or none is
    /// near.
    Optional<String> didYouMean(String query);

    /// Open postings most like this one, best first, itself left out; empty when it is not open.
    ///
    /// @param size 0 to 20
    List<PostingId> moreLike(PostingId id, int size);

    /// @param count of open postings that have it
    record Suggestion(Kind kind, String text, long count) {}

    enum Kind {
        TITLE,
        COMPANY,
        SKILL,
        PLACE
    }
}
