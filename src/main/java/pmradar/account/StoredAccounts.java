package pmradar.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts in the database; names are told apart without regard to case.
@Component
@AccountMode
@Transactional
class StoredAccounts implements Accounts, ActiveAccounts {

    private static final String MEMBER = """
            select id, name, role, created_at, disabled_at,
                   (select max(used_at) from account_session where account_id = account.id) as used_at
            from account""";

    /// @param password encoded
    record Row(long id, String name, String role, String password) {

        Account account() {
            return new Account(id, name, Account.Role.valueOf(role));
        }
    }

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    StoredAccounts(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher house, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /// Whoever may come in by this name. Nobody else is told apart, so that neither words nor time say who is kept
    /// out.
    Optional<Row> find(String name) {
        return jdbc.sql("select id, name, role, password from account where name = :name and disabled_at is null")
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(Row.class)
                .optional();
    }

    @Override
    public Optional<Account> named(String name) {
        return jdbc.sql(MEMBER + " where name = :name")
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(StoredAccounts::member)
                .optional()
                .map(Member::account);
    }

    @Override
    public Account add(String name, Account.Role role, String password) {
        var known = checkedName(name);
        PasswordRule.check(known, password);
        try {
            jdbc.sql("insert into account (name, role, password, created_at) values (:name, :role, :password, :at)")
                    .param("name", known)
                    .param("role", role.name())
                    .param("password", passwords.encode(password))
                    .param("at", Moments.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("The name '%s' is taken.".formatted(known), taken);
        }
        return named(known).orElseThrow();
    }

    /// @return the name as it is kept
    static String checkedName(String name) {
        var known = name.strip().toLowerCase(Locale.ROOT);
        if (!known.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}")) {
            throw new IllegalArgumentException(
                    "A name has 1 to 100 letters, digits and . _ @ - and begins with a letter or a digit.");
        }
        return known;
    }

    @Override
    public List<Member> members() {
        return jdbc.sql(MEMBER + " order by name").query(StoredAccounts::member).list();
    }

    @Override
    public Optional<Member> member(long id) {
        return jdbc.sql(MEMBER + " where id = ?")
                .param(id)
                .query(StoredAccounts::member)
                .optional();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        var account =
                new Account(row.getLong("id"), row.getString("name"), Account.Role.valueOf(row.getString("role")));
        return new Member(
                account,
                Moments.of(row, "created_at"),
                Moments.orNull(row, "disabled_at"),
                Moments.orNull(row, "used_at"));
    }

    @Override
    public boolean active(long account) {
        return member(account).filter(member -> member.disabled() == null).isPresent();
    }

    @Override
    public boolean change(long id, Account.Role role) {
        if (role != Account.Role.OWNER) keepAnOwnerBeside(id);
        return jdbc.sql("update account set role = ? where id = ?")
                        .params(role.name(), id)
                        .update()
                > 0;
    }

    @Override
    public boolean disable(long id, boolean disabled) {
        if (!disabled) {
            var known = jdbc.sql("update account set disabled_at = null where id = ?")
                    .param(id)
                    .update();
            if (known > 0) house.publishEvent(new AccountEvent.LetIn(id));
            return known > 0;
        }
        keepAnOwnerBeside(id);
        var known = jdbc.sql("update account set disabled_at = coalesce(disabled_at, ?) where id = ?")
                .params(Moments.at(clock.instant()), id)
                .update();
        endSessions(id, 0);
        if (known > 0) house.publishEvent(new AccountEvent.Disabled(id));
        return known > 0;
    }

    @Override
    public boolean remove(long id) {
        keepAnOwnerBeside(id);
        var known = jdbc.sql("delete from account where id = ?").param(id).update();
        if (known > 0) house.publishEvent(new AccountEvent.Removed(id));
        return known > 0;
    }

    /// Locks all owners who may come in, so that no two of them remove each other at once.
    private void keepAnOwnerBeside(long id) {
        var owners = jdbc.sql(
                        "select id from account where role = 'OWNER' and disabled_at is null order by id for update")
                .query(Long.class)
                .list();
        if (owners.equals(List.of(id))) {
            throw new IllegalArgumentException(
                    "There must be an owner who can sign in. Make another person an owner first.");
        }
    }

    @Override
    public void setPassword(long id, String password, long kept) {
        var name = member(id).orElseThrow().account().name();
        PasswordRule.check(name, password);
        jdbc.sql("update account set password = ? where id = ?")
                .params(passwords.encode(password), id)
                .update();
        endSessions(id, kept);
    }

    private void endSessions(long id, long kept) {
        jdbc.sql("delete from account_session where account_id = ? and id <> ?")
                .params(id, kept)
                .update();
    }
}
