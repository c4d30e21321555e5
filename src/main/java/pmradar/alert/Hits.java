package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The store of hits. Its writers hold the lock of [Progress] or of their saved search.
@Component
class Hits {
    private static final int LONGEST_SAID = 2000;

    /// A posting that a search has not met yet.
    record Found(long search, long posting, Hit.Facts facts) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Hits(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void know(long search, List<Found> found, Instant now) {
        insert(found, Hit.Kind.NEW, "", Hit.State.KNOWN, null, now);
    }

    void found(List<Found> found, Instant now) {
        insert(found, Hit.Kind.NEW, "", Hit.State.WAITING, null, now);
    }

    void told(Found found, Hit.Kind kind, String mark, String said, Instant now) {
        insert(List.of(found), kind, mark, Hit.State.WAITING, said, now);
    }

    private void insert(
            List<Found> found, Hit.Kind kind, String mark, Hit.State state, @Nullable String said, Instant now) {
        template.batchUpdate(
                "insert into alert_hit (search_id, posting_id, kind, mark, found_at, state, facts, said)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                found,
                500,
                (row, one) -> {
                    row.setLong(1, one.search());
                    row.setLong(2, one.posting());
                    row.setString(3, kind.name());
                    row.setString(4, mark);
                    row.setObject(5, Notation.at(now));
                    row.setString(6, state.name());
                    row.setString(7, Notation.of(one.facts()));
                    row.setString(
                            8, said == null || said.length() <= LONGEST_SAID ? said : said.substring(0, LONGEST_SAID));
                });
    }

    /// What of these postings a search has met before.
    Set<Long> metBy(long search, Collection<Long> postings) {
        if (postings.isEmpty()) return Set.of();
        return new HashSet<>(
                jdbc.sql("select posting_id from alert_hit where search_id = :search and posting_id in (:ids)")
                        .param("search", search)
                        .param("ids", postings)
                        .query(Long.class)
                        .list());
    }

    /// The latest hit of each search and posting.
    Map<Long, Map<Long, Hit>> latest(Collection<Long> postings) {
        if (postings.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from alert_hit where posting_id in (:ids) order by id")
                .param("ids", postings)
                .query(Hits::hit)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Hit::posting, Collectors.toMap(Hit::search, hit -> hit, (earlier, later) -> later)));
    }

    /// What waits to be told of each search, oldest first. @param limit for each
    Map<Long, List<Hit>> waiting(Collection<Long> searches, int limit) {
        return jdbc
                .sql("select * from (select h.*, row_number() over (partition by search_id order by id) as place"
                        + " from alert_hit h where search_id in (:ids) and state = 'WAITING') w"
                        + " where place <= :limit order by id")
                .param("ids", searches)
                .param("limit", limit)
                .query(Hits::hit)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Hit::search));
    }

    /// @param digestOf by hit
    void tell(Map<Long, Long> digestOf) {
        template.batchUpdate(
                "update alert_hit set state = 'TOLD', digest_id = ? where id = ?",
                digestOf.entrySet(),
                500,
                (row, one) -> {
                    row.setLong(1, one.getValue());
                    row.setLong(2, one.getKey());
                });
    }

    /// Replaces what is noted of a posting.
    void refresh(long hit, Hit.Facts facts) {
        jdbc.sql("update alert_hit set facts = ? where id = ?")
                .params(Notation.of(facts), hit)
                .update();
    }

    void pass(Collection<Long> hits) {
        if (hits.isEmpty()) return;
        jdbc.sql("update alert_hit set state = 'PASSED' where id in (:ids)")
                .param("ids", hits)
                .update();
    }

    /// What waited when a search began anew is known.
    void dropWaiting(long search) {
        jdbc.sql("update alert_hit set state = 'KNOWN' where search_id = ? and state = 'WAITING'")
                .param(search)
                .update();
    }

    /// What these accounts were told of these postings, whatever search found them.
    ToldPostings toldBefore(Collection<Long> accounts, Collection<Long> postings) {
        if (accounts.isEmpty() || postings.isEmpty()) return new ToldPostings(List.of());
        return new ToldPostings(jdbc.sql("select account_id, posting_id from alert_told"
                        + " where account_id in (:accounts) and posting_id in (:postings)")
                .param("accounts", accounts)
                .param("postings", postings)
                .query((row, _) -> new ToldPostings.Told(row.getLong(1), row.getLong(2)))
                .list());
    }

    void tellFirst(ToldPostings told) {
        template.batchUpdate(
                "insert into alert_told (account_id, posting_id) values (?, ?)", told.added(), 500, (row, one) -> {
                    row.setLong(1, one.account());
                    row.setLong(2, one.posting());
                });
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                row.getLong("id"),
                row.getLong("search_id"),
                row.getLong("posting_id"),
                Hit.Kind.valueOf(row.getString("kind")),
                row.getString("mark"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                Hit.State.valueOf(row.getString("state")),
                Notation.read(row.getString("facts"), Hit.Facts.class),
                row.getString("said"));
    }
}
