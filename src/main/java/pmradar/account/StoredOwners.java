package pmradar.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Owners among the accounts.
@Component
@AccountMode
class StoredOwners implements Owners {
    private final JdbcClient jdbc;

    StoredOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> ids() {
        return jdbc.sql("select id from account where role = 'OWNER' and disabled_at is null order by id")
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
