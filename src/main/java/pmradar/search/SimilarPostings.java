package pmradar.search;

import java.util.List;
import pmradar.posting.PostingId;

/// Finds more like one posting.
public interface SimilarPostings {

    /// Open postings most like this one by title, requirements and kind of role, best first. Itself is left out, and so
    /// are further copies of one ad: those of its own, and all but the best of another.
    ///
    /// @param limit 0 to 20
    /// @return with no snippets; empty when the posting is not open
    List<Results.Hit> like(PostingId id, int limit);
}
