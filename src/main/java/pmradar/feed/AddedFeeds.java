package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Feeds that people added in the product. They are read like those of `feeds.yml`; one that is declared there under
/// the
/// same id takes its place.
public interface AddedFeeds {

    Duration SHORTEST = Duration.ofMinutes(5);
    Duration LONGEST = Duration.ofDays(30);

    /// @param off since when it is not read; @param removed since when it is no feed any more; null while it is
    record Added(
            Feed feed,
            Instant at,
            String by,
            @Nullable Instant off,
            @Nullable Instant removed) {}

    /// All that were ever added, newest first, removed ones included.
    List<Added> all();

    /// The known feed, declared or added, that reads the same address; removed ones are not among them.
    Optional<Feed> same(Feed feed);

    /// Adds a feed; it is due at once. One that was removed comes back under its old id.
    ///
    /// @param feed its id is only a wish
    /// @return the feed as it is known from now on
    /// @throws IllegalArgumentException if it cannot be read or is known already, in words
    Feed add(Feed feed, String by, Instant now);

    /// @throws IllegalArgumentException if there is no such added feed, or name or interval are out of bounds
    void change(String id, String name, Duration every);

    /// Stops or resumes reading; does nothing to one that is so already.
    ///
    /// @throws IllegalArgumentException if there is no such added feed
    void switchOff(String id, Instant now);

    void switchOn(String id, Instant now);

    /// Forgets a feed, in a way that [#takeBack] undoes.
    void remove(String id, Instant now);

    void takeBack(String id, Instant now);

    /// Ids of feeds that nobody reads any more, so that what they showed must end by itself.
    List<String> unread();
}
