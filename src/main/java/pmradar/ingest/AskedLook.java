package pmradar.ingest;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.feed.Feeds;
import pmradar.posting.Readmissions;

/// Has the feed read anew, and notes until then what is to be taken back in.
@Component
class AskedLook implements SecondLook {
    private final JdbcReadLog log;
    private final Readmissions readmissions;
    private final Feeds feeds;
    private final Clock clock;

    AskedLook(JdbcReadLog log, Readmissions readmissions, Feeds feeds, Clock clock) {
        this.log = log;
        this.readmissions = readmissions;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long readmit(String feedId, String externalId, String reason, String by) {
        if (!log.offTopic(feedId, externalId))
            throw new IllegalArgumentException("Feed %s has set no listing %s aside".formatted(feedId, externalId));
        var now = clock.instant();
        var correction = readmissions.readmit(feedId, externalId, reason, by, now);
        feeds.forgetBookmark(feedId);
        feeds.readNow(feedId, now);
        return correction;
    }
}
