package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import preview.HeldBlocks;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class BlockedPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldBlocks blocks;

    @AfterEach
    void asBefore() {
        blocks.asAtFirst();
    }

    private Document page(RequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aPostingLeadsToBlockingItsEmployer() throws Exception {
        var link = page(get("/postings/1")).selectFirst("a[href^=/blocked?kind=employer]");
        assertThat(link).isNotNull();
        assertThat(page(get(link.attr("href").replace("%20", " ")))
                        .selectFirst("select[name=kind] [selected]")
                        .val())
                .isEqualTo("employer");
    }

    @Test
    void showsWhatARuleWouldHideBeforeItIsSaved() throws Exception {
        var before = blocks.all().size();
        var page = page(post("/blocked/try")
                .param("kind", "title")
                .param("words", "manager")
                .param("reason", "tired")
                .with(csrf()));
        assertThat(page.selectFirst("#preview h3").text()).matches("\\d+ open postings would be hidden");
        assertThat(page.select(".hidden-ones li")).isNotEmpty();
        assertThat(page.selectFirst("#preview input[name=words]").val()).isEqualTo("manager");
        assertThat(blocks.all()).hasSize(before);
    }

    @Test
    void blocksWithAReasonAndTakesBack() throws Exception {
        mvc.perform(post("/blocked/add")
                        .param("kind", "employer")
                        .param("words", "Fjordbank")
                        .param("reason", "worked there")
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.containsString("Fjordbank")));
        var made = blocks.all().getFirst();
        assertThat(page(get("/blocked"))
                        .selectFirst("[aria-labelledby=holding]")
                        .text())
                .contains("Fjordbank", "worked there");
        mvc.perform(post("/blocked/%d/undo".formatted(made.id())).with(csrf()));
        assertThat(blocks.find(made.id()).orElseThrow().undone()).isNotNull();
        mvc.perform(post("/blocked/add")
                        .param("kind", "employer")
                        .param("words", "x")
                        .with(csrf()))
                .andExpect(flash().attribute("problem", Matchers.containsString("why")));
        mvc.perform(post("/blocked/999/undo").with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void programsPreviewAddExportImportAndTakeBack() throws Exception {
        var rule = "{\"kind\":\"agency\",\"words\":\"Hale Search\",\"reason\":\"copies\"}";
        mvc.perform(post("/api/blocked/preview")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(rule))
                .andExpect(jsonPath("$.count").value(0))
                .andExpect(jsonPath("$.all").value(true));
        mvc.perform(post("/api/blocked").contentType(MediaType.APPLICATION_JSON).content(rule))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("agency"));
        mvc.perform(get("/api/blocked.jsonl"))
                .andExpect(result -> assertThat(
                                result.getResponse().getContentAsString().lines())
                        .contains(rule));
        mvc.perform(post("/api/blocked/import")
                        .contentType("application/jsonl")
                        .content("{\"kind\":\"text\",\"words\":\"on call\",\"reason\":\"no\"}\n\nnonsense\n"
                                + "{\"kind\":\"smell\",\"words\":\"x\",\"reason\":\"y\"}\nnull\n"))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.refused.length()").value(3))
                .andExpect(jsonPath("$.refused[0].line").value(3));
        mvc.perform(delete("/api/blocked/" + blocks.all().getFirst().id())).andExpect(status().isNoContent());
        mvc.perform(delete("/api/blocked/999")).andExpect(status().isNotFound());
        mvc.perform(post("/api/blocked").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isBadRequest());
    }
}
