package pmradar.ingest;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.feed.Feeds;
import pmradar.posting.Readmissions;

/// Takes back in what was set aside as off topic, because a person says so. The listing itself was not kept: its feed is
/// read anew.
@Component
public class SecondLook {
    private final JdbcReadLog log;
    private final Readmissions readmissions;
    private final Feeds feeds;
    private final Clock clock;

    SecondLook(JdbcReadLog log, Readmissions readmissions, Feeds feeds, Clock clock) {
        this.log = log;
        this.readmissions = readmissions;
        this.feeds = feeds;
        this.clock = clock;
    }

    /// @param reason in the person's words @param by who says so
    /// @return the correction's number; `Corrections.undo` takes it back
    /// @throws IllegalArgumentException if there is no reason, or no such listing was set aside as off topic
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
