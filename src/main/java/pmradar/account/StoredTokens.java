package pmradar.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tokens in the database.
@Component
@AccountMode
@Transactional
class StoredTokens implements Tokens {

    static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Made make(long account, String name, @Nullable Instant ends) {
        var known = name.strip();
        if (known.isEmpty() || known.length() > LONGEST_NAME || known.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name of a token has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (ends != null && !ends.isAfter(clock.instant())) {
            throw new IllegalArgumentException("A token ends in the future, or never.");
        }
        if (of(account).size() >= MOST) {
            throw new IllegalArgumentException("There are %d tokens already. Revoke one first.".formatted(MOST));
        }
        var secret = PREFIX + Secret.next();
        insert(account, known, secret, ends);
        var made = of(account).stream()
                .filter(token -> token.name().equals(known))
                .findFirst()
                .orElseThrow();
        return new Made(made, secret);
    }

    private void insert(long account, String name, String secret, @Nullable Instant ends) {
        try {
            jdbc.sql("insert into account_token (account_id, name, secret, made_at, ends_at)"
                            + " values (:account, :name, :secret, :at, :ends)")
                    .param("account", account)
                    .param("name", name)
                    .param("secret", Secret.hash(secret))
                    .param("at", Moments.at(clock.instant()))
                    .param("ends", ends == null ? null : Moments.at(ends), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("You have a token with the name '%s' already.".formatted(name), taken);
        }
    }

    @Override
    public List<Token> of(long account) {
        return jdbc.sql("select * from account_token where account_id = ? order by name")
                .param(account)
                .query(StoredTokens::token)
                .list();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                Moments.of(row, "made_at"),
                Moments.orNull(row, "ends_at"),
                Moments.orNull(row, "used_at"));
    }

    @Override
    public boolean revoke(long account, long id) {
        return jdbc.sql("delete from account_token where account_id = ? and id = ?")
                        .params(account, id)
                        .update()
                > 0;
    }

    @Override
    public Optional<Account> holder(String secret) {
        if (!secret.startsWith(PREFIX)) return Optional.empty();
        var now = clock.instant();
        var holder = jdbc.sql("""
                        select account.id, account.name, account.role
                        from account_token token join account on account.id = token.account_id
                        where token.secret = :secret and account.disabled_at is null
                          and (token.ends_at is null or token.ends_at > :now)""")
                .param("secret", Secret.hash(secret))
                .param("now", Moments.at(now))
                .query((row, _) -> new Account(
                        row.getLong("id"), row.getString("name"), Account.Role.valueOf(row.getString("role"))))
                .optional();
        if (holder.isPresent()) note(secret, now);
        return holder;
    }

    private void note(String secret, Instant now) {
        jdbc.sql("update account_token set used_at = :now where secret = :secret"
                        + " and (used_at is null or used_at < :noted)")
                .param("now", Moments.at(now))
                .param("noted", Moments.at(now.minus(StoredSessions.NOTED_EACH)))
                .param("secret", Secret.hash(secret))
                .update();
    }
}
