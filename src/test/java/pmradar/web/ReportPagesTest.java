package pmradar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import pmradar.account.Account;
import pmradar.alert.Letter;
import pmradar.report.SentBefore;
import pmradar.report.SentReports;
import pmradar.report.StandingReports;
import preview.PreviewApplication;
import tools.jackson.databind.json.JsonMapper;

/// Reports that are sent, as a browser without scripts and a program choose them.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class ReportPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StandingReports reports;

    @Autowired
    SentBefore sent;

    @AfterEach
    void asBefore() {
        for (var table : List.of("report_issue", "report_standing"))
            jdbc.sql("delete from " + table).update();
    }

    private Document page() throws Exception {
        return Jsoup.parse(mvc.perform(get("/trends/reports"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document send(String path, String... parameters) throws Exception {
        var form = post(URI.create(path)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) form.param(parameters[i], parameters[i + 1]);
        MvcResult sent =
                mvc.perform(form).andExpect(status().is3xxRedirection()).andReturn();
        return Jsoup.parse(mvc.perform(get("/trends/reports").flashAttrs(sent.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document added() throws Exception {
        return send("/trends/reports", "pace", "weekly", "channel", "held", "address", "anna", "format", "pdf");
    }

    private long number() {
        return jdbc.sql("select max(id) from report_standing").query(Long.class).single();
    }

    @Test
    void choosesChangesPausesRemovesAndBringsBack() throws Exception {
        assertThat(page().text()).contains("None is sent yet.");
        var page = added();
        assertThat(page.selectFirst(".notice").text()).startsWith("It will come.");
        assertThat(page.selectFirst("section h2").text()).isEqualTo("weekly the whole market");
        assertThat(page.selectFirst("section").text()).contains("held anna · pdf");
        var path = "/trends/reports/" + number();
        page = send(path, "pace", "monthly", "channel", "held", "address", "berta", "format", "md");
        assertThat(page.selectFirst("section").text()).contains("monthly").contains("held berta · md");
        assertThat(send(path + "/pause").selectFirst("section h2").text()).startsWith("paused");
        assertThat(send(path + "/resume").selectFirst("section h2").text()).startsWith("monthly");
        page = send(path + "/remove");
        assertThat(page.text()).contains("None is sent yet.");
        assertThat(page.selectFirst(".notice form").attr("action")).isEqualTo(path + "/restore");
        assertThat(send(path + "/restore").selectFirst("section h2").text()).startsWith("monthly");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        var page = send("/trends/reports", "pace", "weekly", "channel", "held", "address", " ", "format", "md");
        assertThat(page.selectFirst(".problem").text()).isEqualTo("An address, please.");
        assertThat(page.selectFirst("#pace option[selected]").val()).isEqualTo("weekly");
        assertThat(page.selectFirst("#format option[selected]").val()).isEqualTo("md");
        added();
        assertThat(added().selectFirst(".problem").text()).isEqualTo("This report already goes there.");
    }

    @Test
    void doesAllOfThatForPrograms() throws Exception {
        var made = mvc.perform(post("/api/trends/reports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"anna\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        var one = made.getHeader("Location");
        assertThat(JsonMapper.shared()
                        .readTree(made.getContentAsString())
                        .path("secret")
                        .asString())
                .isNotEmpty();
        mvc.perform(put(one).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pace\":\"monthly\",\"channel\":\"held\",\"address\":\"anna\",\"format\":\"pdf\"}"))
                .andExpect(status().isOk());
        mvc.perform(put(one + "/paused").contentType(MediaType.APPLICATION_JSON).content("{\"paused\":true}"))
                .andExpect(status().isOk());
        var list = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/trends/reports"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("reports");
        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("pace").asString()).isEqualTo("monthly");
        assertThat(list.path(0).path("paused").asBoolean()).isTrue();
        assertThat(list.path(0).path("secret").isNull()).isTrue();
        mvc.perform(delete(one)).andExpect(status().isNoContent());
        mvc.perform(delete(one)).andExpect(status().isNotFound());
        mvc.perform(put(one + "/restored")).andExpect(status().isOk());
        mvc.perform(post("/api/trends/reports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pace\":\"daily\",\"channel\":\"held\",\"address\":\"anna\"}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void endsByALinkWithoutALogin() throws Exception {
        mvc.perform(get("/unsubscribe/report-1/nonsense")).andExpect(status().isNotFound());
        mvc.perform(post("/unsubscribe/report-1/nonsense")).andExpect(status().isNotFound());
    }

    private long sent(String file, String type, byte[] content) throws Exception {
        added();
        var report = reports.of(Account.LOCAL_OWNER.id()).getLast();
        return sent.send(
                report, "- <b>Rose</b>\n- Fell", new Letter.Enclosed(file, type, content), PreviewApplication.NOW);
    }

    @Test
    void showsWhatWasSentAsItWasSent() throws Exception {
        var html = "<!DOCTYPE html><title>Sent</title><style>p { color: red }</style>".getBytes(UTF_8);
        var path = "/trends/reports/issues/" + sent("market.html", "text/html;charset=UTF-8", html);
        var link = page().selectFirst(".inbox a");
        assertThat(link.attr("href")).isEqualTo(path);
        assertThat(link.text()).isEqualTo("9 Nov 2026 to 15 Nov 2026, as it was sent: the whole market");
        var shown = Jsoup.parse(text(path));
        assertThat(shown.selectFirst("h1").text()).isEqualTo("Market trends");
        assertThat(shown.selectFirst(".lead").text()).contains("by held to anna");
        assertThat(shown.selectFirst(".note").wholeText()).isEqualTo("- <b>Rose</b>\n- Fell");
        assertThat(shown.selectFirst("a[href=" + path + "/document]").text()).isEqualTo("Open the document");
        var document = mvc.perform(get(path + "/document"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(document.getContentAsByteArray()).isEqualTo(html);
        assertThat(document.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(document.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(document.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'; style-src 'unsafe-inline'", "sandbox");
        assertThat(document.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        mvc.perform(get("/trends/reports/issues/999999")).andExpect(status().isNotFound());
        mvc.perform(get("/trends/reports/issues/999999/document")).andExpect(status().isNotFound());
    }

    @Test
    void foldsWhatWasSentEarlier() throws Exception {
        added();
        var report = reports.of(Account.LOCAL_OWNER.id()).getLast();
        var document = new Letter.Enclosed("a.md", "text/markdown", new byte[] {1});
        for (int week = 0; week < 6; week++)
            sent.send(report, "Text", document, PreviewApplication.NOW.minus(Duration.ofDays(7L * week)));
        var section = page().selectFirst("section");
        assertThat(section.select("> .inbox > li")).hasSize(4);
        assertThat(section.select("details .inbox > li > a").eachText())
                .containsExactly(
                        "12 Oct 2026 to 18 Oct 2026, as it was sent: the whole market",
                        "5 Oct 2026 to 11 Oct 2026, as it was sent: the whole market");
    }

    @Test
    void givesOtherDocumentsAsFiles() throws Exception {
        var path = "/trends/reports/issues/" + sent("market.pdf", "application/pdf", new byte[] {1, 2, 3});
        assertThat(Jsoup.parse(text(path))
                        .selectFirst("a[href=" + path + "/document]")
                        .text())
                .isEqualTo("Save the document");
        for (var one : List.of(path, "/api" + path)) {
            var document = mvc.perform(get(one + "/document"))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(document.getContentAsByteArray()).containsExactly(1, 2, 3);
            assertThat(document.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"market.pdf\"");
        }
        var json = JsonMapper.shared().readTree(text("/api" + path));
        assertThat(json.path("text").asString()).isEqualTo("- <b>Rose</b>\n- Fell");
        assertThat(json.path("document").asString()).isEqualTo("market.pdf");
        assertThat(json.path("document_kept").asBoolean()).isTrue();
        var issue = JsonMapper.shared().readTree(text("/api/trends/reports")).at("/reports/0/issues/0");
        assertThat(issue.path("kept").asBoolean()).isTrue();
    }

    @Test
    void saysWhenADocumentWasTooLargeToBeKept() throws Exception {
        var random = new byte[SentReports.MOST_BYTES + 1];
        new Random(1).nextBytes(random);
        var path = "/trends/reports/issues/" + sent("market.pdf", "application/pdf", random);
        var shown = Jsoup.parse(text(path));
        assertThat(shown.text()).contains("Its document, market.pdf, was too large to be kept.");
        assertThat(shown.select("a[href$=document]")).isEmpty();
        mvc.perform(get(path + "/document")).andExpect(status().isNotFound());
    }

    private String text(String path, Object... variables) throws Exception {
        return mvc.perform(get(path, variables))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    @Test
    void countsAsIsChosen() throws Exception {
        var page = send(
                "/trends/reports",
                "pace",
                "weekly",
                "channel",
                "held",
                "address",
                "anna",
                "against",
                "requires:sql",
                "sameFeeds",
                "true",
                "inferredPay",
                "true");
        assertThat(page.selectFirst("section").text())
                .contains("· compared with ")
                .contains("· same feeds only · pay read from the text, too");
        assertThat(page.selectFirst("section input[name=against]").val()).isEqualTo("requires:sql");
        assertThat(page.select("section:first-of-type input[checked]")).hasSize(2);
        var path = "/trends/reports/" + number();
        page = send(path, "pace", "weekly", "channel", "held", "address", "anna", "against", "");
        assertThat(page.selectFirst("section").text())
                .doesNotContain("compared with")
                .doesNotContain("· same feeds only");
        assertThat(send(path, "pace", "weekly", "channel", "held", "address", "anna", "against", "a".repeat(5000))
                        .selectFirst(".problem")
                        .text())
                .contains("4,096");
        mvc.perform(put("/api" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"anna\","
                                + "\"against\":\"java\",\"same_feeds\":true}"))
                .andExpect(status().isOk());
        var json = JsonMapper.shared().readTree(text("/api" + path));
        assertThat(json.path("against").asString()).isEqualTo("java");
        assertThat(json.path("same_feeds").asBoolean()).isTrue();
        assertThat(json.path("inferred_pay").asBoolean()).isFalse();
    }

    @Test
    void takesTheChoicesOfTheTrendsAlong() throws Exception {
        var trends = Jsoup.parse(text("/trends?against={against}&same_feeds=true", "a&b"));
        var link = trends.select(".take-along a").last().attr("href");
        assertThat(link).isEqualTo("/trends/reports?against=a%26b&same_feeds=true");
        var form = Jsoup.parse(mvc.perform(get(URI.create(link)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8))
                .selectFirst("form[action=/trends/reports]");
        assertThat(form.selectFirst("[name=against]").val()).isEqualTo("a&b");
        assertThat(form.selectFirst("[name=sameFeeds]").hasAttr("checked")).isTrue();
        assertThat(form.selectFirst("[name=inferredPay]").hasAttr("checked")).isFalse();
        var plain = Jsoup.parse(text("/trends"));
        assertThat(plain.select(".take-along a").last().attr("href")).isEqualTo("/trends/reports");
    }

    private Document broughtIn(String lines) throws Exception {
        var sent = mvc.perform(multipart("/trends/reports/import")
                        .file(new MockMultipartFile(
                                "file", "reports.jsonl", "application/jsonl", lines.getBytes(UTF_8)))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return Jsoup.parse(mvc.perform(get("/trends/reports").flashAttrs(sent.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8));
    }

    @Test
    void bringsInAFileThatWasExported() throws Exception {
        added();
        assertThat(page().selectFirst("#take a[download]").attr("href")).isEqualTo("/api/trends/reports.jsonl");
        var lines = text("/api/trends/reports.jsonl");
        assertThat(broughtIn(lines).selectFirst("#take .notice").text()).isEqualTo("0 added, 1 as before.");
        asBefore();
        var page = broughtIn(lines + "nonsense\n");
        assertThat(page.selectFirst("#take .notice").text())
                .isEqualTo("1 added, 0 as before, 1 could not be read. Line 2: The line is no report that is sent.");
        assertThat(page.selectFirst("section").text()).contains("held anna · pdf");
        assertThat(broughtIn("").selectFirst(".problem").text()).startsWith("Choose the file");
    }

    @Test
    void bringsInForPrograms() throws Exception {
        added();
        var lines = text("/api/trends/reports.jsonl");
        asBefore();
        var taken = mvc.perform(post("/api/trends/reports.jsonl")
                        .contentType("application/jsonl")
                        .content(lines))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var json = JsonMapper.shared().readTree(taken);
        assertThat(json.path("added").asInt()).isOne();
        assertThat(json.path("bad")).isEmpty();
        assertThat(json.at("/secrets/0/secret").asString()).isNotEmpty();
        assertThat(json.at("/secrets/0/report").asLong()).isEqualTo(number());
        mvc.perform(post("/api/trends/reports.jsonl").contentType("text/plain").content(lines))
                .andExpect(status().isUnsupportedMediaType());
    }
}
