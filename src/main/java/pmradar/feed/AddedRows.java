package pmradar.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table of added feeds.
@Component
class AddedRows {
    static final int LONGEST_OPTIONS = 8_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    AddedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AddedFeeds.Added> all() {
        return jdbc.sql("select * from feed_added order by added desc, id")
                .query(AddedRows::added)
                .list();
    }

    void insert(Feed feed, String by, Instant now) {
        jdbc.sql("insert into feed_added (id, type, located_at, name, company, home, every_seconds, terms, options,"
                        + " added, added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        feed.id(),
                        feed.type(),
                        feed.at(),
                        feed.name(),
                        feed.company(),
                        feed.home() == null ? null : feed.home().toString(),
                        feed.every().toSeconds(),
                        feed.terms(),
                        options(feed),
                        at(now),
                        by))
                .update();
    }

    /// @return whether there is such a feed
    boolean change(String id, String name, Duration every) {
        return jdbc.sql("update feed_added set name = ?, every_seconds = ? where id = ?")
                        .params(name, every.toSeconds(), id)
                        .update()
                > 0;
    }

    void off(String id, @Nullable Instant since) {
        jdbc.sql("update feed_added set switched_off = ? where id = ?")
                .params(Arrays.asList(at(since), id))
                .update();
    }

    void removed(String id, @Nullable Instant since) {
        jdbc.sql("update feed_added set removed = ? where id = ?")
                .params(Arrays.asList(at(since), id))
                .update();
    }

    static String options(Feed feed) {
        return JSON.writeValueAsString(new TreeMap<>(feed.options()));
    }

    private static AddedFeeds.Added added(ResultSet row, int number) throws SQLException {
        var home = row.getString("home");
        var feed = new Feed(
                row.getString("id"),
                row.getString("type"),
                row.getString("located_at"),
                row.getString("name"),
                row.getString("company"),
                home == null ? null : URI.create(home),
                Duration.ofSeconds(row.getLong("every_seconds")),
                row.getString("terms"),
                Feed.Origin.ADDED,
                JSON.readValue(row.getString("options"), OPTIONS));
        var added = row.getObject("added", OffsetDateTime.class).toInstant();
        return new AddedFeeds.Added(
                feed, added, row.getString("added_by"), instant(row, "switched_off"), instant(row, "removed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
