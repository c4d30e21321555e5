package pmradar.feed;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Raw answers of earlier readings, kept for a time so that a mended parser can read them again.
public interface KeptAnswers {

    /// Of one feed, newest first.
    List<Kept> readings(String feedId);

    /// Reads the feed again from what was kept, with today's code. Nothing is fetched and nothing is noted.
    Reading replay(Feed feed, Kept kept, Consumer<Page> onPage);

    /// The answers of one reading.
    ///
    /// @param started @param ended of the reading; where later ones brought the very same, of the last of them
    /// @param bytes on the disk
    record Kept(String feedId, Instant started, Instant ended, int answers, long bytes) {}
}
