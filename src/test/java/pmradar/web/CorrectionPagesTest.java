package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldCorrections;
import preview.HeldPostings;
import preview.InventedPostings;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class CorrectionPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldCorrections corrections;

    @Autowired
    HeldPostings postings;

    @AfterEach
    void asBefore() {
        corrections.clear();
        postings.hold(InventedPostings.all());
    }

    private Element box() throws Exception {
        var page = mvc.perform(get("/postings/1")).andReturn().getResponse().getContentAsString();
        return Jsoup.parse(page).getElementById("corrections");
    }

    private void correct(String wrong, String reason) throws Exception {
        mvc.perform(post("/postings/1/corrections")
                        .param("wrong", wrong)
                        .param("quote", "You know how software is delivered")
                        .param("reason", reason)
                        .with(csrf()))
                .andExpect(redirectedUrl("/postings/1#corrections"));
    }

    @Test
    void offersWhatCanBeWrong() throws Exception {
        assertThat(box().select("input[name=wrong]").eachAttr("value"))
                .containsExactly("gate:not-project-manager", "label:general", "unit", "evidence");
        assertThat(box().select("option").eachText()).contains("Good knowledge of SQL is a plus");
        assertThat(box().text()).doesNotContain("The rules alone say");
    }

    @Test
    void showsWhoCorrectedWhatAndWhatTheRulesSay() throws Exception {
        correct("label:general", "all of it is done by others");
        assertThat(box().text())
                .contains(
                        "It is general.",
                        "all of it is done by others",
                        "said owner just now",
                        "The rules alone say: technical");
        var page = mvc.perform(get("/postings/1")).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select(".judged .corrected")).hasSize(1);
    }

    @Test
    void takesACorrectionBackAndRemembersIt() throws Exception {
        correct("unit", "everybody knows that");
        mvc.perform(post("/postings/1/corrections/1/undo").with(csrf()))
                .andExpect(redirectedUrl("/postings/1#corrections"));
        assertThat(box().text())
                .contains("1 taken back", "everybody knows that")
                .doesNotContain("The rules alone say");
        mvc.perform(post("/postings/2/corrections/1/undo").with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void takesWordsOfTheTextAsEvidence() throws Exception {
        mvc.perform(post("/postings/1/corrections")
                        .param("wrong", "evidence")
                        .param("words", " Keep the  risk log honest")
                        .param("type", "E4")
                        .param("strength", "W")
                        .param("domains", "software")
                        .param("reason", "kept in a tool")
                        .with(csrf()))
                .andExpect(redirectedUrl("/postings/1#corrections"));
        assertThat(box().text()).contains("This is weak evidence, must: “Keep the risk log honest”");
        mvc.perform(post("/api/postings/1/corrections")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"what": "unit", "value": "risk log", "reason": "x", "unit": {"strength": "M", "domains": ["security"]}}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.unit.type").value("E3"))
                .andExpect(jsonPath("$.unit.strength").value("M"));
    }

    @Test
    void refusesWordsThatTheTextDoesNotHave() throws Exception {
        mvc.perform(post("/postings/1/corrections")
                        .param("wrong", "evidence")
                        .param("words", "fluent Klingon")
                        .param("reason", "x")
                        .with(csrf()))
                .andExpect(flash().attribute("wrong", Matchers.startsWith("The text has no such words")));
    }

    @Test
    void turnsTheQuestionRoundOnceItIsNotForProjectManagers() throws Exception {
        correct("gate:not-project-manager", "a foreman");
        assertThat(box().select("input[name=wrong]").eachAttr("value")).contains("gate:project-manager");
    }

    @Test
    void asksForAReasonAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/postings/1/corrections")
                        .param("wrong", "label:general")
                        .param("reason", " ")
                        .with(csrf()))
                .andExpect(flash().attribute("wrong", Matchers.startsWith("Say why")));
        assertThat(box().select(".made")).isEmpty();
    }

    @Test
    void correctsOnlyForItsOwnForm() throws Exception {
        mvc.perform(post("/postings/1/corrections")
                        .param("wrong", "label:general")
                        .param("reason", "x"))
                .andExpect(status().isForbidden());
    }

    @Test
    void correctsForProgramsToo() throws Exception {
        mvc.perform(post("/api/postings/1/corrections")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"what": "label", "value": "general", "reason": "done by \\"others\\""}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value("1"))
                .andExpect(jsonPath("$.what").value("label"))
                .andExpect(jsonPath("$.by").value("owner"));
        mvc.perform(get("/api/postings/1/corrections"))
                .andExpect(jsonPath("$[0].value").value("general"));
        mvc.perform(get("/api/corrections.jsonl"))
                .andExpect(content().contentTypeCompatibleWith("application/jsonl"))
                .andExpect(content().string(Matchers.startsWith("{\"id\":\"1\"")));
        mvc.perform(delete("/api/postings/1/corrections/1")).andExpect(status().isNoContent());
        mvc.perform(get("/api/postings/1/corrections"))
                .andExpect(jsonPath("$[0].undone").isString());
        mvc.perform(get("/api/corrections.jsonl")).andExpect(content().string(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"what\": \"label\", \"value\": \"green\", \"reason\": \"x\"}",
                "{\"what\": \"colour\", \"value\": \"green\", \"reason\": \"x\"}",
                "{\"what\": \"label\", \"value\": \"general\"}",
                "{\"what\": \"unit\", \"value\": \" \", \"reason\": \"x\"}"
            })
    void saysWhatIsMissing(String body) throws Exception {
        mvc.perform(post("/api/postings/1/corrections")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }
}
