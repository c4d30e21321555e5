package pmradar.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The store of what is to be sent of each report: one issue for each period, held by one sender at a time.
@Component
class Issues {
    /// Longer than writing and sending one may take; then the one who held it is taken for dead.
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final int LONGEST_WHY = 1000;

    /// @param tries made before this one
    record Waiting(
            long id,
            LocalDate from,
            LocalDate to,
            int tries,
            @Nullable Instant firstTry,
            StandingReport report,
            String secret) {

        /// Tells a receiver a repeated one.
        String key() {
            return "report-%d-%s".formatted(report.id(), from);
        }
    }

    private final JdbcClient jdbc;

    Issues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StandingReport> standing() {
        return jdbc.sql("select * from report_standing where removed is null and paused = false"
                        + " and account_id not in (select account_id from report_kept_out) order by id")
                .query(StoredStandingReports::report)
                .list();
    }

    /// Notes that a period is to be sent; what was noted before stays as it is.
    void add(StandingReport report, Pace.Issued period, Instant now) {
        boolean known = jdbc.sql("select count(*) from report_issue where standing_id = ? and period_from = ?")
                        .params(report.id(), period.from())
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) return;
        try {
            jdbc.sql("insert into report_issue (standing_id, period_from, period_to, state, tries, next_try)"
                            + " values (?, ?, ?, 'WAITING', 0, ?)")
                    .params(report.id(), period.from(), period.to(), StoredStandingReports.at(now))
                    .update();
        } catch (DuplicateKeyException another) {
            // another machine was faster
        }
    }

    List<Waiting> due(Instant now, int limit) {
        return jdbc.sql("select s.*, i.id as issue_id, i.period_from, i.period_to, i.tries, i.first_try"
                        + " from report_issue i join report_standing s on s.id = i.standing_id"
                        + " where i.state = 'WAITING' and i.next_try <= :now and s.removed is null"
                        + " and (i.held_until is null or i.held_until <= :now)"
                        + " and s.account_id not in (select account_id from report_kept_out)"
                        + " order by i.next_try fetch first " + limit + " rows only")
                .param("now", StoredStandingReports.at(now))
                .query(Issues::waiting)
                .list();
    }

    /// Takes an issue for oneself.
    ///
    /// @return whether nobody else has it
    boolean hold(long id, Instant now) {
        return jdbc.sql("update report_issue set held_until = :until, tries = tries + 1,"
                                + " first_try = coalesce(first_try, :now) where id = :id and state = 'WAITING'"
                                + " and (held_until is null or held_until <= :now)")
                        .param("until", StoredStandingReports.at(now.plus(HOLD)))
                        .param("now", StoredStandingReports.at(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    void finish(long id, StandingReports.State state, @Nullable String why, Instant now) {
        jdbc.sql("update report_issue set state = :state, said = :said, done_at = :now, held_until = null"
                        + " where id = :id")
                .param("state", state.name())
                .param("said", cut(why))
                .param("now", StoredStandingReports.at(now))
                .param("id", id)
                .update();
    }

    void again(long id, String why, Instant next) {
        jdbc.sql("update report_issue set said = :said, next_try = :next, held_until = null where id = :id")
                .param("said", cut(why))
                .param("next", StoredStandingReports.at(next))
                .param("id", id)
                .update();
    }

    private static @Nullable String cut(@Nullable String why) {
        return why == null || why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("issue_id"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getInt("tries"),
                StoredStandingReports.moment(row, "first_try"),
                StoredStandingReports.report(row, number),
                row.getString("secret"));
    }
}
