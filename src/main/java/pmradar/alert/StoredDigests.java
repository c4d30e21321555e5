package pmradar.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Digests in the database, as they were sent.
@Component
@Transactional
class StoredDigests implements Inbox {

    /// What of a digest is written into one column.
    ///
    /// @param notices null in those that were written before there were any
    private record Content(
            String key,
            List<Digest.Line> lines,
            List<Digest.More> more,
            @Nullable List<Digest.Notice> notices) {}

    private static final String READ =
            "select d.*, s.name from alert_digest d join alert_search s on s.id = d.search_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StoredDigests(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// A digest that is put together and not kept yet.
    record Ready(
            SavedSearch search,
            String key,
            List<Digest.Line> lines,
            List<Digest.More> more,
            List<Digest.Notice> notices) {

        String content() {
            return Notation.of(new Content(key, lines, more, notices));
        }

        Digest kept(long id, Instant now) {
            return new Digest(id, key, search.id(), search.name(), now, lines, more, notices);
        }
    }

    /// Keeps digests, and a delivery of each for each destination of its search.
    ///
    /// @return in the order given
    List<Digest> add(List<Ready> ready, Instant now) {
        if (ready.isEmpty()) return List.of();
        var ids = insert(ready, now);
        var made = new ArrayList<Digest>();
        for (int i = 0; i < ready.size(); i++) made.add(ready.get(i).kept(ids.get(i), now));
        deliver(made, now);
        return made;
    }

    private List<Long> insert(List<Ready> ready, Instant now) {
        var keys = new GeneratedKeyHolder();
        template.batchUpdate(
                database -> database.prepareStatement(
                        "insert into alert_digest (search_id, account_id, made_at, listed, content)"
                                + " values (?, ?, ?, ?, ?)",
                        new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        var one = ready.get(i);
                        row.setLong(1, one.search().id());
                        row.setLong(2, one.search().owner());
                        row.setObject(3, Notation.at(now));
                        row.setInt(4, one.lines().size() + one.notices().size());
                        row.setString(5, one.content());
                    }

                    @Override
                    public int getBatchSize() {
                        return ready.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }

    private void deliver(List<Digest> made, Instant now) {
        var destinations = destinations(made.stream().map(Digest::search).toList());
        var rows = made.stream()
                .flatMap(digest -> destinations.getOrDefault(digest.search(), List.of()).stream()
                        .map(to -> new Object[] {digest.id(), to, digest.key() + "-" + to, Notation.at(now)}))
                .toList();
        template.batchUpdate(
                "insert into alert_delivery (digest_id, destination_id, message_key, state, tries, next_try)"
                        + " values (?, ?, ?, 'WAITING', 0, ?)",
                rows);
    }

    /// Where the digests of each search go.
    private Map<Long, List<Long>> destinations(Collection<Long> searches) {
        return jdbc
                .sql(
                        "select search_id, id from alert_destination where search_id in (:ids) and ended is null order by id")
                .param("ids", searches)
                .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// How many lines each search had since then; without those that had none.
    Map<Long, Integer> listedSince(Collection<Long> searches, Instant moment) {
        return jdbc
                .sql("select search_id, sum(listed) from alert_digest where search_id in (:ids) and made_at >= :moment"
                        + " group by search_id")
                .param("ids", searches)
                .param("moment", Notation.at(moment))
                .query((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(long account, long before, int limit) {
        return jdbc.sql(READ + " where d.account_id = ? and d.id < ? order by d.id desc fetch first "
                        + Math.clamp(limit, 1, 100) + " rows only")
                .params(account, before)
                .query(StoredDigests::entry)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> ofSearch(long search, int limit) {
        return jdbc.sql(READ + " where d.search_id = ? order by d.id desc fetch first " + Math.clamp(limit, 1, 100)
                        + " rows only")
                .param(search)
                .query(StoredDigests::entry)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> find(long account, long id) {
        return jdbc.sql(READ + " where d.account_id = ? and d.id = ?")
                .params(account, id)
                .query(StoredDigests::entry)
                .optional();
    }

    Optional<Digest> find(long id) {
        return jdbc.sql(READ + " where d.id = ?")
                .param(id)
                .query(StoredDigests::entry)
                .optional()
                .map(Entry::digest);
    }

    @Override
    public void read(long account, long id, boolean read, Instant now) {
        jdbc.sql("update alert_digest set read_at = :at where account_id = :account and id = :id")
                .param("at", read ? Notation.at(now) : null)
                .param("account", account)
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(long account) {
        return jdbc.sql("select count(*) from alert_digest where account_id = ? and read_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var content = Notation.read(row.getString("content"), Content.class);
        var digest = new Digest(
                row.getLong("id"),
                content.key(),
                row.getLong("search_id"),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                content.lines(),
                content.more(),
                Objects.requireNonNullElse(content.notices(), List.of()));
        @Nullable OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Entry(digest, read == null ? null : read.toInstant());
    }
}
