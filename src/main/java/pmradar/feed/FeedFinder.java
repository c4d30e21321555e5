package pmradar.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what somebody pasted: a board, a feed, a careers page, a posting. Remembers nothing. May take as long as
/// the
/// pauses that servers are owed, but no longer than a minute.
public interface FeedFinder {

    /// @param typed an address as people write it, with or without `https://`
    Finding find(String typed);

    /// Reads the beginning of a feed: its first listings, and the rest of some of them.
    Glance glance(Feed feed);

    /// @param candidates best first
    /// @param problem why there are none, in words; null where there are some
    record Finding(List<Candidate> candidates, @Nullable String problem) {
        public Finding {
            candidates = List.copyOf(candidates);
        }
    }

    /// @param bare how many listings there are of which no more than an address is known, because their own pages were
    ///     not read
    /// @param more whether the feed goes on behind what was read
    /// @param problem why nothing, or no more, could be read; null where all went well
    record Glance(
            List<Listing> listings,
            List<Page.Unreadable> unreadable,
            int bare,
            boolean more,
            @Nullable String problem) {
        public Glance {
            listings = List.copyOf(listings);
            unreadable = List.copyOf(unreadable);
        }
    }
}
