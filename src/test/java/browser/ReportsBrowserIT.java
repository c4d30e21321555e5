package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import pmradar.account.Account;
import pmradar.alert.Letter;
import pmradar.report.Pace;
import pmradar.report.ReportDocuments;
import pmradar.report.ReportFormat;
import pmradar.report.SentBefore;
import pmradar.report.StandingReport;
import pmradar.report.StandingReports;
import pmradar.search.Criteria;
import pmradar.trend.Question;
import preview.HeldTrends;
import preview.PreviewApplication;

/// Reports that were sent, looked at later; and those that are sent, taken along and brought in.
class ReportsBrowserIT extends Visit {

    @Autowired
    StandingReports reports;

    @Autowired
    SentBefore sent;

    @Autowired
    ReportDocuments documents;

    @Autowired
    HeldTrends trends;

    private void sent() {
        var order = new StandingReport.Order(
                null,
                Pace.WEEKLY,
                "held",
                "anna",
                ReportFormat.HTML,
                new StandingReport.Asking("kubernetes", true, true));
        var report = reports.add(Account.LOCAL_OWNER.id(), order, PreviewApplication.NOW)
                .report();
        var question = new Question(
                LocalDate.of(2026, 5, 18),
                LocalDate.of(2026, 11, 15),
                Question.Grain.WEEK,
                Criteria.ALL,
                null,
                true,
                true);
        var html = documents.write(trends.report(question), ReportFormat.HTML, (_, _, _) -> null);
        sent.send(
                report,
                "- The share of technical postings rose.\n- Kubernetes is asked for more often.",
                new Letter.Enclosed("market-trends-2026-11-15.html", ReportFormat.HTML.type(), html),
                PreviewApplication.NOW);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void showsWhatWasSentOnEveryScreen(int width, ColorScheme scheme) {
        sent();
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/trends/reports"));
        page.locator("section summary").first().click();
        good(page, "reports-one-" + look);
        page.locator(".inbox a").click();
        assertThat(page.locator(".note")).containsText("Kubernetes is asked for more often.");
        good(page, "report-sent-" + look);
        page.getByText("Open the document").click();
        assertThat(page.locator("h1")).hasText("Market trends, 18 May 2026 to 15 Nov 2026");
        assertThat(page.locator("svg.chart").first()).isVisible();
        shoot(page, "report-document-" + look);
        assertThat(complaints).isEmpty();
    }

    @Test
    void bringsInAFileWithoutScripts() {
        var page = open(NARROW, ColorScheme.LIGHT, false);
        page.navigate(address("/trends/reports"));
        var lines = "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"anna\",\"against\":\"sql\"}\nnonsense\n";
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("reports.jsonl", "application/jsonl", lines.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Bring in", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#take .notice")).containsText("1 added, 0 as before, 1 could not be read.");
        assertThat(page.locator("section").first()).containsText("compared with");
        fits(page);
        assertThat(complaints).isEmpty();
    }
}
