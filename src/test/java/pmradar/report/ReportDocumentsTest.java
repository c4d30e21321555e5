package pmradar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.trend.Figure;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;
import preview.HeldPostings;
import preview.HeldSearch;
import preview.HeldTrends;
import preview.InventedPostings;
import preview.Shown;
import tools.jackson.databind.json.JsonMapper;

/// A report in each of its forms, with all that is awkward in one.
class ReportDocumentsTest {
    static final Question QUESTION = new Question(
            LocalDate.of(2025, 11, 1),
            LocalDate.of(2026, 10, 31),
            Question.Grain.MONTH,
            Criteria.ALL,
            null,
            false,
            false);

    private final HeldPostings postings = new HeldPostings(InventedPostings.all());
    private final TrendReport report = new HeldTrends(postings).report(QUESTION);
    private final ReportDocuments documents =
            new ReportDocuments(engine(), Shown.as(PostingSearch.class, new HeldSearch(postings)));

    private static SpringTemplateEngine engine() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }

    private String text(ReportFormat format) {
        return new String(written(format), StandardCharsets.UTF_8);
    }

    private byte[] written(ReportFormat format) {
        return documents.write(
                report,
                format,
                (figure, row, column) -> "http://localhost:8080/trends/postings?figure=" + figure + "&row="
                        + java.net.URLEncoder.encode(row, StandardCharsets.UTF_8) + "&column=" + column);
    }

    @Test
    void standsAloneAsHtml() throws IOException {
        var html = text(ReportFormat.HTML);
        keep("report.html", html.getBytes(StandardCharsets.UTF_8));
        var page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe, [src]")).isEmpty();
        assertThat(page.select("svg.chart")).hasSize(6);
        assertThat(page.select("section.figured h2").eachText()).startsWith("How many postings are open?");
        assertThat(page.select("li a").first().text()).startsWith("The share of technical postings rose");
        assertThat(page.text()).contains("Fjordbank: 11 Dec 2025 to 31 Oct 2026, not during the whole period");
        assertThat(page.text()).contains("Judged by rules 7f3a.");
        assertThat(page.select("b")).as("what an employer is called is text").isEmpty();
    }

    @Test
    void isReadableAsPdf() throws IOException {
        var pdf = written(ReportFormat.PDF);
        keep("report.pdf", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Market trends, 1 Nov 2025 to 31 Oct 2026", "Who hires?", HeldTrends.CYRILLIC);
            assertThat(text).contains("1. 3 Mar 2026: the feed Fjordbank began");
            assertThat(text)
                    .as("daily rows are left to the data files")
                    .contains("388 more rows are in the data files.");
            assertThat(document.getNumberOfPages()).isBetween(3, 8);
        }
    }

    @Test
    void isReadableAsMarkdown() throws IOException {
        var text = text(ReportFormat.MD);
        keep("report.md", text.getBytes(StandardCharsets.UTF_8));
        assertThat(text)
                .startsWith("# Market trends, 1 Nov 2025 to 31 Oct 2026\n\nall postings · by month · stated pay only\n")
                .contains("- The share of technical postings rose from 30%")
                .contains("| Kubernetes | [31% (27 to 35%)](http://localhost:8080/trends/postings?figure=demand")
                .contains("| \\<b\\>8\\</b\\> |")
                .contains("- Break, 3 Mar 2026: the feed Fjordbank began");
    }

    @Test
    void saysAllThereIsToKnowInEveryLineOfTheCsv() {
        var lines = text(ReportFormat.CSV).split("\r\n");
        assertThat(lines[0]).startsWith("figure,row,name,from,column,value,low,high,count,small,unit");
        assertThat(lines).anyMatch(line -> line.startsWith("demand,cobol,COBOL,,must,0.4,0.1"));
        assertThat(lines).anyMatch(line -> line.startsWith("demand,cobol,COBOL,,preferred,,,,,,share"));
        assertThat(lines).anyMatch(line -> line.startsWith("open,2026-04-01") || line.startsWith("open,2026-03-01"));
        assertThat(String.join("\n", lines)).contains("2026-03-03: the feed Fjordbank began");
        assertThat(String.join("\n", lines)).contains("\"'=HYPERLINK(").doesNotContain(",\"=HYPERLINK");
    }

    @Test
    void saysAllThereIsToKnowInJson() {
        var json = JsonMapper.shared().readTree(written(ReportFormat.JSON));
        assertThat(json.path("question").path("grain").asString()).isEqualTo("month");
        assertThat(json.path("figures").path(0).path("unit").asString()).isEqualTo("postings");
        assertThat(json.path("figures")
                        .path(0)
                        .path("breaks")
                        .path(0)
                        .path("day")
                        .asString())
                .isEqualTo("2026-03-03");
        assertThat(json.path("figures")
                        .path(0)
                        .path("rows")
                        .path(7)
                        .path("values")
                        .path(1)
                        .isNull())
                .isTrue();
        assertThat(json.path("coverage").path("open_at_end").asInt()).isEqualTo(321);
    }

    @Test
    void drawsAGapAtABreakAndWhereNothingIsKnown() {
        var chart = Jsoup.parse(
                documents.view(report, (_, _, _) -> null).figures().getFirst().chart(), Parser.xmlParser());
        var technical = chart.select("[class~=stroke-technical][fill=none]");
        assertThat(chart.select(".point")).hasSize(23);
        assertThat(chart.select(".point title").eachText()).contains("Apr 2026, technical: 88 postings");
        assertThat(chart.select("a"))
                .as("without links nothing pretends to be one")
                .isEmpty();
        assertThat(chart.text()).contains("technical", "general", "1");
        assertThat(technical).isNotEmpty();
    }

    /// Eight shares over time with wide intervals, and what they are compared with.
    private static Figure many(boolean compared) {
        var columns = new ArrayList<String>();
        for (int i = 0; i < 8; i++) columns.add("Skill " + i);
        if (compared) for (int i = 0; i < 8; i++) columns.add("Skill " + i + ", compared");
        var rows = new ArrayList<Figure.Row>();
        for (int month = 1; month <= 6; month++) {
            var values = new ArrayList<Figure.Measure>();
            for (int i = 0; i < columns.size(); i++)
                values.add(new Figure.Measure(0.1 + i * 0.02, 0.05 + i * 0.01, 0.4 + i * 0.01, 40, false));
            rows.add(new Figure.Row("2026-0" + month, "Month " + month, LocalDate.of(2026, month, 1), values));
        }
        return new Figure(
                "many", "Which skills?", "", Figure.Axis.TIME, Figure.Unit.SHARE, columns, rows, 100, List.of());
    }

    @Test
    void drawsManyLinesInPanelsOfTheirOwnWithOneStopOfTheTabKey() {
        var chart = Jsoup.parse(TimeChart.of(many(false), (_, _, _) -> "/x"), Parser.xmlParser());
        assertThat(chart.select("svg")).hasSize(1);
        assertThat(chart.select("g[role=group]").eachAttr("aria-label"))
                .hasSize(8)
                .startsWith("Skill 0", "Skill 1");
        for (var panel : chart.select("g[role=group]")) {
            assertThat(panel.select(".point[data-column]").eachAttr("data-column").stream()
                            .distinct())
                    .hasSize(1);
            assertThat(panel.select("a.point")).hasSize(6);
        }
        assertThat(chart.select("a[tabindex=0]")).hasSize(1);
        assertThat(chart.text()).contains("Skill 7", "24%");
    }

    @Test
    void drawsWhatIsComparedInOnePanel() {
        var chart = Jsoup.parse(TimeChart.of(many(true), (_, _, _) -> "/x"), Parser.xmlParser());
        assertThat(chart.select("g[role=group]")).hasSize(8);
        assertThat(chart.selectFirst("g[role=group]").select("a.point").eachAttr("data-column"))
                .contains("0", "8")
                .hasSize(12);
        assertThat(TimeChart.lines(many(true))).isEqualTo(16);
    }

    @Test
    void marksSmallSamples() {
        var view = documents.view(report, (figure, row, column) -> figure + row + column);
        var demand = view.figures().get(2);
        assertThat(demand.rows().get(3).cells().getFirst().small()).isTrue();
        assertThat(Jsoup.parse(demand.chart(), Parser.xmlParser())
                        .select("a text")
                        .eachText())
                .contains("40% few");
        assertThat(Jsoup.parse(demand.chart(), Parser.xmlParser()).select("a[tabindex=0]"))
                .hasSize(1);
    }

    @Test
    void needsNoStyleOfItsOwnInADrawing() {
        for (var figure : documents.view(report, (_, _, _) -> "/x").figures()) {
            var chart = Jsoup.parse(figure.chart(), Parser.xmlParser());
            assertThat(chart.select("[style], style, script, [onclick], [clip-path], [id]"))
                    .isEmpty();
        }
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        var folder = Path.of("target", "reports");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), bytes);
    }
}
