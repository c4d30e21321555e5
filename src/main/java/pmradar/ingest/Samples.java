package pmradar.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.feed.Feed;
import pmradar.feed.Feeds;
import pmradar.posting.Postings;

/// Sees that the shipped samples leave when the first live posting arrives, and do not come back.
@Component
class Samples {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);

    private final Feeds feeds;
    private final Postings postings;
    private volatile boolean live;

    Samples(Feeds feeds, Postings postings) {
        this.feeds = feeds;
        this.postings = postings;
    }

    /// Whether the feed is a sample that came too late.
    boolean unwanted(Feed feed) {
        return feed.origin() == Feed.Origin.SAMPLE && (live || feeds.liveHasDelivered());
    }

    void leaveFor(Feed feed, Tally tally) {
        var arrived = tally.added() + tally.changed() + tally.same() > 0;
        if (live || feed.origin() == Feed.Origin.SAMPLE || !arrived) return;
        live = true;
        int removed = postings.removeSamples();
        if (removed > 0) LOG.info("The first live posting arrived; {} samples left", removed);
    }
}
