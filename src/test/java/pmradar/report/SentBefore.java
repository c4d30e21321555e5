package pmradar.report;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.alert.Letter;

/// Puts a report where it would be if it had been sent, for tests of what shows it.
@Component
public class SentBefore {
    private final Issues issues;
    private final StoredSentReports sent;
    private final JdbcClient jdbc;

    SentBefore(Issues issues, StoredSentReports sent, JdbcClient jdbc) {
        this.issues = issues;
        this.sent = sent;
        this.jdbc = jdbc;
    }

    /// @return the number of the issue
    public long send(StandingReport report, String text, Letter.Enclosed document, Instant now) {
        var period = report.order().pace().last(now);
        issues.add(report, period, now);
        long issue = jdbc.sql("select id from report_issue where standing_id = ? and period_from = ?")
                .params(report.id(), period.from())
                .query(Long.class)
                .single();
        issues.finish(issue, StandingReports.State.SENT, null, now);
        var letter = new Letter("Market trends", text, "http://localhost/trends", "http://localhost/leave", document);
        sent.keep(issue, report, letter, now);
        return issue;
    }
}
