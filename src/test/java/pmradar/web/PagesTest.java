package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldFeeds;
import preview.HeldHealth;
import preview.HeldPostings;
import preview.HeldReadLog;
import preview.InventedPostings;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class PagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldPostings postings;

    @Autowired
    HeldFeeds feeds;

    @Autowired
    HeldHealth health;

    @Autowired
    HeldReadLog log;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        postings.hold(InventedPostings.all());
        feeds.samples = true;
        health.done.clear();
        feeds.readNow.clear();
        log.going = true;
        jdbc.sql("delete from pursuit_preference").update();
    }

    private Document page(String address) throws Exception {
        var answer = mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return Jsoup.parse(answer.getContentAsString());
    }

    @Test
    void listsPostingsWithWhatDecidedTheirLabel() throws Exception {
        var row = page("/").selectFirst("#p1");
        assertThat(row.selectFirst(".title").text()).isEqualTo("Senior Technical Project Manager, Payments");
        assertThat(row.selectFirst(".title").attr("href")).isEqualTo("/postings/1");
        assertThat(row.text())
                .contains("Northwind Labs", "Berlin, remote", "€95k–115k a year", "61", "technical", "Kubernetes");
        assertThat(row.selectFirst("time").attr("title")).startsWith("22 Nov 2026");
    }

    @Test
    void keepsTheWholeSearchInTheAddress() throws Exception {
        var page = page("/?q=budget&label=technical&not_country=DE&sort=score");
        assertThat(page.select(".chip-value").eachText()).containsExactly("technical", "Germany");
        assertThat(page.selectFirst("#q").val()).isEqualTo("budget");
        assertThat(page.select(".query input[type=hidden]").eachAttr("name")).containsExactly("label", "not_country");
        assertThat(page.selectFirst(".sorts a[aria-current]").text()).isEqualTo("most technical");
        assertThat(page.select(".chip").first().attr("href")).isEqualTo("/?q=budget&not_country=DE&sort=score");
    }

    @Test
    void letsEachFacetValueBeWantedAndUnwanted() throws Exception {
        var general = page("/?label=technical").select("#facet-label .choice").last();
        assertThat(general.selectFirst(".value").text()).isEqualTo("general");
        assertThat(general.selectFirst(".include").attr("href")).isEqualTo("/?label=technical&label=general");
        assertThat(general.selectFirst(".exclude").attr("href")).isEqualTo("/?label=technical&not_label=general");
        var technical =
                page("/?not_label=technical").select("#facet-label .choice").first();
        assertThat(technical.hasClass("unwanted")).isTrue();
        assertThat(technical.selectFirst(".exclude").attr("href")).isEqualTo("/");
    }

    @Test
    void leadsThroughAllPostingsPageByPage() throws Exception {
        var first = page("/");
        var second = page(first.selectFirst("a[rel=next]").attr("href"));
        var ids = first.select(".row").eachAttr("data-id");
        var more = second.select(".row").eachAttr("data-id");
        assertThat(ids).hasSize(30).doesNotContainAnyElementsOf(more);
        assertThat(ids.size() + more.size()).isEqualTo(59);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void showsTheFirstPageForACursorThatIsNone() throws Exception {
        assertThat(page("/?cursor=nonsense").select(".row")).hasSize(30);
    }

    @Test
    void saysWhichConditionRemovedHowMany() throws Exception {
        var nothing = page("/?q=zebra&label=technical").selectFirst(".nothing");
        assertThat(nothing.text()).contains("No posting meets all of this");
        var offer = nothing.selectFirst(".removed a");
        assertThat(offer.text()).isEqualTo("“zebra”");
        assertThat(offer.attr("href")).isEqualTo("/?label=technical");
        assertThat(offer.closest("tr").text()).contains("30 postings");
    }

    @Test
    void pointsAtAMistakeInTheQuery() throws Exception {
        var page = page("/?q=%28budget");
        assertThat(page.selectFirst("mark.mistake").text()).isEqualTo("(");
        assertThat(page.selectFirst(".mistakes").text()).contains("never closed");
        assertThat(page.select(".row")).isNotEmpty();
    }

    @Test
    void explainsItselfWhileThereIsNothingYet() throws Exception {
        postings.hold(List.of());
        assertThat(page("/").selectFirst(".nothing").text()).contains("first postings are on their way");
        assertThat(page("/").selectFirst("#search").attr("hx-trigger")).isEqualTo("every 3s");
        log.going = false;
        assertThat(page("/").selectFirst(".nothing").text()).contains("No postings yet");
    }

    @Test
    void countsWhatReadingsBrought() throws Exception {
        var strip = page("/progress?seen=50").selectFirst("#progress");
        assertThat(strip.text())
                .contains("5 of 7", "212 postings found", "131 kept", "81 set aside: 78 not project management");
        assertThat(strip.selectFirst(".fresh").text()).isEqualTo("9 new postings, show");
    }

    @Test
    void saysThatSamplesAreSamplesOnEveryPage() throws Exception {
        for (var address :
                List.of("/", "/postings/1", "/feeds", "/feeds/northwind", "/query-help", "/about", "/settings")) {
            assertThat(page(address).select(".samples")).as(address).hasSize(1);
        }
        assertThat(page("/").select(".row .sample")).isNotEmpty();
        feeds.samples = false;
        assertThat(page("/").select(".samples")).isEmpty();
    }

    @Test
    void marksEvidenceWhereItStands() throws Exception {
        var page = page("/postings/1");
        var marks = page.select("mark.evidence");
        assertThat(marks.eachText()).contains("Hands-on experience with Kubernetes and at least one public cloud");
        var link = page.select(".quote").get(1);
        var anchor = page.getElementById(link.attr("href").substring(1));
        assertThat(link.selectFirst("q").text())
                .isEqualTo(anchor.nextElementSibling().text());
        assertThat(page.select(".sum tbody .figure").eachText()).containsExactly("+25", "+15", "+10", "+2", "+9");
        assertThat(page.selectFirst(".sum tfoot .figure").text()).isEqualTo("61");
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        var page = page("/postings/60");
        assertThat(page.selectFirst(".body").text()).contains("<script>alert('text')</script> & <b>bold</b>");
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page("/feeds/northwind").select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void keepsAClosedPostingReadable() throws Exception {
        var page = page("/postings/14");
        assertThat(page.selectFirst(".closed").text()).contains("closed");
        assertThat(page.selectFirst(".history").text()).contains("two complete readings no longer named it");
    }

    @Test
    void putsFeedsInNeedFirst() throws Exception {
        var page = page("/feeds");
        assertThat(page.select(".feeds .state").eachText())
                .containsExactly("failing", "troubled", "reading", "waiting", "well", "well", "well");
        assertThat(page.text())
                .contains("The feed answered with a web page instead of RSS.", "It wants the variable ADBOARD_KEY.");
        assertThat(page("/feeds/northwind").text()).contains("decides what to build", "the listing has no title");
    }

    @Test
    void showsWhatIsWrongWithAFeedAndWhatToDo() throws Exception {
        var page = page("/feeds/remote-circle");
        assertThat(page.select("section:has(#troubles) li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("It has moved or closed, since 3 days ago", "Look for the new board", "I know of it");
        assertThat(page.select("section:has(#troubles) li").last().text())
                .contains("sitemap-berlin.xml", "owner knows of it since 2 hours ago", "Undo");
        assertThat(page.selectFirst("section:has(#moved)").text()).contains("lever, remote-circle", "Read it there");
        assertThat(page.selectFirst("svg.yield").attr("aria-label")).contains("2 at least, 257 at most, 2 last");
        assertThat(page.text())
                .contains(
                        "allows it, read 1 hour ago",
                        "10 seconds, as robots.txt asks",
                        "22, 23 o'clock GMT",
                        "12 answers of 1 reading, 3.2 MB");
        assertThat(page("/feeds/volga").text()).contains("Read as jsonld, https://jobs.example.org/volga");
        assertThat(page("/feeds").select("tr:contains(Remote Circle)").text()).contains("since 3 days ago");
    }

    @Test
    void whatAPersonAnswersToATroubleIsAPost() throws Exception {
        mvc.perform(post("/feeds/remote-circle/proposals/7/accept")).andExpect(status().isForbidden());
        for (var path : List.of(
                "troubles/3/acknowledge",
                "troubles/3/unacknowledge",
                "proposals/7/accept",
                "proposals/7/decline",
                "move/undo"))
            mvc.perform(post("/feeds/remote-circle/" + path).with(csrf()))
                    .andExpect(redirectedUrl("/feeds/remote-circle"));
        assertThat(health.done)
                .containsExactly(
                        "acknowledge remote-circle 3 owner",
                        "unacknowledge remote-circle 3",
                        "accept remote-circle 7 owner",
                        "decline remote-circle 7",
                        "take back remote-circle");
        mvc.perform(post("/feeds/remote-circle/troubles/99/acknowledge").with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aProgramAnswersTroublesAndProposalsToo() throws Exception {
        var feed = "/api/feeds/remote-circle";
        mvc.perform(put(feed + "/troubles/3/acknowledgement")).andExpect(status().isNoContent());
        mvc.perform(delete(feed + "/troubles/3/acknowledgement")).andExpect(status().isNoContent());
        mvc.perform(put(feed + "/troubles/99/acknowledgement")).andExpect(status().isNotFound());
        for (var accepted : List.of(true, false))
            mvc.perform(put(feed + "/proposals/7")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"accepted\":%s}".formatted(accepted)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.proposals[0].type").value("lever"));
        mvc.perform(delete(feed + "/move")).andExpect(status().isOk());
        mvc.perform(get("/api/feeds/unknown/proposals")).andExpect(status().isNotFound());
        assertThat(health.done)
                .contains(
                        "acknowledge remote-circle 3 owner",
                        "unacknowledge remote-circle 3",
                        "accept remote-circle 7 owner",
                        "decline remote-circle 7",
                        "take back remote-circle");
        assertThat(feeds.readNow).containsExactly("remote-circle");
    }

    @Test
    void readsAFeedNowOnlyForItsOwnForm() throws Exception {
        mvc.perform(post("/feeds/northwind/read")).andExpect(status().isForbidden());
        assertThat(feeds.readNow).isEmpty();
        mvc.perform(post("/feeds/northwind/read").with(csrf())).andExpect(redirectedUrl("/feeds/northwind"));
        assertThat(feeds.readNow).containsExactly("northwind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/postings/999", "/feeds/unknown", "/nowhere", "/postings/x", "/error", "/pmradar-gone.css"})
    void answersCalmlyWhatIsNotThere(String address) throws Exception {
        var answer = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void saysInWordsWhatIsNotThere() throws Exception {
        mvc.perform(get("/postings/999"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(Matchers.containsString("<h1>Nothing is here</h1>")))
                .andExpect(content().string(Matchers.containsString("There is no posting with the number 999.")));
    }

    @Test
    void remembersColours() throws Exception {
        mvc.perform(post("/settings/theme")
                        .param("theme", "dark")
                        .param("back", "/feeds")
                        .with(csrf()))
                .andExpect(redirectedUrl("/feeds"))
                .andExpect(header().string("Set-Cookie", Matchers.startsWith("theme=dark;")));
        mvc.perform(get("/")).andExpect(content().string(Matchers.containsString("data-theme=\"dark\"")));
        mvc.perform(get("/postings/999").cookie(new Cookie("theme", "dark")))
                .andExpect(content().string(Matchers.containsString("data-theme=\"dark\"")));
        mvc.perform(get("/postings/999").cookie(new Cookie("theme", "\"><x")))
                .andExpect(content().string(Matchers.containsString("data-theme=\"system\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
    void neverLeadsAway(String back) throws Exception {
        mvc.perform(post("/settings/theme")
                        .param("theme", "dark")
                        .param("back", back)
                        .with(csrf()))
                .andExpect(redirectedUrl("/settings"));
    }

    @Test
    void forbidsWhateverIsNotItsOwn() throws Exception {
        mvc.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", Matchers.not(Matchers.containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
        var page = page("/");
        assertThat(page.select("[style], style, [onclick], script:not([src])")).isEmpty();
    }

    @Test
    void answersToItsOwnNameOnly() throws Exception {
        mvc.perform(get("http://evil.example/")).andExpect(status().is(421));
        mvc.perform(get("http://127.0.0.1:8080/about")).andExpect(status().isOk());
        mvc.perform(get("http://[::1]:8080/about")).andExpect(status().isOk());
    }
}
