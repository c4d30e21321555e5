package pmradar.feed;

import java.time.Instant;

/// What is remembered about a feed for its next reading.
interface Bookmarks {

    Reading.Bookmark of(Feed feed);

    /// The moment that the dates of the samples count from: the first time they were read.
    Instant samplesSince(Instant now);
}
