package pmradar.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets one reader at a time read a feed, on however many machines. A hold lasts a minute and is prolonged while the
/// reading goes on; every page is recorded only while it still holds, so a reader that slept through its hold writes
/// nothing.
@Component
class Lease {
    static final Duration HOLD = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    Lease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return the holder's name, or null while another reads the feed
    @org.jspecify.annotations.Nullable
    String take(String feedId) {
        var holder = UUID.randomUUID().toString();
        var now = clock.instant();
        int taken = jdbc.sql("update ingest_lease set holder = ?, until = ? where feed_id = ? and until <= ?")
                .params(holder, at(now.plus(HOLD)), feedId, at(now))
                .update();
        if (taken == 1) return holder;
        try {
            jdbc.sql("insert into ingest_lease (feed_id, holder, until) values (?, ?, ?)")
                    .params(feedId, holder, at(now.plus(HOLD)))
                    .update();
            return holder;
        } catch (DuplicateKeyException e) {
            return null;
        }
    }

    /// Prolongs the hold.
    ///
    /// @throws LeaseLost if another has taken the feed over
    void prolong(String feedId, String holder) {
        int held = jdbc.sql("update ingest_lease set until = ? where feed_id = ? and holder = ?")
                .params(at(clock.instant().plus(HOLD)), feedId, holder)
                .update();
        if (held == 0) throw new LeaseLost(feedId);
    }

    void give(String feedId, String holder) {
        jdbc.sql("delete from ingest_lease where feed_id = ? and holder = ?")
                .params(feedId, holder)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
