package pmradar.feed;

import static pmradar.feed.HealthRows.at;
import static pmradar.feed.HealthRows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Troubles as they are stored, those included that are only watched as yet.
@Component
class TroubleRows {
    private static final int OVER_KEPT = 30;
    private static final int LONGEST_WORDS = 2000;

    private final JdbcClient jdbc;

    TroubleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One that goes on. @param told whether the owner has heard of it
    record Row(long id, Trouble.Kind kind, String part, Instant first, int times, boolean told) {

        Duration length(Instant now) {
            return Duration.between(first, now);
        }
    }

    List<Row> goingOn(String feedId) {
        return jdbc.sql("select * from feed_trouble where feed_id = ? and over_at is null order by id")
                .param(feedId)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        Trouble.Kind.valueOf(row.getString("kind")),
                        row.getString("part"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getInt("times"),
                        row.getObject("told", OffsetDateTime.class) != null))
                .list();
    }

    /// @return that trouble, seen once more
    Row seen(String feedId, Trouble.Kind kind, String part, String words, Instant since, Instant now) {
        var known = jdbc.sql("update feed_trouble set words = ?, last_seen = ?, times = times + 1"
                        + " where feed_id = ? and kind = ? and part = ? and over_at is null")
                .params(cut(words), at(now), feedId, kind.name(), part)
                .update();
        if (known == 0) {
            jdbc.sql("insert into feed_trouble (feed_id, kind, part, words, first_seen, last_seen, times)"
                            + " values (?, ?, ?, ?, ?, ?, 1)")
                    .params(feedId, kind.name(), part, cut(words), at(since), at(now))
                    .update();
        }
        return goingOn(feedId).stream()
                .filter(row -> row.kind() == kind && row.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    void told(long id, Instant now) {
        jdbc.sql("update feed_trouble set told = ? where id = ?")
                .params(at(now), id)
                .update();
    }

    /// Ends a trouble; what nobody was told of is forgotten.
    void over(Row row, String feedId, String ending, Instant now) {
        if (!row.told()) {
            jdbc.sql("delete from feed_trouble where id = ?").param(row.id()).update();
            return;
        }
        jdbc.sql("update feed_trouble set over_at = ?, ending = ? where id = ?")
                .params(at(now), ending, row.id())
                .update();
        jdbc.sql("delete from feed_trouble where feed_id = ? and over_at is not null and id < (select min(id) from"
                        + " (select id from feed_trouble where feed_id = ? order by id desc limit " + OVER_KEPT
                        + ") newest)")
                .params(feedId, feedId)
                .update();
    }

    List<Trouble> all() {
        return jdbc.sql("select * from feed_trouble where told is not null and over_at is null order by id desc")
                .query(TroubleRows::trouble)
                .list();
    }

    List<Trouble> of(String feedId) {
        return jdbc.sql("select * from feed_trouble where told is not null and feed_id = ? order by id desc")
                .param(feedId)
                .query(TroubleRows::trouble)
                .list();
    }

    /// How many of a kind press.
    long count(Trouble.Kind kind) {
        return jdbc.sql("select count(*) from feed_trouble where told is not null and over_at is null"
                        + " and acknowledged is null and kind = ?")
                .param(kind.name())
                .query(Long.class)
                .single();
    }

    boolean acknowledge(String feedId, long id, String by, Instant now) {
        return jdbc.sql("update feed_trouble set acknowledged = ?, acknowledged_by = ?"
                                + " where feed_id = ? and id = ? and over_at is null")
                        .params(at(now), by, feedId, id)
                        .update()
                > 0;
    }

    boolean unacknowledge(String feedId, long id) {
        return jdbc.sql("update feed_trouble set acknowledged = null, acknowledged_by = null"
                                + " where feed_id = ? and id = ?")
                        .params(feedId, id)
                        .update()
                > 0;
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        var part = row.getString("part");
        return new Trouble(
                row.getLong("id"),
                row.getString("feed_id"),
                Trouble.Kind.valueOf(row.getString("kind")),
                part.isEmpty() ? null : part,
                row.getString("words"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                instant(row, "acknowledged"),
                row.getString("acknowledged_by"),
                instant(row, "over_at"),
                row.getString("ending"));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
