package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldHistories;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class HistoryPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldHistories histories;

    @AfterEach
    void asBefore() {
        histories.clear();
    }

    private Document page() throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/postings/1")).andReturn().getResponse().getContentAsString());
    }

    @Test
    void namesEachListingWithTheReasonWhyItIsThisPosting() throws Exception {
        assertThat(page().select("#past").text())
                .contains("Seen at", "the same page and title", "This is another posting");
        assertThat(page().select("#past form[action='/postings/1/sightings/11/split'] button")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void saysHowLongItStandsWithTheCriteria() throws Exception {
        assertThat(page().select("#past").text())
                .contains(
                        "Open 190 days, relisted 5 times, text unchanged since 6 May 2026.",
                        "Shown for what is open for 120 days or longer, or was relisted 3 times or more.");
    }

    @Test
    void showsWhatChangedSoThatItCanBeHeardToo() throws Exception {
        var changes = page().select(".changes");
        assertThat(changes.select("del").eachText())
                .contains("before: Junior " + page().select("h1").text());
        assertThat(changes.select("ins").eachText()).contains("now: <b>Kafka</b>");
        assertThat(changes.select(".difference").text())
                .isEqualTo("You taken out: plan (end) put in: plan, report (end) and"
                        + " taken out: report. (end) put in: decide. (end)");
    }

    @Test
    void splitsAndJoinsAgainByButtons() throws Exception {
        mvc.perform(post("/postings/1/sightings/11/split").with(csrf())).andExpect(redirectedUrl("/postings/2#past"));
        assertThat(page().select("#past").text()).contains("Not one with", "owner said so just now");
        mvc.perform(post("/postings/1/splits/7/undo").with(csrf())).andExpect(redirectedUrl("/postings/1#past"));
        assertThat(page().select("#past").text()).doesNotContain("Not one with");
        mvc.perform(post("/postings/1/splits/7/undo").with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void takesAPostingOutOfItsGroupByAButton() throws Exception {
        assertThat(page().select("#past").text()).contains("Placed Well Ltd", "93% of the text");
        mvc.perform(post("/postings/1/apart").with(csrf())).andExpect(redirectedUrl("/postings/1#past"));
        assertThat(page().select("#past").text()).contains("A person said that it is no copy.", "Group again");
    }

    @Test
    void programsMayDoTheSame() throws Exception {
        mvc.perform(get("/api/postings/1/history"))
                .andExpect(jsonPath("$.seen[1].why").value("the same page and title"))
                .andExpect(jsonPath("$.changes[0].fields[0]").value("title"))
                .andExpect(jsonPath("$.standing.open_days").value(190));
        mvc.perform(post("/api/postings/1/sightings/11/split").with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value("2"));
        mvc.perform(post("/api/postings/1/sightings/3/split").with(csrf())).andExpect(status().isBadRequest());
        mvc.perform(delete("/api/postings/1/splits/7").with(csrf())).andExpect(status().isNoContent());
        mvc.perform(put("/api/postings/1/apart").with(csrf())).andExpect(status().isNoContent());
        mvc.perform(get("/api/postings/1/history"))
                .andExpect(jsonPath("$.group").isEmpty());
        mvc.perform(get("/api/postings/999999/history")).andExpect(status().isNotFound());
    }
}
