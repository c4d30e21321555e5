package pmradar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import pmradar.account.Account;
import pmradar.alert.Channel;
import pmradar.alert.HeldChannel;
import pmradar.alert.SavedSearches;
import pmradar.alert.Schedule;
import pmradar.alert.Wishes;
import pmradar.report.StandingReports.State;
import pmradar.search.Criteria;
import pmradar.trend.Question.Grain;
import preview.HeldTrends;
import preview.PreviewApplication;

/// Reports that are sent by the clock: each week and each month once, whatever happens.
@SpringBootTest(classes = PreviewApplication.class)
abstract class ReportPostContract {
    private static final long ME = Account.LOCAL_OWNER.id();
    /// A Thursday.
    private static final Instant MADE = Instant.parse("2026-11-12T10:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-16T06:00:00Z");

    @Autowired
    ReportPost post;

    @Autowired
    StandingReports reports;

    @Autowired
    SavedSearches searches;

    @Autowired
    HeldChannel channel;

    @Autowired
    HeldTrends trends;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void asBefore() {
        for (var table : List.of("report_issue", "report_standing", "alert_hit", "alert_search where standing is null"))
            jdbc.sql("delete from " + table).update();
        channel.letters.clear();
        trends.counted = PreviewApplication.NOW;
        channel.answers(new Channel.Outcome.Accepted());
    }

    private StandingReport.Order order(Pace pace) {
        return new StandingReport.Order(null, pace, "held", "anna", ReportFormat.MD);
    }

    private StandingReport weekly() {
        return reports.add(ME, order(Pace.WEEKLY), MADE).report();
    }

    private StandingReports.Issue last(StandingReport report) {
        return reports.issues(ME, report.id(), 1).getFirst();
    }

