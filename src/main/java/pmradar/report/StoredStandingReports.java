package pmradar.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.alert.Letters;
import pmradar.alert.SavedSearches;
import pmradar.alert.Signature;

/// Reports that are sent, in the database.
@Component
@Transactional
class StoredStandingReports implements StandingReports {
    private static final int MOST = 50;
    private static final String BY_LINK = "ended by the link in a message";

    private final JdbcClient jdbc;
    private final Letters letters;
    private final SavedSearches searches;

    StoredStandingReports(JdbcClient jdbc, Letters letters, SavedSearches searches) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.searches = searches;
    }

    @Override
    public Added add(long account, StandingReport.Order order, Instant now) {
        if (of(account).size() >= MOST)
            throw new IllegalArgumentException("There are at most %d reports.".formatted(MOST));
        var checked = checked(account, order, 0);
        var secret = Signature.secret();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into report_standing (account_id, search_id, pace, channel, address, secret, format, made_at,"
                        + " against, same_feeds, inferred_pay, paused)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
                .params(Arrays.<@Nullable Object>asList(
                        account,
                        checked.search(),
                        checked.pace().name(),
                        checked.channel(),
                        checked.address(),
                        secret,
                        checked.format().name(),
                        at(now),
                        checked.asking().against(),
                        checked.asking().sameFeeds(),
                        checked.asking().inferredPay()))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        return new Added(find(account, id).orElseThrow(), secret);
    }

    private StandingReport.Order checked(long account, StandingReport.Order order, long itself) {
        var search = order.search();
        if (search != null
                && searches.find(account, search)
                        .filter(one -> one.removed() == null)
                        .isEmpty()) throw new IllegalArgumentException("There is no saved search with this number.");
        if (!ReportDocuments.forPeople().contains(order.format()))
            throw new IllegalArgumentException("A report is sent as html, pdf or md.");
        var address = letters.address(order.channel(), order.address());
        var checked = new StandingReport.Order(
                search, order.pace(), order.channel(), address, order.format(), order.asking());
        if (of(account).stream()
                .anyMatch(one -> one.id() != itself && one.order().tellsTheSameAs(checked)))
            throw new IllegalArgumentException("This report already goes there.");
        return checked;
    }

    @Override
    public Optional<StandingReport> change(long account, long id, StandingReport.Order order) {
        if (find(account, id).isEmpty()) return Optional.empty();
        var checked = checked(account, order, id);
        jdbc.sql("update report_standing set search_id = ?, pace = ?, channel = ?, address = ?, format = ?,"
                        + " against = ?, same_feeds = ?, inferred_pay = ? where account_id = ? and id = ?")
                .params(Arrays.<@Nullable Object>asList(
                        checked.search(),
                        checked.pace().name(),
                        checked.channel(),
                        checked.address(),
                        checked.format().name(),
                        checked.asking().against(),
                        checked.asking().sameFeeds(),
                        checked.asking().inferredPay(),
                        account,
                        id))
                .update();
        return find(account, id);
    }

    @Override
    public boolean pause(long account, long id, boolean paused) {
        return jdbc.sql("update report_standing set paused = ? where account_id = ? and id = ?")
                        .params(paused, account, id)
                        .update()
                > 0;
    }

    @Override
    public boolean remove(long account, long id, Instant now) {
        return jdbc.sql("update report_standing set removed = ? where account_id = ? and id = ? and removed is null")
                        .params(at(now), account, id)
                        .update()
                > 0;
    }

    @Override
    public boolean restore(long account, long id) {
        return jdbc.sql("update report_standing set removed = null, said = null where account_id = ? and id = ?")
                        .params(account, id)
                        .update()
                > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StandingReport> of(long account) {
        return jdbc.sql("select * from report_standing where account_id = ? and removed is null order by id")
                .param(account)
                .query(StoredStandingReports::report)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StandingReport> find(long account, long id) {
        return jdbc.sql("select * from report_standing where account_id = ? and id = ?")
                .params(account, id)
                .query(StoredStandingReports::report)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> issues(long account, long id, int limit) {
        return jdbc.sql("select i.*, k.sent_at from report_issue i join report_standing s on s.id = i.standing_id"
                        + " left join report_sent k on k.issue_id = i.id"
                        + " where s.account_id = ? and s.id = ? order by i.period_from desc fetch first "
                        + Math.clamp(limit, 1, 100) + " rows only")
                .params(account, id)
                .query(StoredStandingReports::issue)
                .list();
    }

    @Override
    public boolean resend(long account, long issue, Instant now) {
        return jdbc.sql("update report_issue set state = 'WAITING', tries = 0, first_try = null, next_try = ?,"
                                + " held_until = null, done_at = null where id = ? and standing_id in"
                                + " (select id from report_standing where account_id = ? and removed is null)")
                        .params(at(now), issue, account)
                        .update()
                > 0;
    }

    /// The path of the link, for a report.
    static String path(long id, String secret) {
        return "/unsubscribe/report-%d/%s".formatted(id, Signature.of(secret, "report." + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> byLink(long id, String signature) {
        return jdbc.sql("select secret, address from report_standing where id = ?")
                .param(id)
                .query((row, _) -> equal(Signature.of(row.getString("secret"), "report." + id), signature)
                        ? "the report on the market to " + row.getString("address")
                        : "")
                .optional()
                .filter(words -> !words.isEmpty());
    }

    @Override
    public boolean endByLink(long id, String signature, Instant now) {
        if (byLink(id, signature).isEmpty()) return false;
        jdbc.sql("update report_standing set removed = ?, said = ? where id = ? and removed is null")
                .params(at(now), BY_LINK, id)
                .update();
        return true;
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static StandingReport report(ResultSet row, int number) throws SQLException {
        long search = row.getLong("search_id");
        @Nullable Long about = row.wasNull() ? null : search;
        return new StandingReport(
                row.getLong("id"),
                row.getLong("account_id"),
                new StandingReport.Order(
                        about,
                        Pace.valueOf(row.getString("pace")),
                        row.getString("channel"),
                        row.getString("address"),
                        ReportFormat.valueOf(row.getString("format")),
                        new StandingReport.Asking(
                                row.getString("against"),
                                row.getBoolean("same_feeds"),
                                row.getBoolean("inferred_pay"))),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("paused"),
                moment(row, "removed"),
                row.getString("said"));
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        return new Issue(
                row.getLong("id"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                state,
                row.getInt("tries"),
                row.getString("said"),
                state == State.WAITING ? moment(row, "next_try") : null,
                moment(row, "done_at"),
                moment(row, "sent_at") != null);
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
