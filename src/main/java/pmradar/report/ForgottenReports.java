package pmradar.report;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.account.AccountEvent;

/// Sends a person no reports while they may not come in, and forgets what they ordered when they are removed; in the
/// transaction that does it.
@Component
class ForgottenReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgottenReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void keepOut(AccountEvent.Disabled out) {
        jdbc.sql("insert into report_kept_out (account_id) select :account"
                        + " where not exists (select 1 from report_kept_out where account_id = :account)")
                .param("account", out.account())
                .update();
    }

    /// What waited is tried as if for the first time: that nobody might send it meanwhile is no fault of the receiver.
    @EventListener
    void letIn(AccountEvent.LetIn in) {
        jdbc.sql("delete from report_kept_out where account_id = ?")
                .param(in.account())
                .update();
        jdbc.sql("update report_issue set tries = 0, first_try = null, next_try = :now where state = 'WAITING'"
                        + " and standing_id in (select id from report_standing where account_id = :account)")
                .param("account", in.account())
                .param("now", StoredStandingReports.at(clock.instant()))
                .update();
    }

    @EventListener
    void removed(AccountEvent.Removed gone) {
        // What was sent goes with its issue.
        for (var forget : List.of(
                "delete from report_issue where standing_id in"
                        + " (select id from report_standing where account_id = :account)",
                "delete from report_standing where account_id = :account",
                "delete from report_kept_out where account_id = :account")) {
            jdbc.sql(forget).param("account", gone.account()).update();
        }
    }
}
