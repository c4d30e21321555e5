package pmradar.posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Numbers the changes of the store. Taking numbers locks the one row of `posting_version` until the transaction ends,
/// so that writers follow each other: a number becomes visible only after all below it, on H2 as on PostgreSQL, and two
/// feeds that bring the same posting at once find it in turn.
@Component
class Versions {
    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the number before the first of `count` new ones
    @Transactional(propagation = Propagation.MANDATORY)
    public long take(int count) {
        jdbc.sql("update posting_version set latest = latest + ? where id = 1")
                .param(count)
                .update();
        return last() - count;
    }

    public long last() {
        return jdbc.sql("select latest from posting_version where id = 1")
                .query(Long.class)
                .single();
    }
}
