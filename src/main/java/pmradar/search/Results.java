package pmradar.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pmradar.posting.PostingId;

/// What a search found.
///
/// @param total of all postings that meet the criteria
/// @param next cursor of the following page; null on the last one
/// @param facets counts per value, most first, each facet counted as if nothing of itself were chosen
/// @param understood the query in words
/// @param mistakes what in the query could not be read, and what was understood instead
/// @param removedBy when nothing was found: each condition with how many would be found without it
/// @param didYouMean when few or none were found: the query with words corrected, which finds more; else null. Never
///     applied by itself.
public record Results(
        long total,
        List<Hit> hits,
        @Nullable String next,
        Map<Facet, List<FacetCount>> facets,
        String understood,
        List<Mistake> mistakes,
        List<Removed> removedBy,
        @Nullable String didYouMean) {

    /// @param snippets pieces of the body as plain text, with the found words between U+E000 and U+E001
    public record Hit(PostingId id, List<String> snippets) {}

    public record FacetCount(String value, long count) {}

    /// @param start @param end offsets into the query
    public record Mistake(int start, int end, String message) {}

    /// @param condition null for a piece of the query; @param words the condition or piece in words
    /// @param without how many would be found without it; @param rest the query without it
    public record Removed(Criteria.@Nullable Condition condition, String words, long without, String rest) {}

    public Results {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
        mistakes = List.copyOf(mistakes);
        removedBy = List.copyOf(removedBy);
    }
}
