package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.feed.Trouble;

/// The store of what is told of feeds. Its writers hold the lock of [Progress] or of the search that they tell.
@Component
class Notices {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SAID = 2_000;

    enum Kind {
        TROUBLE,
        RECOVERED
    }

    /// @param trouble its number in the feed room @param over whether no more is to come of it
    record Stored(
            long id,
            String feed,
            long trouble,
            Kind kind,
            String title,
            String said,
            Instant foundAt,
            Hit.State state,
            boolean over) {

        Digest.Notice notice() {
            return new Digest.Notice(title, said, "/feeds/" + feed);
        }
    }

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Troubles that were noted and may still end.
    List<Stored> goingOn(long search) {
        return jdbc.sql(
                        "select * from alert_notice where search_id = ? and kind = 'TROUBLE' and over = false order by id")
                .param(search)
                .query(Notices::stored)
                .list();
    }

    void add(SavedSearch search, Trouble trouble, Kind kind, Notice words, Hit.State state, Instant now) {
        jdbc.sql("insert into alert_notice (search_id, feed_id, trouble, kind, title, said, found_at, state, over)"
                        + " select :search, :feed, :trouble, :kind, :title, :said, :now, :state, :over"
                        + " where not exists (select 1 from alert_notice where search_id = :search"
                        + " and trouble = :trouble and kind = :kind)")
                .param("search", search.id())
                .param("feed", trouble.feedId())
                .param("trouble", trouble.id())
                .param("kind", kind.name())
                .param("title", cut(words.title(), LONGEST_TITLE))
                .param("said", cut(words.said(), LONGEST_SAID))
                .param("now", Notation.at(now))
                .param("state", state.name())
                .param("over", kind == Kind.RECOVERED)
                .update();
    }

    /// @param title in a few words @param said in a sentence or two
    record Notice(String title, String said) {}

    /// Nothing more is to be told of it; what waits to be told is left out.
    void over(long id) {
        jdbc.sql("update alert_notice set over = true,"
                        + " state = case when state = 'WAITING' then 'PASSED' else state end where id = ?")
                .param(id)
                .update();
    }

    /// What waits to be told, oldest first.
    List<Stored> waiting(long search, int limit) {
        return jdbc.sql("select * from alert_notice where search_id = ? and state = 'WAITING' order by id"
                        + " fetch first " + limit + " rows only")
                .param(search)
                .query(Notices::stored)
                .list();
    }

    void tell(Collection<Long> notices, long digest) {
        if (notices.isEmpty()) return;
        jdbc.sql("update alert_notice set state = 'TOLD', digest_id = :digest where id in (:ids)")
                .param("digest", digest)
                .param("ids", notices)
                .update();
    }

    void dropWaiting(long search) {
        jdbc.sql("update alert_notice set state = 'KNOWN' where search_id = ? and state = 'WAITING'")
                .param(search)
                .update();
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getString("feed_id"),
                row.getLong("trouble"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("said"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                Hit.State.valueOf(row.getString("state")),
                row.getBoolean("over"));
    }
}
