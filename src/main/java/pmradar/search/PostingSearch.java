package pmradar.search;

import org.jspecify.annotations.Nullable;

/// Finds open postings for criteria.
public interface PostingSearch {

    /// @param size 0 to 100 hits; @param cursor of an earlier answer to the same criteria, or null for the first page
    /// @throws IllegalArgumentException for a cursor that is none
    Results search(Criteria criteria, int size, @Nullable String cursor);
}
