package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import preview.PreviewApplication;

/// What a person does about postings, by a program.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class MineApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        for (var table : List.of("pursuit", "pursuit_seen", "pursuit_preference"))
            jdbc.sql("delete from " + table).update();
    }

    private ResultActions put(long posting, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.put("/api/postings/" + posting + "/mine")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void doesWhatTheBoardCanDo() throws Exception {
        put(1, "{\"state\":\"saved\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("saved"));
        var applied = put(1, "{\"state\":\"applied\",\"on\":\"2026-11-12\",\"note\":\"by mail\"}")
                .andExpect(jsonPath("$.since").value("2026-11-12"))
                .andExpect(jsonPath("$.posting_id").value("1"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        put(1, "{\"state\":\"applied\",\"on\":\"2026-11-12\",\"note\":\"by mail\"}")
                .andExpect(jsonPath("$.steps.length()").value(2));
        var one = "/api/mine/" + JsonPath.read(applied, "$.id");
        mvc.perform(post(one + "/steps")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"state\":\"note\",\"note\":\"They called.\"}"))
                .andExpect(jsonPath("$.steps[?(@.stage=='note')].note").value("They called."));
        mvc.perform(MockMvcRequestBuilders.put(one + "/next")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"on\":\"2026-12-01\",\"what\":\"ask again\"}"))
                .andExpect(jsonPath("$.next.what").value("ask again"));
        mvc.perform(delete(one + "/next")).andExpect(jsonPath("$.next").doesNotExist());
        String step = JsonPath.<List<String>>read(applied, "$.steps[?(@.stage=='applied')].id")
                .getFirst();
        mvc.perform(MockMvcRequestBuilders.put(one + "/steps/" + step)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"on\":\"2026-11-10\"}"))
                .andExpect(jsonPath("$.since").value("2026-11-10"));
        mvc.perform(delete(one + "/steps/" + step))
                .andExpect(jsonPath("$.stage").value("saved"));
    }

    @Test
    void listsPageByPageAndByState() throws Exception {
        for (int id = 1; id <= 5; id++) put(id, id == 3 ? "{\"state\":\"hidden\"}" : "{\"state\":\"saved\"}");
        var first = mvc.perform(get("/api/mine?size=3"))
                .andExpect(jsonPath("$.total").value(5))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(get("/api/mine?size=3&cursor=" + JsonPath.read(first, "$.next")))
                .andExpect(jsonPath("$.mine.length()").value(2))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(get("/api/mine?state=hidden"))
                .andExpect(jsonPath("$.mine[*].posting_id").value("3"));
        put(3, "{\"state\":\"shown\"}").andExpect(status().isNoContent());
        mvc.perform(get("/api/mine")).andExpect(jsonPath("$.total").value(4));
    }

    @Test
    void tellsWhetherAnythingChanged() throws Exception {
        put(1, "{\"state\":\"saved\"}");
        var tag = mvc.perform(get("/api/mine")).andReturn().getResponse().getHeader("ETag");
        mvc.perform(get("/api/mine").header("If-None-Match", tag)).andExpect(status().isNotModified());
        put(2, "{\"state\":\"saved\"}");
        mvc.perform(get("/api/mine").header("If-None-Match", tag)).andExpect(status().isOk());
    }

    @Test
    void changesOnlyWhatIsStillAsItWasSeen() throws Exception {
        var saved = put(1, "{\"state\":\"saved\"}").andReturn().getResponse().getContentAsString();
        var one = "/api/mine/" + JsonPath.read(saved, "$.id");
        var tag = mvc.perform(get(one)).andReturn().getResponse().getHeader("ETag");
        var call = post(one + "/steps")
                .header("If-Match", String.valueOf(tag))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"state\":\"note\",\"note\":\"They called.\"}");
        mvc.perform(call).andExpect(status().isOk());
        mvc.perform(call)
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.detail").isNotEmpty());
        mvc.perform(delete(one + "/next").header("If-Match", String.valueOf(tag)))
                .andExpect(status().isPreconditionFailed());
        mvc.perform(get(one)).andExpect(jsonPath("$.steps.length()").value(2));
    }

    @Test
    void findsNothingThatTheCallerHasHidden() throws Exception {
        var all = JsonPath.<Integer>read(text("/api/postings"), "$.total");
        put(1, "{\"state\":\"hidden\"}");
        mvc.perform(get("/api/postings")).andExpect(jsonPath("$.total").value(all - 1));
        mvc.perform(get("/api/postings?hidden=show"))
                .andExpect(jsonPath("$.total").value(all));
        assertThat(text("/api/postings.jsonl").lines()).hasSize(all - 1);
        mvc.perform(get("/api/postings?hidden=maybe")).andExpect(status().isBadRequest());
    }

    private String text(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void notesWhatWasLookedAt() throws Exception {
        mvc.perform(MockMvcRequestBuilders.put("/api/postings/2/seen")).andExpect(status().isNoContent());
        assertThat(seen()).isEqualTo(1);
        mvc.perform(MockMvcRequestBuilders.put("/api/postings/999999/seen")).andExpect(status().isNotFound());
        mvc.perform(delete("/api/mine/seen")).andExpect(status().isNoContent());
        assertThat(seen()).isZero();
    }

    private long seen() {
        return jdbc.sql("select count(*) from pursuit_seen").query(Long.class).single();
    }

    @Test
    void setsHowThePagesAreLiked() throws Exception {
        mvc.perform(settings("{\"zone\":\"Europe/Oslo\",\"per_page\":50}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.per_page").value(50))
                .andExpect(jsonPath("$.theme").value("system"));
        mvc.perform(get("/api/settings")).andExpect(jsonPath("$.zone").value("Europe/Oslo"));
        mvc.perform(settings("{\"per_page\":31}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("none of [10,")));
        mvc.perform(delete("/api/settings")).andExpect(jsonPath("$.per_page").value(30));
    }

    private static org.springframework.test.web.servlet.RequestBuilder settings(String body) {
        return MockMvcRequestBuilders.put("/api/settings")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void bringsInLinesAndNamesTheBadOnes() throws Exception {
        mvc.perform(
                        post("/api/mine.jsonl")
                                .contentType("application/jsonl")
                                .content(
                                        "{\"title\":\"Elsewhere\",\"steps\":[{\"stage\":\"offer\",\"on\":\"2026-11-12\"}]}\n?\n"))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.bad[0].line").value(2));
        mvc.perform(get("/api/mine")).andExpect(jsonPath("$.mine[0].title").value("Elsewhere"));
        mvc.perform(post("/api/mine.jsonl").contentType(MediaType.TEXT_PLAIN).content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"state\":\"flown\"}",
                "{\"state\":\"applied\",\"on\":\"12 Nov\"}",
                "{\"state\":\"note\"}",
                "not json"
            })
    void saysWhatIsWrong(String body) throws Exception {
        put(1, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").value("/api/postings/1/mine"));
        mvc.perform(get("/api/mine")).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void knowsNothingOfWhatIsNotThere() throws Exception {
        put(4711, "{\"state\":\"saved\"}").andExpect(status().isNotFound());
        mvc.perform(get("/api/mine/4711")).andExpect(status().isNotFound());
        mvc.perform(delete("/api/mine/4711/steps/1")).andExpect(status().isNotFound());
        mvc.perform(get("/api/mine?cursor=x")).andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from pursuit").query(Long.class).single())
                .isZero();
    }
}
