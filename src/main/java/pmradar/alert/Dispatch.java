package pmradar.alert;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts together what is due, and sends what waits. Asked as often as one likes, by as many machines as there are.
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final DigestWriter digests;
    private final Courier courier;

    Dispatch(JdbcClient jdbc, DigestWriter digests, Courier courier) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.courier = courier;
    }

    void due(Instant now) {
        for (long search : dueSearches(now)) write(search, now);
        courier.deliverDue(now);
    }

    /// One that cannot be written holds up no other.
    private void write(long search, Instant now) {
        try {
            digests.write(search, now);
        } catch (DataAccessException failed) {
            LOG.warn("The digest of saved search {} could not be written; trying again soon", search, failed);
        }
    }

    private long[] dueSearches(Instant now) {
        return jdbc
                .sql("select s.id from alert_search s where s.next_due <= :now and s.paused = false"
                        + " and s.removed is null and (s.muted_until is null or s.muted_until <= :now)"
                        + " and (exists (select 1 from alert_hit h where h.search_id = s.id and h.state = 'WAITING')"
                        + " or exists (select 1 from alert_notice n where n.search_id = s.id and n.state = 'WAITING'))"
                        + " order by s.next_due fetch first " + MOST_AT_ONCE + " rows only")
                .param("now", Notation.at(now))
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
