package pmradar.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The room's two tables.
@Component
class FeedRows {
    private static final String COLUMNS = "feed_id, source, last_tried, last_delivered, next_due, not_before, failures,"
            + " problem, etag, last_modified";
    private final JdbcClient jdbc;

    FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, FeedRow> all() {
        return jdbc.sql("select " + COLUMNS + " from feed_state").query(FeedRows::row).list().stream()
                .collect(Collectors.toMap(FeedRow::feedId, row -> row));
    }

    /// Empty also if what is stored belongs to another address.
    Optional<FeedRow> of(Feed feed) {
        return jdbc.sql("select " + COLUMNS + " from feed_state where feed_id = ? and source = ?")
                .params(feed.id(), FeedRow.source(feed))
                .query(FeedRows::row)
                .optional();
    }

    void save(FeedRow row) {
        var values = Arrays.asList(
                row.source(),
                at(row.lastTried()),
                at(row.lastDelivered()),
                at(row.nextDue()),
                at(row.notBefore()),
                row.failures(),
                row.problem(),
                row.etag(),
                row.lastModified(),
                row.feedId());
        var updated = jdbc.sql("update feed_state set source = ?, last_tried = ?, last_delivered = ?, next_due = ?,"
                        + " not_before = ?, failures = ?, problem = ?, etag = ?, last_modified = ? where feed_id = ?")
                .params(values)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into feed_state (source, last_tried, last_delivered, next_due, not_before, failures,"
                            + " problem, etag, last_modified, feed_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    void forgetBookmark(String feedId) {
        jdbc.sql("update feed_state set etag = null, last_modified = null where feed_id = ?")
                .param(feedId)
                .update();
    }

    void forgetBookmarks() {
        jdbc.sql("update feed_state set etag = null, last_modified = null").update();
    }

    Optional<Instant> noted(String fact) {
        return jdbc.sql("select since from feed_fact where name = ? and since is not null")
                .params(fact)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /// Notes when a fact began, unless it is noted already. Its row is there from the start, so that readings that end
    /// together cannot both insert it.
    ///
    /// @return since when
    Instant note(String fact, Instant now) {
        jdbc.sql("update feed_fact set since = ? where name = ? and since is null")
                .params(Arrays.asList(at(now), fact))
                .update();
        return noted(fact).orElse(now);
    }

    private static FeedRow row(ResultSet row, int number) throws SQLException {
        var nextDue = instant(row, "next_due");
        return new FeedRow(
                row.getString("feed_id"),
                row.getString("source"),
                instant(row, "last_tried"),
                instant(row, "last_delivered"),
                nextDue == null ? Instant.EPOCH : nextDue,
                instant(row, "not_before"),
                row.getInt("failures"),
                row.getString("problem"),
                row.getString("etag"),
                row.getString("last_modified"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
