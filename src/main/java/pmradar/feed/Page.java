package pmradar.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one answer holds.
///
/// @param listings those that could be read
/// @param unreadable those that could not, each with its reason; the others are not affected
/// @param pending listings whose rest stands in an answer of its own
/// @param next the following page, if there is one
/// @param complete whether this page and those before it together name *all* open jobs of the feed
public record Page(
        List<Listing> listings,
        List<Unreadable> unreadable,
        List<Pending> pending,
        @Nullable FeedRequest next,
        boolean complete) {

    /// A listing of which so far only `stub` is known; [FeedType#follow] reads the rest.
    public record Pending(Listing stub, FeedRequest request) {}

    /// @param where which listing, by its id or position; @param reason in words
    public record Unreadable(String where, String reason) {}

    public Page {
        listings = List.copyOf(listings);
        unreadable = List.copyOf(unreadable);
        pending = List.copyOf(pending);
    }

    /// The whole board in one answer.
    public static Page whole(List<Listing> listings, List<Unreadable> unreadable) {
        return new Page(listings, unreadable, List.of(), null, true);
    }

    /// The newest listings only: what is missing says nothing.
    public static Page window(List<Listing> listings, List<Unreadable> unreadable) {
        return new Page(listings, unreadable, List.of(), null, false);
    }
}
