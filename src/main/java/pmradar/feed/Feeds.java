package pmradar.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All feeds that PM Radar knows, and how each fares. Samples are among them only while no live feed has ever
/// delivered.
public interface Feeds {

    List<FeedState> states();

    Optional<FeedState> state(String id);

    /// Feeds to be read at `now`, longest waiting first.
    List<Feed> due(Instant now);

    /// Makes a feed due at once, within what its terms and the pause per host allow.
    void readNow(String id, Instant now);

    /// Forgets what a feed's last answer was marked with, so that the next one brings all listings again, changed or not.
    void forgetBookmark(String id);

    /// The same for all feeds.
    void forgetBookmarks();

    /// Notes the outcome: bookmark, failures, back-off and next due time. Called after the listings are recorded.
    void finished(Feed feed, Reading reading, Instant now);

    /// Whether any feed that is not a sample has ever delivered a listing.
    boolean liveHasDelivered();
}
