package pmradar.pursuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;
import pmradar.posting.RoleMark;

/// The rows of the room, one statement a method; each is complete by itself, so that two requests at once do no harm.
@Component
class PursuitTable {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    PursuitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pursuit> all(long account) {
        return withSteps(jdbc.sql("select * from pursuit where account = ? order by changed_at desc, id desc"
                        + " fetch first " + Pursuits.MOST + " rows only")
                .param(account)
                .query(PursuitTable::bare)
                .list());
    }

    Optional<Pursuit> find(long account, long id) {
        return withSteps(jdbc.sql("select * from pursuit where account = ? and id = ?")
                        .params(account, id)
                        .query(PursuitTable::bare)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Pursuit> ofPosting(long account, PostingId posting) {
        return withSteps(among(account, "posting_id", List.of(posting.value()))).stream()
                .findFirst();
    }

    /// Those of which a column has one of the values.
    List<Pursuit> of(long account, String column, Collection<?> values) {
        return withSteps(among(account, column, values));
    }

    private List<Pursuit> among(long account, String column, Collection<?> values) {
        if (values.isEmpty()) return List.of();
        return jdbc.sql("select * from pursuit where account = :account and " + column + " in (:values)")
                .param("account", account)
                .param("values", values)
                .query(PursuitTable::bare)
                .list();
    }

    /// Of all people.
    List<Pursuit> ofPosting(PostingId posting) {
        return withSteps(jdbc.sql("select * from pursuit where posting_id = ?")
                .param(posting.value())
                .query(PursuitTable::bare)
                .list());
    }

    /// Begun with a posting that is not known here, as another installation wrote it.
    Optional<Pursuit> detached(long account, Copied copied) {
        return withSteps(jdbc.sql("select * from pursuit where account = :account and posting_id is null"
                                + " and title = :title and coalesce(employer, '') = :employer"
                                + " and coalesce(link, '') = :link")
                        .param("account", account)
                        .param("title", copied.title())
                        .param("employer", copied.employer() == null ? "" : copied.employer())
                        .param("link", copied.link() == null ? "" : copied.link())
                        .query(PursuitTable::bare)
                        .list())
                .stream()
                .findFirst();
    }

    long count(long account) {
        return jdbc.sql("select count(*) from pursuit where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    List<Long> hidden(long account) {
        return jdbc.sql("select posting_id from pursuit where account = ? and hidden_at is not null"
                        + " and posting_id is not null fetch first " + Pursuits.MOST + " rows only")
                .param(account)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /// Does nothing where another request was faster.
    void begin(long account, Copied copied, Instant now) {
        try {
            jdbc.sql("insert into pursuit (account, posting_id, title, employer, link, role_key, text_print,"
                            + " begun_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(account)
                    .param(copied.posting() == null ? null : copied.posting().value())
                    .param(copied.title())
                    .param(copied.employer())
                    .param(copied.link())
                    .param(copied.mark().role())
                    .param(copied.mark().text())
                    .param(at(now))
                    .param(at(now))
                    .update();
        } catch (DuplicateKeyException faster) {
            // it is there, which is all that was asked for
        }
    }

    /// Copies what the posting says now.
    void copy(long id, Copied copied) {
        jdbc.sql("update pursuit set title = ?, employer = ?, link = ?, role_key = ?, text_print = ? where id = ?")
                .param(copied.title())
                .param(copied.employer())
                .param(copied.link())
                .param(copied.mark().role())
                .param(copied.mark().text())
                .param(id)
                .update();
    }

    void touch(long id, Instant now) {
        jdbc.sql("update pursuit set changed_at = ? where id = ?")
                .params(at(now), id)
                .update();
    }

    void hide(long id, @Nullable Instant since) {
        jdbc.sql("update pursuit set hidden_at = ? where id = ?")
                .param(since == null ? null : at(since))
                .param(id)
                .update();
    }

    void next(long id, @Nullable NextStep next) {
        jdbc.sql("update pursuit set next_on = ?, next_what = ? where id = ?")
                .param(next == null ? null : next.on())
                .param(next == null ? null : next.what())
                .param(id)
                .update();
    }

    void move(long id, PostingId to) {
        jdbc.sql("update pursuit set posting_id = ? where id = ?")
                .params(to.value(), id)
                .update();
    }

    void add(long id, Step step) {
        jdbc.sql("insert into pursuit_step (pursuit_id, stage, on_day, note, said_at) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(step.stage() == null ? null : step.stage().name())
                .param(step.on())
                .param(step.note())
                .param(at(step.said()))
                .update();
    }

    int change(long id, long step, LocalDate on, String note) {
        return jdbc.sql("update pursuit_step set on_day = ?, note = ? where id = ? and pursuit_id = ?")
                .params(on, note, step, id)
                .update();
    }

    int remove(long id, long step) {
        return jdbc.sql("delete from pursuit_step where id = ? and pursuit_id = ?")
                .params(step, id)
                .update();
    }

    void moveSteps(long from, long to) {
        jdbc.sql("update pursuit_step set pursuit_id = ? where pursuit_id = ?")
                .params(to, from)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from pursuit where id = ?").param(id).update();
    }

    void deleteIfEmpty(long id) {
        jdbc.sql("delete from pursuit where id = ? and hidden_at is null and next_on is null"
                        + " and not exists (select 1 from pursuit_step where pursuit_id = pursuit.id)")
                .param(id)
                .update();
    }

    void addListings(long id, Collection<Copied.Listing> listings) {
        for (var one : listings) {
            jdbc.sql("insert into pursuit_sighting (pursuit_id, feed_id, external_id)"
                            + " select p.id, cast(:feed as varchar(200)), cast(:listing as varchar(500)) from pursuit p"
                            + " where p.id = :id and not exists (select 1 from pursuit_sighting s"
                            + " where s.pursuit_id = p.id and s.feed_id = :feed and s.external_id = :listing)")
                    .param("id", id)
                    .param("feed", one.feed())
                    .param("listing", one.id())
                    .update();
        }
    }

    List<Copied.Listing> listings(long id) {
        return jdbc.sql("select feed_id, external_id from pursuit_sighting where pursuit_id = ? order by 1, 2")
                .param(id)
                .query((row, number) -> new Copied.Listing(row.getString(1), row.getString(2)))
                .list();
    }

    RoleMark mark(long id) {
        return jdbc.sql("select role_key, text_print from pursuit where id = ?")
                .param(id)
                .query((row, number) -> new RoleMark(row.getString(1), row.getLong(2)))
                .single();
    }

    static Pursuit bare(ResultSet row, int number) throws SQLException {
        var posting = row.getObject("posting_id", Long.class);
        var next = row.getObject("next_on", LocalDate.class);
        return new Pursuit(
                row.getLong("id"),
                row.getLong("account"),
                posting == null ? null : new PostingId(posting),
                row.getString("title"),
                row.getString("employer"),
                row.getString("link"),
                instant(row, "hidden_at"),
                next == null ? null : new NextStep(next, row.getString("next_what")),
                List.of(),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    List<Pursuit> withSteps(List<Pursuit> bare) {
        Map<Long, List<Step>> steps = new HashMap<>();
        var ids = bare.stream().map(Pursuit::id).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("select * from pursuit_step where pursuit_id in (:ids) order by id")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(row -> {
                        steps.computeIfAbsent(row.getLong("pursuit_id"), _ -> new ArrayList<>())
                                .add(step(row));
                    });
        }
        return bare.stream()
                .map(one -> with(one, steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        var stage = row.getString("stage");
        return new Step(
                row.getLong("id"),
                stage == null ? null : Stage.valueOf(stage),
                row.getObject("on_day", LocalDate.class),
                row.getString("note"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    private static Pursuit with(Pursuit one, List<Step> steps) {
        return new Pursuit(
                one.id(),
                one.account(),
                one.posting(),
                one.title(),
                one.employer(),
                one.link(),
                one.hidden(),
                one.next(),
                steps,
                one.begun(),
                one.changed());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
