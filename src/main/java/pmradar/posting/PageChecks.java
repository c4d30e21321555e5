package pmradar.posting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers when the page of a posting was looked at last.
@Component
class PageChecks {
    private final JdbcClient jdbc;

    PageChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Open postings that no feed has shown since, the ones seen the longest ago first.
    List<PostingId> unvouched(Instant notCheckedSince, int limit) {
        var since = notCheckedSince.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select p.id from posting p
                        join (select posting_id, max(last_seen) as seen from posting_sighting group by posting_id) s
                            on s.posting_id = p.id
                        left join posting_page_check c on c.posting_id = p.id
                        where p.closed is null and p.sample = false and s.seen < ?
                            and (c.checked is null or c.checked < ?)
                        order by s.seen, p.id limit ?""")
                .params(since, since, limit)
                .query((row, number) -> new PostingId(row.getLong(1)))
                .list();
    }

    void checked(PostingId id, Instant now) {
        var known = jdbc.sql("update posting_page_check set checked = ? where posting_id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
        if (known > 0) return;
        jdbc.sql("insert into posting_page_check (checked, posting_id) values (?, ?)")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }
}
