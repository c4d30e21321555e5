package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
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
}
