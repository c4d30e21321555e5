package pmradar.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sessions in the database, where every node of an installation sees them begin and end.
@Component
@AccountMode
@Transactional
class StoredSessions implements Sessions {

    /// The use of a session is noted once in this time, not with each request.
    static final Duration NOTED_EACH = Duration.ofMinutes(1);

    private static final int LONGEST_AGENT = 80;
    private static final String GOES_ON = " used_at > :idle and begun_at > :longest ";

    private final JdbcClient jdbc;
    private final SessionSettings settings;
    private final Clock clock;

    StoredSessions(JdbcClient jdbc, SessionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(settings.idle(), settings.longest());
    }

    @Override
    public String begin(long account, String agent) {
        forgetEnded();
        var secret = Secret.next();
        var now = Moments.at(clock.instant());
        jdbc.sql("insert into account_session (account_id, secret, agent, begun_at, used_at) values (?, ?, ?, ?, ?)")
                .params(account, Secret.hash(secret), bounded(agent), now, now)
                .update();
        return secret;
    }

    private static String bounded(String agent) {
        return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }

    private void forgetEnded() {
        lasting(jdbc.sql("delete from account_session where not (" + GOES_ON + ")"))
                .update();
    }

    private JdbcClient.StatementSpec lasting(JdbcClient.StatementSpec asked) {
        return asked.param("idle", before(settings.idle())).param("longest", before(settings.longest()));
    }

    private OffsetDateTime before(Duration time) {
        return Moments.at(clock.instant().minus(time));
    }

    @Override
    public Optional<Held> holder(String secret) {
        var held = lasting(jdbc.sql("""
                        select session.id as session_id, account.id, account.name, account.role
                        from account_session session join account on account.id = session.account_id
                        where session.secret = :secret and account.disabled_at is null and""" + GOES_ON))
                .param("secret", Secret.hash(secret))
                .query(StoredSessions::held)
                .optional();
        held.ifPresent(one -> jdbc.sql("update account_session set used_at = :now where id = :id and used_at < :noted")
                .param("now", before(Duration.ZERO))
                .param("noted", before(NOTED_EACH))
                .param("id", one.id())
                .update());
        return held;
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getLong("session_id"),
                new Account(row.getLong("id"), row.getString("name"), Account.Role.valueOf(row.getString("role"))));
    }

    @Override
    public List<Session> of(long account) {
        return lasting(jdbc.sql("select * from account_session where account_id = :account and" + GOES_ON
                        + "order by used_at desc, id desc"))
                .param("account", account)
                .query((row, _) -> new Session(
                        row.getLong("id"),
                        row.getString("agent"),
                        Moments.of(row, "begun_at"),
                        Moments.of(row, "used_at")))
                .list();
    }

    @Override
    public boolean end(long account, long id) {
        return jdbc.sql("delete from account_session where account_id = ? and id = ?")
                        .params(account, id)
                        .update()
                > 0;
    }

    @Override
    public int endOthers(long account, long kept) {
        return jdbc.sql("delete from account_session where account_id = ? and id <> ?")
                .params(account, kept)
                .update();
    }

    @Override
    public void end(String secret) {
        jdbc.sql("delete from account_session where secret = ?")
                .param(Secret.hash(secret))
                .update();
    }
}
