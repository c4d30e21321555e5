package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import pmradar.feed.AddedFeeds.Added;
import preview.HeldAddedFeeds;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class FeedAddPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldAddedFeeds added;

    private List<Added> before;

    @BeforeEach
    void remember() {
        before = added.all();
    }

    @AfterEach
    void asBefore() {
        added.held.clear();
        added.held.addAll(before);
    }

    private Document tried(String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(post("/feeds/try").param("address", address).with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private Added held(String id) {
        return added.all().stream()
                .filter(one -> one.feed().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhatAFeedWouldBringBeforeAnythingIsSaved() throws Exception {
        var page = tried("https://jobs.example.org/board");
        assertThat(page.selectFirst(".trial").text())
                .contains("greenhouse: harbour-logistics", "48 postings read, 2 for project managers", "6 more");
        assertThat(page.select(".roles li")).hasSize(2);
        assertThat(page.select(".trial tbody tr").eachText()).contains("pay 11 of 48 22%", "employer 0 of 48 0%");
        assertThat(page.selectFirst("input[name=company]").val()).isEqualTo("Harbour Logistics");
        assertThat(page.selectFirst("[aria-labelledby=others]").text()).contains("feed.xml", "USAJOBS wants a key");
        assertThat(added.all()).isEqualTo(before);
    }

    @Test
    void saysWhyThereIsNothing() throws Exception {
        assertThat(tried("hello").selectFirst("[role=alert]").text()).contains("no address");
    }

    @Test
    void addsWhatWasLookedAtAndNoticesItTheSecondTime() throws Exception {
        var add = post("/feeds/add")
                .param("type", "greenhouse")
                .param("at", "harbour-logistics")
                .param("options", "{}")
                .param("name", "Harbour Logistics")
                .param("every", "6h");
        mvc.perform(add.with(csrf()))
                .andExpect(redirectedUrl("/feeds/greenhouse"))
                .andExpect(flash().attribute("notice", Matchers.containsString("is added")));
        assertThat(tried("https://jobs.example.org/board")
                        .selectFirst(".trial .notice")
                        .text())
                .contains("known already");
        mvc.perform(add.with(csrf())).andExpect(flash().attribute("problem", Matchers.containsString("known already")));
    }

    @Test
    void aBrokenFormIsAnsweredInWords() throws Exception {
        mvc.perform(post("/feeds/add")
                        .param("type", "rss")
                        .param("at", "x")
                        .param("options", "[")
                        .with(csrf()))
                .andExpect(flash().attribute("problem", Matchers.containsString("JSON")));
        mvc.perform(post("/feeds/quayside/change")
                        .param("name", "Q")
                        .param("every", "soon")
                        .with(csrf()))
                .andExpect(flash().attribute("problem", Matchers.containsString("6h")));
        mvc.perform(post("/feeds/quayside/remove")).andExpect(status().isForbidden());
    }

    @Test
    void switchesOffAndOnRemovesAndTakesBack() throws Exception {
        mvc.perform(post("/feeds/quayside/off").with(csrf())).andExpect(redirectedUrl("/feeds/add#added"));
        assertThat(held("quayside").off()).isNotNull();
        mvc.perform(post("/feeds/quayside/on").with(csrf()));
        assertThat(held("quayside").off()).isNull();
        mvc.perform(post("/feeds/quayside/remove").with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.containsString("take it back")));
        assertThat(held("quayside").removed()).isNotNull();
        mvc.perform(post("/feeds/quayside/take-back").with(csrf()));
        assertThat(held("quayside").removed()).isNull();
    }

    @Test
    void reportsEachOutlineOfAnImportedFile() throws Exception {
        var file = new MockMultipartFile("file", "feeds.opml", "text/x-opml", "<opml/>".getBytes());
        mvc.perform(multipart("/feeds/import").file(file).with(csrf()))
                .andExpect(redirectedUrl("/feeds/add#lists"))
                .andExpect(flash().attribute("imported", Matchers.hasSize(2)));
    }

    @Test
    void programsTryAddChangeAndRemove() throws Exception {
        var url = "{\"url\":\"https://jobs.example.org/board\"}";
        mvc.perform(post("/api/feeds/trial")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(url))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.read.type").value("greenhouse"))
                .andExpect(jsonPath("$.trial.found").value(48))
                .andExpect(jsonPath("$.trial.fields.pay").value(11))
                .andExpect(jsonPath("$.candidates[2].wants").exists());
        mvc.perform(post("/api/feeds").contentType(MediaType.APPLICATION_JSON).content(url))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("Harbour Logistics"));
        mvc.perform(patch("/api/feeds/quayside")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Quay\",\"every\":\"PT12H\",\"off\":true}"))
                .andExpect(status().isNoContent());
        assertThat(held("quayside").feed().name()).isEqualTo("Quay");
        assertThat(held("quayside").off()).isNotNull();
        mvc.perform(delete("/api/feeds/quayside")).andExpect(status().isNoContent());
        assertThat(held("quayside").removed()).isNotNull();
        mvc.perform(post("/api/feeds").contentType(MediaType.APPLICATION_JSON).content("{\"url\":\"x\"}"))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/feeds/export.yml"))
                .andExpect(status().isOk())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).startsWith("pmradar.feed:"));
        mvc.perform(get("/api/feeds/export.opml")).andExpect(status().isOk());
        mvc.perform(post("/api/feeds/import").contentType("text/x-opml").content("<opml/>"))
                .andExpect(jsonPath("$[1].outcome").value("NOT_READ"));
    }
}
