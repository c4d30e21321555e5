package pmradar.pursuit;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.account.AccountEvent;

/// Forgets what a person did about postings when the person is removed, in the same transaction.
@Component
class ForgottenPursuits {

    private final JdbcClient jdbc;

    ForgottenPursuits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void removed(AccountEvent.Removed gone) {
        for (var table : List.of("pursuit", "pursuit_seen", "pursuit_preference")) {
            jdbc.sql("delete from " + table + " where account = ?")
                    .param(gone.account())
                    .update();
        }
    }
}
