package pmradar.report;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.account.AccountEvent;

/// Sends a person no more reports once they may not come in, and forgets what they ordered when they are removed; in
/// the transaction that does it.
@Component
class ForgottenReports {

    private final StandingReports reports;
    private final JdbcClient jdbc;

    ForgottenReports(StandingReports reports, JdbcClient jdbc) {
        this.reports = reports;
        this.jdbc = jdbc;
    }

    @EventListener
    void disabled(AccountEvent.Disabled out) {
        for (var report : reports.of(out.account())) reports.pause(out.account(), report.id(), true);
    }

    @EventListener
    void removed(AccountEvent.Removed gone) {
        // What was sent goes with its issue.
        for (var forget : List.of(
                "delete from report_issue where standing_id in"
                        + " (select id from report_standing where account_id = :account)",
                "delete from report_standing where account_id = :account")) {
            jdbc.sql(forget).param("account", gone.account()).update();
        }
    }
}
