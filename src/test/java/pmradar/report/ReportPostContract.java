package pmradar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import pmradar.account.Account;
import pmradar.account.AccountEvent;
import pmradar.alert.Channel;
import pmradar.alert.HeldChannel;
import pmradar.alert.Letter;
import pmradar.alert.SavedSearch;
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
    StoredSentReports sent;

    @Autowired
    ReportLines lines;

    @Autowired
    ForgottenReports forgotten;

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
        for (var table : List.of(
                "report_kept_out",
                "report_issue",
                "report_standing",
                "alert_hit",
                "alert_search where standing is null"))
            jdbc.sql("delete from " + table).update();
        channel.letters.clear();
        trends.counted = PreviewApplication.NOW;
        trends.empty = false;
        channel.answers(new Channel.Outcome.Accepted());
    }

    private StandingReport.Order order(Pace pace) {
        return new StandingReport.Order(null, pace, "held", "anna", ReportFormat.MD);
    }

    private StandingReport weekly() {
        return reports.add(ME, order(Pace.WEEKLY), MADE).report();
    }

    private SavedSearch saved() {
        var order = new SavedSearches.Order(
                "Mine",
                new Criteria("kubernetes", List.of(), Criteria.Sort.NEWEST),
                Schedule.atOnce(ZoneId.of("UTC")),
                Wishes.DEFAULT);
        return searches.save(ME, order, MADE);
    }

    private StandingReport comparing(Long search) {
        var order = new StandingReport.Order(
                search,
                Pace.MONTHLY,
                "held",
                "anna",
                ReportFormat.PDF,
                new StandingReport.Asking(" requires:sql ", true, true));
        return reports.add(ME, order, MADE).report();
    }

    private List<String> exported() {
        var written = new ArrayList<String>();
        lines.export(ME, written::add);
        return written;
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
        var saved = saved();
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

    @Test
    void keepsWhatWasSentAsItWasSent() {
        var report = weekly();
        assertThat(sent.find(ME, 1)).isEmpty();
        post.due(MONDAY);
        var letter = channel.letters.getFirst().letter();
        assertThat(last(report).kept()).isTrue();
        var kept = sent.find(ME, last(report).id()).orElseThrow();
        assertThat(kept.document()).isEqualTo(letter.enclosed());
        assertThat(kept.text()).isEqualTo(letter.text());
        assertThat(kept.title()).isEqualTo(letter.title());
        assertThat(kept.link()).isEqualTo(letter.link());
        assertThat(kept.from()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(kept.to()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(kept.at()).isEqualTo(PreviewApplication.NOW);
        reports.change(ME, report.id(), new StandingReport.Order(null, Pace.WEEKLY, "held", "berta", ReportFormat.PDF));
        assertThat(sent.find(ME, last(report).id())).contains(kept);
        assertThat(kept.address()).isEqualTo("anna");
        assertThat(sent.find(99, last(report).id())).isEmpty();
    }

    @Test
    void sendsOnceMoreWhatWasSentAndNotWhatIsCountedSince() {
        var report = weekly();
        post.due(MONDAY);
        trends.empty = true;
        assertThat(reports.resend(ME, last(report).id(), MONDAY)).isTrue();
        post.due(MONDAY.plusSeconds(60));
        assertThat(channel.letters).hasSize(2);
        assertThat(channel.letters.getLast()).isEqualTo(channel.letters.getFirst());
        assertThat(last(report).state()).isEqualTo(State.SENT);
    }

    @Test
    void keepsNothingOfWhatWasRefused() {
        var report = weekly();
        channel.refuses("There is no such address.", true, null);
        post.due(MONDAY);
        assertThat(last(report).state()).isEqualTo(State.PARKED);
        assertThat(last(report).kept()).isFalse();
        assertThat(sent.find(ME, last(report).id())).isEmpty();
    }

    @Test
    void keepsTheLatestPeriodsOfEachReportOnly() {
        var report = weekly();
        var other = reports.add(ME, new StandingReport.Order(null, Pace.WEEKLY, "held", "berta", ReportFormat.MD), MADE)
                .report();
        post.due(MONDAY);
        reports.pause(ME, other.id(), true);
        trends.counted = MONDAY.plus(Duration.ofDays(400));
        for (int week = 1; week < SentReports.MOST + 2; week++) post.due(MONDAY.plus(Duration.ofDays(7L * week)));
        var all = reports.issues(ME, report.id(), 100);
        assertThat(all).hasSize(SentReports.MOST + 2).allMatch(one -> one.state() == State.SENT);
        assertThat(all.subList(0, SentReports.MOST)).allMatch(StandingReports.Issue::kept);
        assertThat(all.subList(SentReports.MOST, all.size())).noneMatch(StandingReports.Issue::kept);
        assertThat(last(other).kept()).isTrue();
    }

    @Test
    void letsGoOfWhatIsTooOld() {
        var report = weekly();
        post.due(MONDAY);
        reports.pause(ME, report.id(), true);
        post.due(PreviewApplication.NOW.plus(SentReports.LONGEST));
        assertThat(last(report).kept()).isTrue();
        post.due(PreviewApplication.NOW.plus(SentReports.LONGEST).plusSeconds(1));
        assertThat(last(report).kept()).isFalse();
    }

    @Test
    void keepsTheMessageAloneOfADocumentThatIsTooLarge() {
        var report = weekly();
        post.due(MONDAY);
        var random = new byte[SentReports.MOST_BYTES + 1];
        new Random(1).nextBytes(random);
        var letter = new Letter("Large", "Words", "link", "leave", new Letter.Enclosed("large.md", "text/x", random));
        sent.keep(last(report).id(), report, letter, MONDAY);
        var kept = sent.find(ME, last(report).id()).orElseThrow();
        assertThat(kept.document()).isNull();
        assertThat(kept.file()).isEqualTo("large.md");
        assertThat(kept.text()).isEqualTo("Words");
        reports.resend(ME, last(report).id(), MONDAY);
        post.due(MONDAY.plusSeconds(60));
        assertThat(channel.letters.getLast().letter().enclosed().name()).isEqualTo("market-trends-2026-11-15.md");
        assertThat(sent.find(ME, last(report).id()).orElseThrow().document()).isNotNull();
    }

    @Test
    void nothingGoesToWhoMayNotComeInAndAllGoesOnAsBeforeOnceTheyMay() {
        var report = weekly();
        forgotten.keepOut(new AccountEvent.Disabled(ME));
        forgotten.keepOut(new AccountEvent.Disabled(ME));
        post.due(MONDAY);
        assertThat(channel.letters).isEmpty();
        forgotten.letIn(new AccountEvent.LetIn(ME));
        channel.answers(new Channel.Outcome.Refused("busy", false, null));
        post.due(MONDAY.plus(Duration.ofHours(1)));
        forgotten.keepOut(new AccountEvent.Disabled(ME));
        channel.answers(new Channel.Outcome.Accepted());
        channel.letters.clear();
        post.due(PreviewApplication.NOW);
        assertThat(channel.letters).isEmpty();
        assertThat(last(report).state()).isEqualTo(StandingReports.State.WAITING);
        forgotten.letIn(new AccountEvent.LetIn(ME));
        post.due(PreviewApplication.NOW);
        assertThat(channel.letters).hasSize(1);
        assertThat(reports.of(ME))
                .singleElement()
                .satisfies(one -> assertThat(one.paused()).isFalse());
    }

    @Test
    void forgetsWhatWasSentWithThePerson() {
        weekly();
        post.due(MONDAY);
        assertThat(jdbc.sql("select count(*) from report_sent")
                        .query(Long.class)
                        .single())
                .isOne();
        forgotten.removed(new AccountEvent.Removed(ME));
        assertThat(jdbc.sql("select count(*) from report_sent")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(reports.of(ME)).isEmpty();
    }

    @Test
    void countsAsItWasChosen() {
        comparing(null);
        trends.counted = Instant.parse("2026-12-01T05:00:00Z");
        post.due(Instant.parse("2026-12-01T06:00:00Z"));
        assertThat(trends.asked.against()).isEqualTo(new Criteria("requires:sql", List.of(), Criteria.Sort.NEWEST));
        assertThat(trends.asked.sameFeeds()).isTrue();
        assertThat(trends.asked.inferredPay()).isTrue();
        var plain = reports.add(ME, order(Pace.MONTHLY), MADE).report();
        assertThat(plain.order().asking()).isEqualTo(StandingReport.Asking.USUAL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparing(null))
                .withMessageContaining("already goes there");
        var changed = new StandingReport.Order(
                null, Pace.MONTHLY, "held", "anna", ReportFormat.MD, new StandingReport.Asking("java", false, true));
        assertThat(reports.change(ME, plain.id(), changed).orElseThrow().order())
                .isEqualTo(changed);
    }

    @Test
    void comparesWithNoQueryThatIsNone() {
        assertThat(new StandingReport.Asking("  ", false, false)).isEqualTo(StandingReport.Asking.USUAL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandingReport.Asking("a".repeat(4097), false, false))
                .withMessageContaining("4,096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandingReport.Asking("a\0b", false, false))
                .withMessageContaining("one line");
    }

    @Test
    void takesReportsOutAndBringsThemInAgain() {
        var weekly = weekly();
        var comparing = comparing(saved().id());
        reports.pause(ME, comparing.id(), true);
        var written = exported();
        assertThat(written).hasSize(2).allMatch(line -> !line.contains("secret"));
        assertThat(lines.take(ME, written.stream(), MADE).same()).isEqualTo(2);
        for (var one : reports.of(ME)) reports.remove(ME, one.id(), MADE);
        var taken = lines.take(ME, written.stream(), MADE);
        assertThat(taken.bad()).isEmpty();
        assertThat(taken.added()).extracting(StandingReports.Added::secret).doesNotContainNull();
        assertThat(reports.of(ME)).extracting(StandingReport::order).containsExactly(weekly.order(), comparing.order());
        assertThat(reports.of(ME)).extracting(StandingReport::paused).containsExactly(false, true);
        assertThat(exported()).isEqualTo(written);
        assertThat(lines.take(ME, written.stream(), MADE).added()).isEmpty();
    }

    @Test
    void writesNoReportWhoseSearchIsGone() {
        var search = saved();
        comparing(search.id());
        searches.remove(ME, search.id(), MADE);
        assertThat(exported()).isEmpty();
    }

    @Test
    void namesLinesThatCannotBeReadAndReadsTheOthers() {
        var taken = lines.take(
                ME,
                Stream.of(
                        "nonsense",
                        "null",
                        "[1]",
                        "{\"pace\":\"weekly\"}",
                        "{\"pace\":\"daily\",\"channel\":\"held\",\"address\":\"a\"}",
                        "{\"pace\":\"weekly\",\"channel\":\"pigeon\",\"address\":\"a\"}",
                        "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"a\",\"format\":\"csv\"}",
                        "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"a\",\"search\":\"Gone\"}",
                        "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"%s\"}"
                                .formatted("a".repeat(ReportLines.LONGEST_LINE)),
                        "",
                        "{\"pace\":\"Weekly\",\"channel\":\"held\",\"address\":\" a \",\"later\":1}",
                        "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"a\",\"format\":\"pdf\"}"),
                MADE);
        assertThat(taken.bad())
                .extracting(bad -> bad.number() + " " + bad.reason())
                .containsExactly(
                        "1 The line is no report that is sent.",
                        "2 The line is no report that is sent.",
                        "3 The line is no report that is sent.",
                        "4 A report that is sent has a pace, a channel and an address.",
                        "5 A report comes weekly or monthly.",
                        "6 " + noPigeon(),
                        "7 A report is sent as html, pdf or md.",
                        "8 There is no saved search “Gone”. Save it first, or bring it in.",
                        "9 The line is too long.");
        assertThat(taken.added()).hasSize(1);
        assertThat(taken.same()).isOne();
        assertThat(reports.of(ME).getFirst().order())
                .isEqualTo(new StandingReport.Order(null, Pace.WEEKLY, "held", "a", ReportFormat.HTML));
    }

    private String noPigeon() {
        return assertThatIllegalArgumentException()
                .isThrownBy(() -> reports.add(
                        ME, new StandingReport.Order(null, Pace.WEEKLY, "pigeon", "b", ReportFormat.MD), MADE))
                .actual()
                .getMessage();
    }
}
