package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldReadmissions;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class TakingBackInTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldReadmissions readmissions;

    @AfterEach
    void asBefore() {
        readmissions.clear();
    }

    private Document page() throws Exception {
        return Jsoup.parse(mvc.perform(get("/feeds/fjordbank"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void offersToTakeInWhatIsOffTopicButNotWhatCouldNotBeRead() throws Exception {
        assertThat(page().select("form[action='/feeds/fjordbank/readmissions'] input[name=listing]")
                        .eachAttr("value"))
                .containsExactly("a-17");
        assertThat(page().select("#taken-in")).isEmpty();
    }

    @Test
    void takesAListingInWithAReasonAndTakesThatBack() throws Exception {
        mvc.perform(post("/feeds/fjordbank/readmissions")
                        .param("listing", "a-17")
                        .param("reason", "leads the <b>rollout</b>")
                        .with(csrf()))
                .andExpect(redirectedUrl("/feeds/fjordbank#set-aside"));
        var taken = page().select("section[aria-labelledby=taken-in]");
        assertThat(taken.text()).contains("a-17", "waiting for the next reading", "leads the <b>rollout</b>", "owner");
        mvc.perform(post(taken.select("form").attr("action")).with(csrf()))
                .andExpect(redirectedUrl("/feeds/fjordbank#set-aside"));
        assertThat(page().select("#taken-in")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        mvc.perform(post("/feeds/fjordbank/readmissions")
                        .param("listing", "a-17")
                        .with(csrf()))
                .andExpect(flash().attribute("wrong", "Say why: a correction without a reason helps nobody later."));
        mvc.perform(post("/feeds/fjordbank/readmissions")
                        .param("listing", "a-18")
                        .param("reason", "why not")
                        .with(csrf()))
                .andExpect(flash().attributeExists("wrong"));
        mvc.perform(post("/feeds/nowhere/readmissions").with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/feeds/fjordbank/readmissions/5/undo").with(csrf())).andExpect(status().isNotFound());
        assertThat(readmissions.of("fjordbank")).isEmpty();
    }

    @Test
    void programsTakeInListAndTakeBack() throws Exception {
        mvc.perform(post("/api/feeds/fjordbank/readmissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"external_id": "a-17", "reason": "leads the rollout"}"""))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/feeds/fjordbank/readmissions/1000"))
                .andExpect(jsonPath("$.posting_id").doesNotExist());
        mvc.perform(get("/api/feeds/fjordbank/readmissions"))
                .andExpect(jsonPath("$[0].external_id").value("a-17"))
                .andExpect(jsonPath("$[0].reason").value("leads the rollout"));
        mvc.perform(delete("/api/feeds/fjordbank/readmissions/1000")).andExpect(status().isNoContent());
        mvc.perform(delete("/api/feeds/fjordbank/readmissions/1000")).andExpect(status().isNotFound());
        mvc.perform(post("/api/feeds/fjordbank/readmissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest());
    }
}
