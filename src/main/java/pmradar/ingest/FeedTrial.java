package pmradar.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Label;
import pmradar.feed.Feed;

/// Reads the beginning of a feed down the line as far as it goes without recording anything: what would come of it?
public interface FeedTrial {

    Tried read(Feed feed);

    /// @param found listings read; @param bare known by their address only; @param more whether the feed goes on
    /// @param roles those for project managers, in the feed's order
    /// @param company the employer, where all listings name the same
    /// @param companies whether any listing names one
    /// @param aside listings that would not become postings for another reason than their topic, by reason
    /// @param problem why nothing, or no more, was read; null where all went well
    record Tried(
            int found,
            int bare,
            boolean more,
            List<Role> roles,
            List<Field> fields,
            @Nullable String company,
            boolean companies,
            Map<String, Integer> aside,
            @Nullable String problem) {
        public Tried {
            roles = List.copyOf(roles);
            fields = List.copyOf(fields);
            aside = Map.copyOf(aside);
        }
    }

    record Role(String title, @Nullable String company, String places, Label label, int score) {}

    /// @param in how many of the listings a field was found
    record Field(String name, int in) {}
}
