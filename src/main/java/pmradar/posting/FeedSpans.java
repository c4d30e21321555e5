package pmradar.posting;

import java.time.Instant;
import java.util.List;

/// Since when and until when feeds have shown postings.
public interface FeedSpans {

    /// @param first when any posting was first seen there; @param last when any was seen there last, which is its last
    ///     good reading as long as it shows anything
    record FeedSpan(String feedId, Instant first, Instant last) {}

    /// What came to a feed and went from it on one day.
    ///
    /// @param day since 1970-01-01 in UTC
    /// @param came listings seen there for the first time @param went those whose sighting ended
    record Turnover(String feedId, int day, long came, long went) {}

    /// Of all feeds and the days on which anything came or went, in this order.
    List<Turnover> turnovers();

    /// Of all feeds that ever showed a posting, by id.
    List<FeedSpan> spans();
}
