package pmradar.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries in the database. Each count forgets what is too old to count, and the oldest of too many: somebody who tries
/// with ever other names fills no disk.
@Component
@AccountMode
class StoredTries implements Tries {
    private static final int MOST_KEPT = 100_000;
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;

    StoredTries(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public long count(Map<String, Integer> limits, Duration window) {
        var hashed = new TreeMap<String, Integer>();
        limits.forEach((key, limit) -> hashed.put(Secret.hash(key), limit));
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(alone.execute(status -> {
                    long wait = counted(hashed, window, clock.instant());
                    if (wait > 0) status.setRollbackOnly();
                    return wait;
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException another) {
                // Another node counted the first try of the same key at the same moment.
                if (attempt == ATTEMPTS) throw another;
            }
        }
    }

    /// In the order of the keys, so that no two wait for each other.
    private long counted(TreeMap<String, Integer> limits, Duration window, Instant now) {
        forget(now.minus(window));
        limits.keySet().forEach(key -> raise(key, now));
        return jdbc
                .sql("select id, tries, first_at from account_try where id in (:ids)")
                .param("ids", limits.keySet())
                .query((row, _) -> row.getInt("tries") <= Objects.requireNonNull(limits.get(row.getString("id")))
                        ? 0L
                        : seconds(now, Moments.of(row, "first_at").plus(window)))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static long seconds(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).toSeconds());
    }

    private void forget(Instant before) {
        jdbc.sql("delete from account_try where first_at <= ?")
                .param(Moments.at(before))
                .update();
        jdbc.sql("delete from account_try where id in (select id from account_try order by first_at desc, id"
                        + " offset " + MOST_KEPT + " rows)")
                .update();
    }

    private void raise(String key, Instant now) {
        int known = jdbc.sql("update account_try set tries = tries + 1 where id = ?")
                .param(key)
                .update();
        if (known == 0)
            jdbc.sql("insert into account_try (id, tries, first_at) values (?, 1, ?)")
                    .params(key, Moments.at(now))
                    .update();
    }

    @Override
    public void takeBack(String forgotten, Collection<String> others) {
        var hashed = new TreeMap<String, Boolean>();
        others.forEach(key -> hashed.put(Secret.hash(key), false));
        hashed.put(Secret.hash(forgotten), true);
        alone.executeWithoutResult(_ -> hashed.forEach((key, all) -> jdbc.sql(
                        all
                                ? "delete from account_try where id = ?"
                                : "update account_try set tries = tries - 1 where id = ? and tries > 0")
                .param(key)
                .update()));
    }
}
