package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts together what is due, and sends what waits. Asked as often as one likes, by as many machines as there are.
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int MOST_AT_ONCE = 10_000;

    /// Committed together, unless the hits of a single search are more.
    private static final int SEARCHES_TOGETHER = 100;

    /// What is lost of the work when the process is killed amid it, at most.
    private static final int HITS_TOGETHER = 100;

    private static final String DUE = """
            select s.id, (select count(*) from alert_hit h where h.search_id = s.id and h.state = 'WAITING') as hits
            from alert_search s
            where s.next_due <= :now and s.paused = false and s.removed is null
              and (s.muted_until is null or s.muted_until <= :now)
              and s.account_id not in (select account_id from alert_kept_out) and
            """;

    /// All that wait, however long.
    private static final String WAITING = """
            (exists (select 1 from alert_hit h where h.search_id = s.id and h.state = 'WAITING')
             or exists (select 1 from alert_notice n where n.search_id = s.id and n.state = 'WAITING'))
            """;

    /// Those that were found just now: their number does not grow with that of the saved searches.
    private static final String FOUND = """
            s.id in (select search_id from alert_hit where id > :after and state = 'WAITING'
                     union select search_id from alert_notice where state = 'WAITING')
            """;

    /// @param hits that wait for it
    private record Due(long search, int hits) {}

    private final JdbcClient jdbc;
    private final DigestWriter digests;
    private final Courier courier;

    Dispatch(JdbcClient jdbc, DigestWriter digests, Courier courier) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.courier = courier;
    }

    /// Puts together what is due, and sends what waits.
    void due(Instant now) {
        gather(now);
        courier.deliverDue(now);
    }

    /// Puts together what is due.
    void gather(Instant now) {
        write(due(DUE + WAITING, now, 0), now);
    }

    /// The number of the newest hit there is.
    long lastHit() {
        return jdbc.sql("select coalesce(max(id), 0) from alert_hit")
                .query(Long.class)
                .single();
    }

    /// Puts together what is due of the searches that found something after a hit. What this leaves, [#gather] finds.
    void gatherFound(long after, Instant now) {
        write(due(DUE + FOUND, now, after), now);
    }

    private void write(List<Due> due, Instant now) {
        var together = new ArrayList<Long>();
        int hits = 0;
        for (var one : due) {
            int more = Math.min(one.hits(), DigestWriter.MOST_HITS);
            if (together.size() == SEARCHES_TOGETHER || !together.isEmpty() && hits + more > HITS_TOGETHER) {
                writeTogether(together, now);
                together.clear();
                hits = 0;
            }
            together.add(one.search());
            hits += more;
        }
        if (!together.isEmpty()) writeTogether(together, now);
    }

    /// One that cannot be written holds up no other.
    private void writeTogether(List<Long> searches, Instant now) {
        try {
            digests.write(searches, now);
        } catch (RuntimeException failed) {
            if (searches.size() > 1) searches.forEach(one -> writeTogether(List.of(one), now));
            else writeAgain(searches.getFirst(), failed, now);
        }
    }

    /// Another thread or machine may have told the person of the same posting at the same moment: then it is known now.
    private void writeAgain(long search, RuntimeException failed, Instant now) {
        try {
            if (!(failed instanceof DuplicateKeyException)) throw failed;
            digests.write(List.of(search), now);
        } catch (RuntimeException again) {
            LOG.warn("The digest of saved search {} could not be written; trying again soon", search, again);
        }
    }

    private List<Due> due(String query, Instant now, long after) {
        return jdbc.sql(query + " order by s.next_due, s.id fetch first " + MOST_AT_ONCE + " rows only")
                .param("now", Notation.at(now))
                .param("after", after)
                .query((row, _) -> new Due(row.getLong("id"), row.getInt("hits")))
                .list();
    }
}
