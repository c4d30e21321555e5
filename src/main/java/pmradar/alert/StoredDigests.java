package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    StoredDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a digest, and a delivery for each destination of its search.
    Digest add(
            SavedSearch search,
            Instant now,
            String key,
            List<Digest.Line> lines,
            List<Digest.More> more,
            List<Digest.Notice> notices) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into alert_digest (search_id, account_id, made_at, listed, content) values (?, ?, ?, ?, ?)")
                .params(
                        search.id(),
                        search.owner(),
                        Notation.at(now),
                        lines.size() + notices.size(),
                        Notation.of(new Content(key, lines, more, notices)))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        for (long destination : destinations(search.id())) {
            jdbc.sql("insert into alert_delivery (digest_id, destination_id, message_key, state, tries, next_try)"
                            + " values (?, ?, ?, 'WAITING', 0, ?)")
                    .params(id, destination, key + "-" + destination, Notation.at(now))
                    .update();
        }
        return new Digest(id, key, search.id(), search.name(), now, lines, more, notices);
    }

    private long[] destinations(long search) {
        return jdbc
                .sql("select id from alert_destination where search_id = ? and ended is null order by id")
                .param(search)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    int listedSince(long search, Instant moment) {
        return jdbc.sql("select coalesce(sum(listed), 0) from alert_digest where search_id = ? and made_at >= ?")
                .params(search, Notation.at(moment))
                .query(Integer.class)
                .single();
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
