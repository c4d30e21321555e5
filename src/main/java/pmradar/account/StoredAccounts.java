package pmradar.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Accounts in the database; names are told apart without regard to case.
@Component
@AccountMode
class StoredAccounts implements Accounts {

    /// @param password encoded
    record Row(long id, String name, String role, String password) {

        Account account() {
            return new Account(id, name, Account.Role.valueOf(role));
        }
    }

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    StoredAccounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    Optional<Row> find(String name) {
        return jdbc.sql("select id, name, role, password from account where name = :name")
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(Row.class)
                .optional();
    }

    @Override
    public Optional<Account> named(String name) {
        return find(name).map(Row::account);
    }

    @Override
    public Account add(String name, Account.Role role, String password) {
        var known = name.strip().toLowerCase(Locale.ROOT);
        if (!known.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}")) {
            throw new IllegalArgumentException(
                    "A name has 1 to 100 letters, digits and . _ @ - and begins with a letter.");
        }
        checkPassword(password);
        try {
            jdbc.sql("insert into account (name, role, password, created_at) values (:name, :role, :password, :at)")
                    .param("name", known)
                    .param("role", role.name())
                    .param("password", passwords.encode(password))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("The name '%s' is taken.".formatted(known), taken);
        }
        return find(known).orElseThrow().account();
    }

    static void checkPassword(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has %d to %d characters.".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
    }
}
