package pmradar.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.alert.Letter;
import tools.jackson.databind.json.JsonMapper;

/// What was sent, in the database.
@Component
class StoredSentReports implements SentReports {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] TOO_LARGE = {};
    private static final String FIND = "select i.period_from, i.period_to, k.* from report_sent k"
            + " join report_issue i on i.id = k.issue_id join report_standing s on s.id = i.standing_id"
            + " where k.issue_id = :issue";

    private final JdbcClient jdbc;

    StoredSentReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The words of it, as they are kept. @param type the media type of the document
    private record Message(
            String channel, String address, String title, String text, String link, String file, String type) {}

    @Override
    public Optional<Sent> find(long account, long issue) {
        return jdbc.sql(FIND + " and s.account_id = :account")
                .param("issue", issue)
                .param("account", account)
                .query(StoredSentReports::sent)
                .optional();
    }

    /// Whoever it belongs to.
    Optional<Sent> find(long issue) {
        return jdbc.sql(FIND)
                .param("issue", issue)
                .query(StoredSentReports::sent)
                .optional();
    }

    /// Keeps what was sent for a period, in place of what was before, and lets go of what is one too many.
    void keep(long issue, StandingReport report, Letter letter, Instant now) {
        var order = report.order();
        var enclosed = Objects.requireNonNull(letter.enclosed());
        var message = new Message(
                order.channel(),
                order.address(),
                letter.title(),
                letter.text(),
                letter.link(),
                enclosed.name(),
                enclosed.type());
        var content = Deflated.of(enclosed.content());
        jdbc.sql("delete from report_sent where issue_id = ?").param(issue).update();
        try {
            jdbc.sql("insert into report_sent (issue_id, sent_at, message, content) values (?, ?, ?, ?)")
                    .params(
                            issue,
                            StoredStandingReports.at(now),
                            Deflated.of(JSON.writeValueAsBytes(message)),
                            content.length > MOST_BYTES ? TOO_LARGE : content)
                    .update();
        } catch (DuplicateKeyException another) {
            // another machine sent the same
        }
        letGo(report.id());
    }

    private void letGo(long report) {
        jdbc.sql("delete from report_sent where issue_id in (select id from report_issue where standing_id = :report)"
                        + " and issue_id not in (select k.issue_id from report_sent k"
                        + " join report_issue i on i.id = k.issue_id where i.standing_id = :report"
                        + " order by i.period_from desc fetch first " + MOST + " rows only)")
                .param("report", report)
                .update();
    }

    /// Lets go of what is too old.
    void letGo(Instant now) {
        jdbc.sql("delete from report_sent where sent_at < ?")
                .param(StoredStandingReports.at(now.minus(LONGEST)))
                .update();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        var message = JSON.readValue(Deflated.back(row.getBytes("message")), Message.class);
        var content = row.getBytes("content");
        return new Sent(
                row.getLong("issue_id"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                message.channel(),
                message.address(),
                message.title(),
                message.text(),
                message.link(),
                message.file(),
                content.length == 0
                        ? null
                        : new Letter.Enclosed(message.file(), message.type(), Deflated.back(content)));
    }
}
