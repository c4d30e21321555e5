package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The store of deliveries: what is to be sent where, and how that went.
@Component
@Transactional
class Deliveries implements DeliveryLog {
    /// Longer than any channel may take; then the one who held it is taken for dead.
    private static final Duration HOLD = Duration.ofMinutes(3);

    private static final int LONGEST_WHY = 1000;

    /// @param tries made before this one
    record Waiting(
            long id,
            long digest,
            long search,
            String key,
            int tries,
            @Nullable Instant firstTry,
            Channel.Destination to) {}

    private static final String READ = """
            select d.*, t.channel, t.address, t.secret, t.search_id, t.ended
            from alert_delivery d join alert_destination t on t.id = d.destination_id
            """;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Waiting> due(Instant now, int limit) {
        return jdbc.sql(READ + " where d.state = 'WAITING' and d.next_try <= :now and t.ended is null"
                        + " and (d.held_until is null or d.held_until <= :now)"
                        + " and not exists (select 1 from alert_search s"
                        + " join alert_kept_out k on k.account_id = s.account_id where s.id = t.search_id)"
                        + " order by d.next_try fetch first " + limit + " rows only")
                .param("now", Notation.at(now))
                .query(Deliveries::waiting)
                .list();
    }

    /// Takes a delivery for oneself.
    ///
    /// @return whether nobody else has it, and it still may go out
    boolean hold(long id, Instant now) {
        return jdbc.sql("update alert_delivery set held_until = :until, tries = tries + 1,"
                                + " first_try = coalesce(first_try, :now) where id = :id and state = 'WAITING'"
                                + " and (held_until is null or held_until <= :now)"
                                + " and not exists (select 1 from alert_destination t"
                                + " join alert_search s on s.id = t.search_id"
                                + " join alert_kept_out k on k.account_id = s.account_id where t.id = destination_id)")
                        .param("until", Notation.at(now.plus(HOLD)))
                        .param("now", Notation.at(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    void done(long id, Instant now) {
        finish(id, "SENT", null, now);
    }

    void parked(long id, String why, Instant now) {
        finish(id, "PARKED", why, now);
    }

    void ended(long id, long destination, String why, Instant now) {
        finish(id, "PARKED", why, now);
        jdbc.sql("update alert_destination set ended = ? where id = ?")
                .params(why.length() > 300 ? why.substring(0, 300) : why, destination)
                .update();
        parkWaiting(destination, why, now);
    }

    /// What still waits to go to a destination that is no more is not waited for.
    void parkWaiting(long destination, String why, Instant now) {
        jdbc.sql("update alert_delivery set state = 'PARKED', said = :said, done_at = :now"
                        + " where destination_id = :destination and state = 'WAITING'")
                .param("said", cut(why))
                .param("now", Notation.at(now))
                .param("destination", destination)
                .update();
    }

    private void finish(long id, String state, @Nullable String why, Instant now) {
        jdbc.sql("update alert_delivery set state = :state, said = :said, done_at = :now, held_until = null"
                        + " where id = :id")
                .param("state", state)
                .param("said", cut(why))
                .param("now", Notation.at(now))
                .param("id", id)
                .update();
    }

    void again(long id, String why, Instant next) {
        jdbc.sql("update alert_delivery set said = :said, next_try = :next, held_until = null where id = :id")
                .param("said", cut(why))
                .param("next", Notation.at(next))
                .param("id", id)
                .update();
    }

    private static @Nullable String cut(@Nullable String why) {
        return why == null || why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(long account, int limit) {
        return jdbc.sql(READ + " join alert_search s on s.id = t.search_id where s.account_id = ?"
                        + " order by d.id desc fetch first " + Math.clamp(limit, 1, 500) + " rows only")
                .param(account)
                .query(Deliveries::entry)
                .list();
    }

    @Override
    public boolean resend(long account, long id, Instant now) {
        return jdbc.sql("update alert_delivery set state = 'WAITING', tries = 0, first_try = null, next_try = :now,"
                                + " held_until = null, done_at = null where id = :id and destination_id in"
                                + " (select t.id from alert_destination t join alert_search s on s.id = t.search_id"
                                + " where s.account_id = :account and t.ended is null)")
                        .param("now", Notation.at(now))
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getLong("digest_id"),
                row.getLong("search_id"),
                row.getString("message_key"),
                row.getInt("tries"),
                moment(row, "first_try"),
                new Channel.Destination(
                        row.getLong("destination_id"),
                        row.getString("channel"),
                        row.getString("address"),
                        row.getString("secret")));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var waits = row.getString("state").equals("WAITING");
        return new Entry(
                row.getLong("id"),
                row.getLong("digest_id"),
                row.getLong("search_id"),
                row.getString("channel"),
                row.getString("address"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                row.getString("said"),
                row.getString("ended") != null,
                waits ? moment(row, "next_try") : null,
                moment(row, "done_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
