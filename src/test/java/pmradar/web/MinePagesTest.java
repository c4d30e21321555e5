package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import preview.HeldPostings;
import preview.InventedPostings;
import preview.PreviewApplication;

/// Mine and settings as a browser without scripts uses them.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class MinePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldPostings postings;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        postings.hold(InventedPostings.all());
        for (var table : List.of("pursuit", "pursuit_seen", "pursuit_preference"))
            jdbc.sql("delete from " + table).update();
    }

    private Document page(String address) throws Exception {
        var answer = mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return Jsoup.parse(answer.getContentAsString());
    }

    private ResultActions send(String address, String... parameters) throws Exception {
        var form = post(URI.create(address)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) form.param(parameters[i], parameters[i + 1]);
        return mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    private String number() {
        return jdbc.sql("select max(id) from pursuit").query(String.class).single();
    }

    @Test
    void savesFromTheListAndSaysSoOnTheRow() throws Exception {
        var form = page("/?label=technical").selectFirst("#p1 form.mine");
        assertThat(form.select("button").eachAttr("value")).containsExactly("save", "applied", "hide");
        var back = form.selectFirst("input[name=back]").val();
        assertThat(back).isEqualTo("/?label=technical#p1");
        send(form.attr("action"), "act", "save", "back", back).andExpect(redirectedUrl(back));
        var row = page("/").selectFirst("#p1");
        assertThat(row.selectFirst(".stage").text()).isEqualTo("saved on 22 Nov 2026");
        assertThat(row.select(".mine button").eachAttr("value")).containsExactly("unsave", "applied", "hide");
        send("/postings/1/mine", "act", "unsave");
        assertThat(page("/").selectFirst("#p1").select(".stage")).isEmpty();
    }

    @Test
    void leavesHiddenOnesOutWithRightCountsAndOffersToTakeItBack() throws Exception {
        var answer = send("/postings/1/mine", "act", "hide", "back", "/#p1").andReturn();
        var after = mvc.perform(get("/").flashAttrs(answer.getFlashMap())).andReturn();
        var page = Jsoup.parse(after.getResponse().getContentAsString());
        assertThat(page.selectFirst(".undone").text()).startsWith("Hidden: Senior Technical Project Manager, Payments");
        assertThat(page.selectFirst(".undone button").val()).isEqualTo("show");
        assertThat(page.select("#p1")).isEmpty();
        assertThat(page.selectFirst("#count").text()).isEqualTo("58 postings");
        assertThat(page.selectFirst("#facet-label .count").text()).isEqualTo("29");
        assertThat(page.selectFirst(".left-out").text()).isEqualTo("1 hidden, show them");

        var all = page(page.selectFirst(".left-out a").attr("href"));
        assertThat(all.selectFirst("#count").text()).isEqualTo("59 postings");
        assertThat(all.selectFirst("#p1 .stage").text()).isEqualTo("hidden");
        assertThat(all.selectFirst("#kept input[name=hidden]").val()).isEqualTo("show");
        assertThat(all.select("a[rel=next]").attr("href")).contains("hidden=show");
        send("/postings/1/mine", "act", "show");
        assertThat(page("/").selectFirst("#count").text()).isEqualTo("59 postings");
        assertThat(page("/").select(".left-out")).isEmpty();
    }

    @Test
    void doesNotCountHiddenOnesThatTheSearchWouldNotFind() throws Exception {
        send("/postings/2/mine", "act", "hide");
        assertThat(page("/?q=kubernetes").select(".left-out")).isEmpty();
        assertThat(page("/?q=retail").selectFirst(".left-out").text()).isEqualTo("1 hidden, show them");
    }

    @Test
    void answersAScriptWithTheRowsOwnPart() throws Exception {
        var answer = mvc.perform(post("/postings/3/mine")
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("inPlace", "true")
                        .param("act", "hide")
                        .param("back", "/?q=erp#p3"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        var form = Jsoup.parseBodyFragment(answer.getContentAsString()).body().child(0);
        assertThat(form.id()).isEqualTo("mine3");
        assertThat(form.hasClass("hid")).isTrue();
        assertThat(form.attr("data-said")).isEqualTo("Hidden");
        assertThat(form.selectFirst("button").text()).startsWith("Undo");
    }

    @Test
    void tellsTheStoryOfAPostingOnItsPage() throws Exception {
        send("/postings/1/mine", "act", "applied", "on", "2026-11-12", "note", "by mail");
        send("/mine/" + number(), "act", "next", "on", "2026-11-20", "note", "ask again");
        send("/mine/" + number(), "act", "note", "note", "They called.");
        var mine = page("/postings/1").selectFirst("#mine");
        assertThat(mine.selectFirst(".quick .stage").text()).isEqualTo("applied on 12 Nov 2026");
        assertThat(mine.select(".steps li > p").eachText())
                .containsExactly("note 22 Nov 2026", "They called.", "applied 12 Nov 2026", "by mail");
        assertThat(mine.selectFirst(".next input[name=note]").val()).isEqualTo("ask again");
        assertThat(mine.selectFirst("option[selected]").val()).isEqualTo("interview");
        var step = mine.select(".steps form").last();
        send(step.attr("action"), "act", "change", "on", "2026-11-10", "note", "by post");
        assertThat(page("/postings/1").select(".steps li > p").eachText()).contains("applied 10 Nov 2026", "by post");
        send(step.attr("action"), "act", "remove");
        assertThat(page("/postings/1").select(".steps li > p").eachText()).doesNotContain("applied 10 Nov 2026");
    }

    @Test
    void showsWhatIsInPlayAsColumnsAndMovesBetweenThem() throws Exception {
        assertThat(page("/mine").selectFirst(".nothing").text()).contains("Nothing is in play yet", "Save a posting");
        send("/postings/1/mine", "act", "save");
        send("/postings/14/mine", "act", "applied", "on", "2026-11-01");
        send("/postings/4/mine", "act", "rejected");
        send("/mine/" + number(), "act", "next", "on", "2026-11-22", "note", "ask why");
        var board = page("/mine");
        assertThat(board.select(".board h2").eachText())
                .containsExactly("Saved 1", "Applied 1", "Interview 0", "Offer 0", "Over 1");
        assertThat(board.selectFirst(".mark").text()).isEqualTo("closed on 22 Nov 2026");
        assertThat(board.selectFirst(".due").text()).isEqualTo("due 22 Nov 2026: ask why");
        var card = board.selectFirst(".card");
        assertThat(card.selectFirst(".act > form button").val()).isEqualTo("applied");
        send(card.selectFirst(".act > form").attr("action"), "act", "applied", "back", "/mine");
        assertThat(page("/mine").select(".board h2").eachText()).startsWith("Saved 0", "Applied 2");
    }

    @Test
    void findsAndUndoesEverythingThatWasDecided() throws Exception {
        send("/postings/1/mine", "act", "save", "note", "near");
        send("/postings/2/mine", "act", "hide");
        assertThat(page("/mine").select(".tabs a").eachText()).containsExactly("In play 1", "Hidden 1", "Everything 2");
        var hidden = page("/mine?show=hidden");
        assertThat(hidden.select(".card h3").eachText()).containsExactly("Project Manager, Store Openings");
        send(hidden.selectFirst(".card .act > form").attr("action"), "act", "show", "back", "/mine?show=hidden");
        assertThat(page("/mine?show=hidden").selectFirst(".nothing").text()).contains("You have hidden no posting");
        send("/postings/1/mine", "act", "unsave");
        assertThat(page("/mine?show=all").select(".card .note").eachText()).contains("near");
    }

    @Test
    void keepsWhatWasWrittenReadableWhenThePostingIsGone() throws Exception {
        send("/postings/1/mine", "act", "applied", "note", "sent the short CV");
        postings.hold(InventedPostings.all().subList(1, 60));
        var card = page("/mine").selectFirst(".card");
        assertThat(card.text()).contains("Senior Technical Project Manager, Payments", "Northwind Labs", "short CV");
        assertThat(card.selectFirst(".mark").text()).isEqualTo("no longer known here");
        assertThat(card.selectFirst("h3 a").attr("href")).isEqualTo("https://jobs.example.org/1");
        send("/mine/" + number(), "act", "rejected");
        assertThat(page("/mine").select(".board h2").eachText()).contains("Over 1");
    }

    @Test
    void marksTheSameRolePostedAnew() throws Exception {
        send("/postings/1/mine", "act", "hide");
        var first = InventedPostings.all().getFirst();
        var anew = new pmradar.posting.Posting(
                new pmradar.posting.PostingId(99),
                first.title() + " (m/f/d)",
                first.company(),
                first.places(),
                first.remote(),
                first.eligible(),
                first.workFrom(),
                first.pay(),
                first.employment(),
                first.seniority(),
                first.department(),
                null,
                "https://jobs.example.org/99",
                null,
                first.text(),
                null,
                List.of(),
                first.classification(),
                first.life(),
                List.of(),
                false,
                99);
        postings.hold(List.of(first, anew));
        assertThat(page("/").selectFirst("#p99 .before").text())
                .isEqualTo("Same role as one that you hid on 22 Nov 2026");
        assertThat(page("/postings/99").selectFirst("#mine .before a").attr("href"))
                .isEqualTo("/mine?show=hidden#m" + number());
    }

    @Test
    void shadesWhatWasOpenedButReadingAPageAloneChangesNothing() throws Exception {
        var page = page("/postings/5");
        assertThat(page("/").select("#p5 .was-seen")).isEmpty();
        mvc.perform(post(page.selectFirst(".seen-mark").attr("action")).with(csrf()))
                .andExpect(status().isNoContent());
        assertThat(page("/").select("#p5 .was-seen")).hasSize(1);
        send("/mine/forget-seen");
        assertThat(page("/").select("#p5 .was-seen")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFormAndKeepsWhatWasTyped() throws Exception {
        var answer = send(
                        "/postings/1/mine",
                        "act",
                        "applied",
                        "on",
                        "yesterday",
                        "note",
                        "kept",
                        "back",
                        "/postings/1#mine")
                .andExpect(
                        flash().attribute("mineWrong", "The day 'yesterday' cannot be read; write it as 2026-11-12."))
                .andReturn();
        var after = mvc.perform(get("/postings/1").flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse();
        var mine = Jsoup.parse(after.getContentAsString()).selectFirst("#mine");
        assertThat(mine.selectFirst(".problem").text()).contains("yesterday");
        assertThat(mine.selectFirst("textarea").text()).isEqualTo("kept");
        send("/postings/1/mine", "act", "flown").andExpect(flash().attributeExists("mineWrong"));
        send("/postings/1/mine", "act", "save", "back", "//elsewhere.example").andExpect(redirectedUrl("/postings/1"));
        mvc.perform(post("/postings/4711/mine").with(csrf()).param("act", "save"))
                .andExpect(status().isNotFound());
        mvc.perform(post("/mine/4711").with(csrf()).param("act", "hide")).andExpect(status().isNotFound());
        mvc.perform(post("/postings/1/mine").param("act", "save")).andExpect(status().isForbidden());
    }

    @Test
    void takesEverythingOutAndBringsItIn() throws Exception {
        send("/postings/1/mine", "act", "applied", "note", "=HYPERLINK(\"x\")");
        send("/postings/2/mine", "act", "hide");
        var lines = content("/mine/export.jsonl");
        assertThat(lines.lines()).hasSize(2);
        var table = content("/mine/export.csv");
        assertThat(table).startsWith("title,employer,stage,since,hidden").contains("2026-11-22 applied: =HYPERLINK");
        asBefore();
        var file = new MockMultipartFile("file", (lines + "nonsense\n").getBytes(StandardCharsets.UTF_8));
        var answer = mvc.perform(multipart("/mine/import").file(file).with(csrf()))
                .andExpect(redirectedUrl("/mine?show=all#take"))
                .andReturn();
        var page = Jsoup.parse(mvc.perform(get("/mine?show=all").flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.selectFirst("#take .notice p").text())
                .isEqualTo("2 added, 0 changed, 0 as before, 1 could not be read.");
        assertThat(page.selectFirst("#take .notice li").text()).startsWith("Line 3: not JSON");
        assertThat(page("/").selectFirst("#count").text()).isEqualTo("58 postings");
    }

    private String content(String address) throws Exception {
        var begun = mvc.perform(get(address)).andExpect(status().isOk()).andReturn();
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(begun))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void followsTheSettings() throws Exception {
        send("/postings/2/mine", "act", "hide");
        send(
                "/settings",
                "theme",
                "dark",
                "zone",
                "America/New_York",
                "sort",
                "score",
                "perPage",
                "10",
                "showHidden",
                "true",
                "dates",
                "de");
        var page = page("/");
        assertThat(page.selectFirst("html").attr("data-theme")).isEqualTo("dark");
        assertThat(page.select(".row")).hasSize(10);
        assertThat(page.selectFirst(".sorts a[aria-current]").text()).isEqualTo("most technical");
        assertThat(page.selectFirst("#count").text()).isEqualTo("59 postings");
        assertThat(page.select(".sorts a").first().attr("href")).isEqualTo("/?sort=newest");
        assertThat(page("/?hidden=leave-out").selectFirst("#count").text()).isEqualTo("58 postings");
        var seen = Instant.parse("2026-11-22T08:53:00Z");
        assertThat(page("/?sort=newest").selectFirst("#p1 time").attr("datetime"))
                .isEqualTo(seen.toString());
        assertThat(page("/?sort=newest").selectFirst("#p1 time").attr("title")).startsWith("22.11.2026, 03:53");
        var settings = page("/settings");
        assertThat(settings.select("input[checked]").eachAttr("value")).containsExactly("dark", "score", "10", "true");
        assertThat(settings.select("option[selected]").eachAttr("value")).containsExactly("America/New_York", "de");
    }

    @Test
    void makesEverythingAsUsualAndOffersToUndoThat() throws Exception {
        assertThat(page("/settings").select("form[action=/settings/defaults]")).isEmpty();
        send("/settings", "theme", "dark", "perPage", "50", "dates", "en");
        assertThat(page("/settings").select("form[action=/settings/defaults]")).hasSize(1);
        var answer = send("/settings/defaults").andReturn();
        var after = Jsoup.parse(mvc.perform(get("/settings").flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(after.selectFirst("html").attr("data-theme")).isEqualTo("system");
        assertThat(after.selectFirst(".undone input[name=perPage]").val()).isEqualTo("50");
        assertThat(after.selectFirst(".undone input[name=theme]").val()).isEqualTo("dark");
        send("/settings", "perPage", "7").andExpect(flash().attributeExists("wrong"));
        send("/settings", "zone", "Atlantis").andExpect(flash().attributeExists("wrong"));
    }

    @Test
    void namesMineInTheTopBar() throws Exception {
        assertThat(page("/mine").select(".bar nav a").eachText()).startsWith("Search", "Mine");
        assertThat(page("/mine").selectFirst(".bar nav a[aria-current]").text()).isEqualTo("Mine");
        assertThat(page("/mine?show=hidden").title()).isEqualTo("Mine: hidden · PM Radar");
    }
}
