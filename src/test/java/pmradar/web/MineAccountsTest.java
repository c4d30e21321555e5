package pmradar.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs to one account is not there for another.
class MineAccountsTest extends AccountsRunning {

    @Test
    void keepsAccountsApart() throws Exception {
        var made = mvc.perform(json(put("/api/postings/1/mine"), "{\"state\":\"applied\",\"note\":\"secret\"}")
                        .with(ben))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(json(put("/api/postings/2/mine"), "{\"state\":\"hidden\"}").with(ben));
        String id = JsonPath.read(made, "$.id");
        String step = JsonPath.read(made, "$.steps[0].id");
        mvc.perform(get("/api/mine").with(owner)).andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/mine.jsonl").with(owner))
                .andExpect(content().string(Matchers.not(Matchers.containsString("secret"))));
        mvc.perform(get("/api/mine/" + id).with(owner)).andExpect(status().isNotFound());
        mvc.perform(json(post("/api/mine/" + id + "/steps"), "{\"state\":\"offer\"}")
                        .with(owner))
                .andExpect(status().isNotFound());
        mvc.perform(json(put("/api/mine/" + id + "/steps/" + step), "{\"note\":\"mine\"}")
                        .with(owner))
                .andExpect(status().isNotFound());
        mvc.perform(delete("/api/mine/" + id + "/steps/" + step).with(owner)).andExpect(status().isNotFound());
        mvc.perform(json(put("/api/mine/" + id + "/next"), "{\"on\":\"2026-12-01\"}")
                        .with(owner))
                .andExpect(status().isNotFound());
        mvc.perform(post("/mine/" + id).param("act", "hide").with(owner)).andExpect(status().isNotFound());
        mvc.perform(get("/").with(owner)).andExpect(content().string(Matchers.containsString(">59 postings<")));
        mvc.perform(get("/").with(ben)).andExpect(content().string(Matchers.containsString(">58 postings<")));
        mvc.perform(get("/mine").with(owner))
                .andExpect(content().string(Matchers.containsString("Nothing is in play")));
        mvc.perform(get("/api/mine/" + id).with(ben))
                .andExpect(jsonPath("$.stage").value("applied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mine", "/mine?show=all", "/mine/export.jsonl", "/mine/export.csv"})
    void asksForAnAccountBeforeAnyPage(String address) throws Exception {
        mvc.perform(get(address)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/api/mine")).andExpect(status().isUnauthorized());
    }
}
