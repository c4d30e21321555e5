package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import pmradar.trend.Question.Grain;
import pmradar.trend.Trends;
import preview.HeldTrends;
import preview.PreviewApplication;
import tools.jackson.databind.json.JsonMapper;

/// Trends as a browser without scripts and a program see them.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class TrendPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldTrends trends;

    @AfterEach
    void asBefore() {
        trends.empty = false;
        trends.progress = HeldTrends.NOTHING_GOING_ON;
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(answer(address).getContentAsString());
    }

    @Test
    void isReachedFromEveryPage() throws Exception {
        assertThat(page("/").select(".bar nav a").eachText())
                .containsExactly("Search", "Mine", "Alerts", "Trends", "Feeds");
        assertThat(page("/trends").selectFirst(".bar a[aria-current=page]").text())
                .isEqualTo("Trends");
    }

    @Test
    void asksAboutTheLastYearByMonthWhereNothingIsSaid() throws Exception {
        var page = page("/trends");
        assertThat(trends.asked.from()).isEqualTo(LocalDate.of(2025, 11, 23));
        assertThat(trends.asked.to()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(trends.asked.grain()).isEqualTo(Grain.MONTH);
        assertThat(page.selectFirst(".question [aria-current=true]").text()).isEqualTo("12 months");
        assertThat(page.selectFirst("select[name=grain] option[selected]").val())
                .isEqualTo("month");
    }

    @Test
    void keepsTheWholeQuestionInTheAddress() throws Exception {
        var page = page("/trends?q=kubernetes&against=sap&since=2024-01-01&until=2024-03-31&grain=week&same_feeds=true"
                + "&inferred_pay=true&label=technical&not_country=DE");
        assertThat(page.selectFirst("#q").val()).isEqualTo("kubernetes");
        assertThat(page.selectFirst("#against").val()).isEqualTo("sap");
        assertThat(page.selectFirst("#since").val()).isEqualTo("2024-01-01");
        assertThat(page.select(".question input[type=hidden]").eachAttr("name"))
                .containsExactly("label", "not_country");
        assertThat(page.select(".question input[checked]").eachAttr("name"))
                .containsExactly("same_feeds", "inferred_pay");
        assertThat(trends.asked.against().query()).isEqualTo("sap");
        assertThat(trends.asked.criteria().conditions()).hasSize(2);
        assertThat(page.selectFirst(".figured td a").attr("href"))
                .startsWith("/trends/postings?since=2024-01-01&until=2024-03-31&grain=week&q=kubernetes&label=technical"
                        + "&not_country=DE&against=sap&same_feeds=true&inferred_pay=true&figure=open&row=");
        assertThat(page.selectFirst(".understood").text())
                .contains(
                        "must contain kubernetes, compared with must contain sap · 1 Jan 2024 to 31 Mar 2024 · by week");
        assertThat(page.selectFirst("#understood").text()).startsWith("Understood as: must contain");
    }

    @Test
    void pointsAtMistakes() throws Exception {
        var page = page("/trends?q=(kubernetes&against=(sap&since=yesterday&grain=year");
        assertThat(page.select(".mistakes mark").eachText()).containsExactly("(", "(");
        assertThat(page.selectFirst(".problem").text())
                .contains("since must be a day such as 2026-11-22, not “yesterday”.")
                .contains("grain must be day, week or month, not “year”.");
        assertThat(page("/trends?since=2026-05-01&until=2026-04-01")
                        .selectFirst(".problem")
                        .text())
                .contains("cannot end (2026-04-01) before it begins");
    }

    @Test
    void hasATableBesideEachChartWithMethodAndBreaks() throws Exception {
        var page = page("/trends");
        assertThat(page.select(".figured")).hasSize(7);
        var open = page.selectFirst("#figure-open");
        assertThat(open.select("svg.chart")).hasSize(1);
        assertThat(open.select("details table tbody tr")).hasSize(12);
        assertThat(open.selectFirst(".method").text())
                .contains("open on the last day")
                .contains("1,234 postings.");
        assertThat(open.selectFirst(".breaks").text()).isEqualTo("1. 3 Mar 2026: the feed Fjordbank began");
        assertThat(page.selectFirst("section.coverage").text())
                .contains("Left out: samples, 12 postings.")
                .contains("Judged by rules 7f3a.");
        assertThat(page.selectFirst("#figure-demand td.few").text()).endsWith("few");
        assertThat(page.selectFirst("#figure-employers").text()).contains("The chart shows the first 12 of 14.");
        assertThat(page.select("[style], svg style, svg script")).isEmpty();
    }

    @Test
    void opensExactlyThePostingsBehindAValue() throws Exception {
        var cell = page("/trends").selectFirst("#figure-open td a");
        var postings = page(cell.attr("href"));
        assertThat(postings.selectFirst("#count").text()).isEqualTo(cell.text() + " postings");
        assertThat(postings.selectFirst(".lead").text()).startsWith("Nov 2025, technical");
        int listed = postings.select(".lines li").size();
        assertThat(listed).isEqualTo(50);
        var next = page(postings.selectFirst("a[rel=next]").attr("href"));
        assertThat(listed + next.select(".lines li").size()).isEqualTo(Integer.parseInt(cell.text()));
        assertThat(postings.text() + next.text()).contains("closed on ").contains("still open");
        assertThat(next.selectFirst("main p a").attr("href")).endsWith("#figure-open");
    }

    @Test
    void knowsNoOtherValues() throws Exception {
        for (var wrong : new String[] {
            "figure=none&row=x",
            "figure=open&row=x",
            "figure=open&row=2025-11-01&column=7",
            "figure=open&row=2025-11-01&column=-1"
        }) mvc.perform(get(URI.create("/trends/postings?" + wrong))).andExpect(status().isNotFound());
    }

    @Test
    void saysWhatIsMissingWhileNothingIsCounted() throws Exception {
        trends.empty = true;
        var page = page("/trends");
        assertThat(page.selectFirst(".nothing").text())
                .contains("Nothing is counted for this question yet")
                .contains("within an hour of the first posting");
        assertThat(page.select(".figured")).isEmpty();
    }

    @Test
    void saysThatTheFirstCountIsGoingOnAndHowFarItIs() throws Exception {
        trends.empty = true;
        trends.progress = new Trends.Progress(null, true, 250, 1000);
        var page = page("/trends?q=budget");
        assertThat(page.selectFirst(".notice[role=status]").text()).isEqualTo("Counting. 25 in 100 so far. Look again");
        assertThat(page.selectFirst(".notice[role=status] a").attr("href"))
                .startsWith("/trends?")
                .contains("q=budget");
        assertThat(page.selectFirst(".nothing").text()).contains("The first count is going on");
    }

    @Test
    void showsWhatWasCountedLastWhileItIsCountedAgain() throws Exception {
        trends.progress = new Trends.Progress(trends.counted, true, 999, 1000);
        var page = page("/trends");
        assertThat(page.selectFirst(".notice[role=status]").text()).contains("99 in 100 so far");
        assertThat(page.select(".figured")).isNotEmpty();
        trends.progress = new Trends.Progress(trends.counted, false, 0, 0);
        assertThat(page("/trends").select(".notice[role=status]").eachText())
                .noneMatch(text -> text.contains("Counting"));
    }

    @Test
    void handsOutEveryFigureAndTheWholeReport() throws Exception {
        var figure = page("/trends?q=budget").selectFirst("#figure-demand");
        for (Element link : figure.select("a[download]")) {
            var answer = answer(link.attr("href"));
            assertThat(answer.getHeader("Content-Disposition"))
                    .contains("demand." + link.text().toLowerCase());
            assertThat(answer.getContentAsString()).contains("Kubernetes").contains("budget");
        }
        var names = page("/trends").select(".take-along a[download]");
        assertThat(names).hasSize(5);
        for (Element link : names) {
            var answer = answer(link.attr("href"));
            assertThat(answer.getContentAsByteArray().length).isGreaterThan(1000);
            assertThat(answer.getHeader("Content-Disposition")).contains("trends-2025-11-23-2026-11-22.");
        }
        mvc.perform(get("/trends/figures/none.csv")).andExpect(status().isNotFound());
        mvc.perform(get("/trends/figures/size.svg")).andExpect(status().isNotFound());
        mvc.perform(get("/trends/report.exe")).andExpect(status().isNotFound());
    }

    @Test
    void answersPrograms() throws Exception {
        var json = JsonMapper.shared()
                .readTree(answer("/api/trends?q=budget&since=2026-01-01").getContentAsString());
        assertThat(json.path("question").path("postings").asString()).isEqualTo("must contain budget");
        assertThat(json.path("question").path("since").asString()).isEqualTo("2026-01-01");
        assertThat(json.path("figures")).hasSize(7);
        var one = JsonMapper.shared().readTree(answer("/api/trends/share").getContentAsString());
        assertThat(one.path("figures")).hasSize(1);
        assertThat(one.path("findings")).hasSize(1);
        assertThat(answer("/api/trends.csv").getContentAsString()).startsWith("figure,row,");
        assertThat(answer("/api/trends/share.csv").getContentAsString()).contains("share,2025-11-01");
        var behind = JsonMapper.shared()
                .readTree(answer("/api/trends/open/postings?row=2025-11-01&size=3&skip=1")
                        .getContentAsString());
        assertThat(behind.path("total").asInt())
                .isEqualTo(
                        page("/trends").selectFirst("#figure-open td a").text().transform(Integer::parseInt));
        assertThat(behind.path("postings")).hasSize(3);
        var tag = answer("/api/trends/share").getHeader("ETag");
        mvc.perform(get("/api/trends/share").header("If-None-Match", tag)).andExpect(status().isNotModified());
    }

    @Test
    void tellsProgramsWhatMakesNoSense() throws Exception {
        for (var wrong : new String[] {
            "?since=x",
            "?grain=year",
            "?period=long",
            "?since=2026-02-01&until=2026-01-01",
            "?nonsense=1",
            "/open/postings?row=2025-11-01&size=0",
            "/open/postings?row=2025-11-01&skip=1000"
        })
            assertThat(mvc.perform(get(URI.create("/api/trends" + wrong)))
                            .andExpect(status().isBadRequest())
                            .andReturn()
                            .getResponse()
                            .getContentType())
                    .isEqualTo("application/problem+json");
        mvc.perform(get("/api/trends/none")).andExpect(status().isNotFound());
        mvc.perform(get("/api/trends/none.csv")).andExpect(status().isNotFound());
    }
}
