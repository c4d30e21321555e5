package pmradar.posting;

import java.time.Instant;
import java.util.List;

/// Since when and until when feeds have shown postings.
public interface FeedSpans {

    /// @param first when any posting was first seen there; @param last when any was seen there last, which is its last
    ///     good reading as long as it shows anything
    record FeedSpan(String feedId, Instant first, Instant last) {}

    /// Of all feeds that ever showed a posting, by id.
    List<FeedSpan> spans();
}
