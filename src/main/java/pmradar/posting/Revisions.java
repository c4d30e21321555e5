package pmradar.posting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What postings said before they changed: of each change only what was different, and of each posting only the last
/// changes.
@Component
class Revisions {
    private static final int KEPT = 20;

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A change that is to be noted once its posting is stored.
    record Change(StoredPosting posting, Said before, Said after) {}

    /// As stored: the fields, and what they were.
    private record Stored(List<Said.Field> fields, Said before) {}

    private record Dated(Instant until, Stored stored) {}

    void note(Change change, Instant now) {
        var fields = change.before().differences(change.after());
        if (fields.isEmpty()) return;
        var posting = change.posting().id();
        jdbc.sql("insert into posting_revision (posting_id, until, content) values (?, ?, ?)")
                .params(
                        posting,
                        now.atOffset(ZoneOffset.UTC),
                        Packed.pack(new Stored(fields, change.before().only(fields))))
                .update();
        jdbc.sql("delete from posting_revision where posting_id = :posting and id <= (select id from posting_revision"
                        + " where posting_id = :posting order by id desc offset :kept rows fetch next 1 row only)")
                .param("posting", posting)
                .param("kept", KEPT)
                .update();
    }

    /// @param now what the posting says today
    /// @return newest first
    List<PostingHistory.Change> of(long posting, Said now) {
        var changes = new ArrayList<PostingHistory.Change>();
        var after = now;
        for (var one : stored(posting)) {
            var before = one.stored.before.over(after, one.stored.fields);
            changes.add(new PostingHistory.Change(one.until, one.stored.fields, before, after));
            after = before;
        }
        return changes;
    }

    private List<Dated> stored(long posting) {
        return jdbc.sql("select until, content from posting_revision where posting_id = ? order by id desc")
                .param(posting)
                .query((row, number) -> new Dated(
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        Packed.unpack(row.getBytes("content"), Stored.class)))
                .list();
    }
}
