package pmradar.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One-time links in the database. To use one is to delete it, so that of two who use it at once one is too late.
@Component
@AccountMode
@Transactional
class StoredLinks implements OneTimeLinks {

    private static final String USED_UP = "This link is used up, withdrawn or too old. Ask the owner for another.";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    StoredLinks(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Made invite(String by, String name, Account.Role role) {
        var known = StoredAccounts.checkedName(name);
        if (accounts.named(known).isPresent()) {
            throw new IllegalArgumentException("The name '%s' is taken.".formatted(known));
        }
        forgetEnded();
        try {
            return make(Kind.INVITATION, known, role, null, by, INVITED_FOR);
        } catch (DuplicateKeyException invited) {
            throw new IllegalArgumentException(
                    "'%s' is invited already. Withdraw that invitation to make another.".formatted(known), invited);
        }
    }

    @Override
    public Optional<Made> reset(String by, long account) {
        forgetEnded();
        return accounts.member(account).map(Member::account).map(known -> {
            jdbc.sql("delete from account_link where account_id = ?")
                    .param(account)
                    .update();
            return make(Kind.RESET, known.name(), known.role(), account, by, RESET_FOR);
        });
    }

    private void forgetEnded() {
        jdbc.sql("delete from account_link where ends_at <= ?")
                .param(Moments.at(clock.instant()))
                .update();
    }

    private Made make(Kind kind, String name, Account.Role role, @Nullable Long account, String by, Duration lasting) {
        var secret = Secret.next();
        var now = clock.instant();
        jdbc.sql("insert into account_link (kind, name, role, account_id, secret, made_by, made_at, ends_at)"
                        + " values (:kind, :name, :role, :account, :secret, :by, :at, :ends)")
                .param("kind", kind.name())
                .param("name", name)
                .param("role", role.name())
                .param("account", account, Types.BIGINT)
                .param("secret", Secret.hash(secret))
                .param("by", by)
                .param("at", Moments.at(now))
                .param("ends", Moments.at(now.plus(lasting)))
                .update();
        return new Made(find(secret).orElseThrow(), secret);
    }

    @Override
    public List<Link> open() {
        return jdbc.sql("select * from account_link where ends_at > ? order by made_at desc, id desc")
                .param(Moments.at(clock.instant()))
                .query(StoredLinks::link)
                .list();
    }

    @Override
    public boolean withdraw(long id) {
        return jdbc.sql("delete from account_link where id = ?").param(id).update() > 0;
    }

    @Override
    public Optional<Link> find(String secret) {
        return jdbc.sql("select * from account_link where secret = ? and ends_at > ?")
                .params(Secret.hash(secret), Moments.at(clock.instant()))
                .query(StoredLinks::link)
                .optional();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Account.Role.valueOf(row.getString("role")),
                row.getString("made_by"),
                Moments.of(row, "made_at"),
                Moments.of(row, "ends_at"));
    }

    @Override
    public Account accept(String secret, String password) {
        var link = find(secret).orElseThrow(() -> new IllegalArgumentException(USED_UP));
        PasswordRule.check(link.name(), password);
        if (!withdraw(link.id())) throw new IllegalArgumentException(USED_UP);
        return switch (link.kind()) {
            case INVITATION -> accounts.add(link.name(), link.role(), password);
            case RESET -> {
                var account = accounts.named(link.name()).orElseThrow();
                accounts.setPassword(account.id(), password, 0);
                yield account;
            }
        };
    }
}
