package pmradar.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.feed.Feeds;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log of readings in the database; what goes on now is known to this process only.
@Component
class JdbcReadLog implements ReadLog {
    static final int READINGS_KEPT = 50;
    static final int SET_ASIDE_KEPT = 300;
    private static final Place BEFORE_ALL = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Integer>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Feeds feeds;
    private final Map<String, Count> reading = new ConcurrentHashMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Count sum = new Count();

    JdbcReadLog(JdbcClient jdbc, JdbcTemplate template, Feeds feeds) {
        this.jdbc = jdbc;
        this.template = template;
        this.feeds = feeds;
    }

    @Override
    public Progress progress() {
        var all = new Count();
        all.add(sum.tally());
        reading.values().forEach(count -> all.add(count.tally()));
        return new Progress(
                feeds.states().size(),
                read.size(),
                reading.keySet().stream().sorted().toList(),
                all.tally());
    }

    @Override
    public Optional<ReadRecord> last(String feedId) {
        return recent(feedId, 1).stream().findFirst();
    }

    @Override
    public List<ReadRecord> recent(String feedId, int limit) {
        return jdbc.sql("select * from ingest_reading where feed_id = ? order by id desc limit ?")
                .params(feedId, limit)
                .query((row, number) -> readRecord(row))
                .list();
    }

    @Override
    public List<SetAside> setAside(String feedId, int limit, @Nullable Place after) {
        var from = after == null ? BEFORE_ALL : after;
        return jdbc.sql(
                        "select * from ingest_set_aside where feed_id = ? and (noted < ? or noted = ? and external_id > ?)"
                                + " order by noted desc, external_id limit ?")
                .params(feedId, at(from.at()), at(from.at()), from.externalId(), limit)
                .query((row, number) -> new SetAside(
                        feedId,
                        row.getString("external_id"),
                        row.getString("title"),
                        row.getString("company"),
                        row.getString("url"),
                        row.getString("reason"),
                        row.getBoolean("off_topic"),
                        at(row, "noted")))
                .list();
    }

    /// Whether a listing is among those that were set aside as off topic.
    boolean offTopic(String feedId, String externalId) {
        return jdbc.sql("select count(*) from ingest_set_aside where feed_id = ? and external_id = ? and off_topic")
                        .params(feedId, externalId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Notes by which rules listings are judged from now on.
    ///
    /// @return whether others were noted before
    boolean rulesChangedTo(String version) {
        var before = jdbc.sql("select version from ingest_rules where id = 1")
                .query(String.class)
                .optional();
        if (before.isPresent() && before.get().equals(version)) return false;
        var sql = before.isPresent()
                ? "update ingest_rules set version = ? where id = 1"
                : "insert into ingest_rules (version, id) values (?, 1)";
        jdbc.sql(sql).param(version).update();
        return before.isPresent();
    }

    /// @return the number of the reading
    long begins(String feedId, Count count, Instant now) {
        reading.put(feedId, count);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into ingest_reading (feed_id, started, unchanged, complete, found, added, changed, same,"
                        + " set_aside) values (?, ?, false, false, 0, 0, 0, 0, '{}')")
                .params(feedId, at(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Transactional
    public void ends(long id, ReadRecord record, boolean complete) {
        var tally = record.tally();
        jdbc.sql("update ingest_reading set ended = ?, unchanged = ?, complete = ?, found = ?, added = ?, changed = ?,"
                        + " same = ?, set_aside = ?, problem = ? where id = ?")
                .params(java.util.Arrays.asList(
                        record.ended() == null ? null : at(record.ended()),
                        record.unchanged(),
                        complete,
                        tally.found(),
                        tally.added(),
                        tally.changed(),
                        tally.same(),
                        JSON.writeValueAsString(tally.setAside()),
                        Words.cut(record.problem(), 1000),
                        id))
                .update();
        forget(record.feedId(), record.started(), tally.found() > 0);
    }

    /// Takes the reading off the list of those that go on, however it ended.
    void over(String feedId) {
        var count = reading.remove(feedId);
        if (count != null) sum.add(count.tally());
        read.add(feedId);
    }

    /// When the last reading with listings began, and whether it named all.
    Optional<LastFresh> lastFresh(String feedId) {
        return jdbc.sql("select started, complete from ingest_reading where feed_id = ? and ended is not null"
                        + " and problem is null and unchanged = false order by id desc limit 1")
                .params(feedId)
                .query((row, number) -> new LastFresh(at(row, "started"), row.getBoolean("complete")))
                .optional();
    }

    record LastFresh(Instant started, boolean complete) {}

    @Transactional
    public void note(List<SetAside> rows) {
        if (rows.isEmpty()) return;
        batch("delete from ingest_set_aside where feed_id = ? and external_id = ?", rows, false);
        batch(
                "insert into ingest_set_aside (feed_id, external_id, title, company, url, reason, off_topic, noted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                true);
    }

    private void batch(String sql, List<SetAside> rows, boolean whole) {
        template.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
                var row = rows.get(i);
                statement.setString(1, row.feedId());
                statement.setString(2, row.externalId());
                if (!whole) return;
                statement.setString(3, row.title());
                statement.setString(4, row.company());
                statement.setString(5, row.url());
                statement.setString(6, row.reason());
                statement.setBoolean(7, row.offTopic());
                statement.setObject(8, at(row.at()));
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        });
    }

    /// Keeps the log of a feed short: the newest readings, and what the newest of them set aside.
    private void forget(String feedId, Instant started, boolean fresh) {
        jdbc.sql("delete from ingest_reading where feed_id = ? and id < (select min(id) from (select id from"
                        + " ingest_reading where feed_id = ? order by id desc limit " + READINGS_KEPT + ") newest)")
                .params(feedId, feedId)
                .update();
        if (!fresh) return;
        jdbc.sql("delete from ingest_set_aside where feed_id = ? and noted < ?")
                .params(feedId, at(started))
                .update();
    }

    private static ReadRecord readRecord(ResultSet row) throws SQLException {
        var ended = row.getObject("ended", OffsetDateTime.class);
        return new ReadRecord(
                row.getString("feed_id"),
                at(row, "started"),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("unchanged"),
                new Tally(
                        row.getInt("found"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        JSON.readValue(row.getString("set_aside"), REASONS)),
                row.getString("problem"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