    @Test
    void sendsTheWeekThatIsOverOnMondayAndOnce() {
        weekly();
        post.due(MADE);
        post.due(MONDAY.minusSeconds(1));
        assertThat(channel.letters).isEmpty();
        post.due(MONDAY);
        post.due(MONDAY.plusSeconds(60));
        post.due(MONDAY.plus(Duration.ofDays(6)));
        assertThat(channel.letters).hasSize(1);
        assertThat(trends.asked.to()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(trends.asked.from()).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(trends.asked.grain()).isEqualTo(Grain.WEEK);
        var sent = channel.letters.getFirst();
        assertThat(sent.address()).isEqualTo("anna");
        assertThat(sent.letter().title()).isEqualTo("Market trends, 9 Nov 2026 to 15 Nov 2026");
        assertThat(sent.letter().text()).contains("- The share of technical postings rose");
        assertThat(sent.letter().link()).startsWith("http://localhost:8080/trends?since=2026-05-18&until=2026-11-15");
        var file = sent.letter().enclosed();
        assertThat(file.name()).isEqualTo("market-trends-2026-11-15.md");
        assertThat(new String(file.content())).contains("(http://localhost:8080/trends/postings?since=");
        trends.counted = MONDAY.plus(Duration.ofDays(7));
        post.due(MONDAY.plus(Duration.ofDays(7)));
        assertThat(channel.letters).hasSize(2);
    }

    @Test
    void sendsTheMonthThatIsOverOnItsFirstDay() {
        reports.add(ME, order(Pace.MONTHLY), Instant.parse("2026-10-20T10:00:00Z"));
        post.due(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(channel.letters).isEmpty();
        post.due(Instant.parse("2026-11-03T09:00:00Z"));
        assertThat(channel.letters).hasSize(1);
        assertThat(trends.asked.from()).isEqualTo(LocalDate.of(2024, 11, 1));
        assertThat(trends.asked.to()).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @Test
    void asksWhatItsSearchAsksAtThatTime() {
        var order = new SavedSearches.Order(
                "Mine",
                new Criteria("kubernetes", List.of(), Criteria.Sort.NEWEST),
                Schedule.atOnce(ZoneId.of("UTC")),
                Wishes.DEFAULT);
        var saved = searches.save(ME, order, MADE);
        var report = reports.add(
                        ME, new StandingReport.Order(saved.id(), Pace.WEEKLY, "held", "anna", ReportFormat.MD), MADE)
                .report();
        post.due(MONDAY);
        assertThat(trends.asked.criteria().query()).isEqualTo("kubernetes");
        searches.remove(ME, saved.id(), MONDAY);
        post.due(MONDAY.plus(Duration.ofDays(7)));
        assertThat(channel.letters).hasSize(1);
        assertThat(last(report).state()).isEqualTo(State.PARKED);
        assertThat(last(report).said()).contains("not there any more");
    }

    @Test
    void triesAgainWithPausesAndGivesUpAfterThreeDays() {
        var report = weekly();
        channel.refuses("The line is cut.", false, null);
        post.due(MONDAY);
        post.due(MONDAY.plusSeconds(1));
        assertThat(channel.letters).hasSize(1);
        assertThat(last(report).state()).isEqualTo(State.WAITING);
        assertThat(last(report).said()).isEqualTo("The line is cut.");
        assertThat(last(report).next()).isAfter(MONDAY);
        jdbc.sql("update report_issue set first_try = ?, next_try = first_try")
                .param(MONDAY.minus(Duration.ofDays(4)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        post.due(MONDAY.plus(Duration.ofDays(1)));
        assertThat(last(report).state()).isEqualTo(State.PARKED);
        channel.answers(new Channel.Outcome.Accepted());
        assertThat(reports.resend(ME, last(report).id(), MONDAY)).isTrue();
        post.due(MONDAY.plus(Duration.ofDays(2)));
        assertThat(last(report).state()).isEqualTo(State.SENT);
        assertThat(channel.letters)
                .extracting(HeldChannel.SentLetter::key)
                .containsOnly("report-" + report.id() + "-2026-11-09");
    }

    @Test
    void waitsUntilTheLastDayIsCounted() {
        var report = reports.add(ME, order(Pace.WEEKLY), Instant.parse("2026-11-24T10:00:00Z"))
                .report();
        // What is held was counted on 22 November.
        post.due(Instant.parse("2026-11-30T06:00:00Z"));
        assertThat(channel.letters).isEmpty();
        assertThat(last(report).said()).contains("not counted yet");
    }

    @Test
    void sendsNothingWhilePausedOrRemoved() {
        var paused = weekly();
        reports.pause(ME, paused.id(), true);
        post.due(MONDAY);
        reports.pause(ME, paused.id(), false);
        reports.remove(ME, paused.id(), MONDAY);
        post.due(MONDAY);
        assertThat(channel.letters).isEmpty();
        assertThat(reports.of(ME)).isEmpty();
        reports.restore(ME, paused.id());
        post.due(MONDAY);
        assertThat(channel.letters).hasSize(1);
    }

    @Test
    void endsByTheLinkInAMessage() {
        var report = weekly();
        post.due(MONDAY);
        var leave = channel.letters.getFirst().letter().leave();
        var signature = leave.substring(leave.lastIndexOf('/') + 1);
        assertThat(leave).startsWith("http://localhost:8080/unsubscribe/report-" + report.id() + "/");
        assertThat(reports.byLink(report.id(), "x" + signature)).isEmpty();
        assertThat(reports.endByLink(report.id(), "no", MONDAY)).isFalse();
        assertThat(reports.byLink(report.id(), signature)).contains("the report on the market to anna");
        assertThat(reports.endByLink(report.id(), signature, MONDAY)).isTrue();
        assertThat(reports.endByLink(report.id(), signature, MONDAY)).isTrue();
        assertThat(reports.of(ME)).isEmpty();
        assertThat(reports.find(ME, report.id()).orElseThrow().said()).isEqualTo("ended by the link in a message");
    }

    @Test
    void takesNoOrderThatCannotBeCarriedOut() {
        weekly();
        assertThatIllegalArgumentException().isThrownBy(this::weekly).withMessageContaining("already goes there");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        reports.add(ME, new StandingReport.Order(77L, Pace.WEEKLY, "held", "b", ReportFormat.MD), MADE))
                .withMessageContaining("no saved search");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reports.add(
                        ME, new StandingReport.Order(null, Pace.WEEKLY, "pigeon", "b", ReportFormat.MD), MADE))
                .withMessageContaining("no channel “pigeon”");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reports.add(
                        ME, new StandingReport.Order(null, Pace.WEEKLY, "held", "b", ReportFormat.CSV), MADE))
                .withMessageContaining("html, pdf or md");
    }

    @Test
    void belongsToOneAccountAlone() {
        var report = weekly();
        assertThat(reports.of(99)).isEmpty();
        assertThat(reports.find(99, report.id())).isEmpty();
        assertThat(reports.remove(99, report.id(), MADE)).isFalse();
        assertThat(reports.pause(99, report.id(), true)).isFalse();
        assertThat(reports.change(99, report.id(), order(Pace.MONTHLY))).isEmpty();
        post.due(MONDAY);
        assertThat(reports.resend(99, last(report).id(), MONDAY)).isFalse();
    }
}
