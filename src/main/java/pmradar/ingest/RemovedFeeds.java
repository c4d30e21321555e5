package pmradar.ingest;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pmradar.feed.FeedEvent;
import pmradar.posting.Postings;

/// Ends what a feed showed that a person removed: nobody reads it any more, so nobody would ever see it close.
@Component
class RemovedFeeds {
    private final Postings postings;
    private final Clock clock;

    RemovedFeeds(Postings postings, Clock clock) {
        this.postings = postings;
        this.clock = clock;
    }

    /// In the transaction of the removal.
    @EventListener
    void on(FeedEvent.FeedRemoved removed) {
        postings.feedRemoved(removed.feedId(), clock.instant());
    }
}
