package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import pmradar.alert.Channel;
import pmradar.alert.ToldBefore;
import pmradar.alert.Unsubscribing;
import preview.PreviewApplication;

/// What one account saved is not there for another; what goes by a secret link needs no account.
class AlertAccountsTest extends AccountsRunning {

    @Autowired
    ToldBefore told;

    @Autowired
    JdbcClient jdbc;

    private String made(String path, String body) throws Exception {
        return mvc.perform(json(post(path), body).with(ben))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void tellsOfFeedsToOwnersOnly() throws Exception {
        mvc.perform(put("/api/alerts/standing/feeds").with(ben)).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/standing/feeds").with(owner))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subject").value("feeds"))
                .andExpect(jsonPath("$.state").value("listening"));
        String bens = JsonPath.read(
                mvc.perform(put("/api/alerts/standing/own").with(ben))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
        mvc.perform(get("/api/alerts/" + bens).with(owner)).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/" + bens + "/feed").with(owner)).andExpect(status().isNotFound());
        mvc.perform(delete("/api/alerts/" + bens).with(ben)).andExpect(status().isNotFound());
    }

    @Test
    void keepsAccountsApart() throws Exception {
        String id = JsonPath.read(made("/api/alerts", "{\"name\":\"Ben's\"}"), "$.id");
        String to = JsonPath.read(
                made("/api/alerts/" + id + "/destinations", "{\"channel\":\"held\",\"address\":\"ben\"}"),
                "$.destination.id");
        var digest =
                told.tell(Long.parseLong(id), PreviewApplication.NOW, List.of(ToldBefore.line(1, "Ben's")), List.of());
        for (var path : List.of(
                "/api/alerts/" + id,
                "/api/alerts/" + id + "/destinations",
                "/api/alerts/digests/" + digest.id(),
                "/alerts/" + id,
                "/alerts/digests/" + digest.id())) {
            mvc.perform(get(path).with(owner)).andExpect(status().isNotFound());
            mvc.perform(get(path).with(ben)).andExpect(status().isOk());
        }
        mvc.perform(json(put("/api/alerts/" + id), "{\"name\":\"Mine\"}").with(owner))
                .andExpect(status().isNotFound());
        mvc.perform(json(put("/api/alerts/" + id + "/paused"), "{\"paused\":true}")
                        .with(owner))
                .andExpect(status().isNotFound());
        mvc.perform(delete("/api/alerts/" + id).with(owner)).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/destinations/" + to + "/test").with(owner)).andExpect(status().isNotFound());
        mvc.perform(delete("/api/alerts/destinations/" + to).with(owner)).andExpect(status().isNotFound());
        mvc.perform(post("/alerts/" + id + "/remove").with(owner)).andExpect(status().isNotFound());
        for (var list : List.of("alerts", "digests", "deliveries"))
            mvc.perform(get(list.equals("alerts") ? "/api/alerts" : "/api/alerts/" + list)
                            .with(owner))
                    .andExpect(jsonPath("$." + list).isEmpty());
        mvc.perform(get("/api/alerts/" + id).with(ben))
                .andExpect(jsonPath("$.name").value("Ben's"));
    }

    @Test
    void servesSecretLinksToThoseWhoAreNotSignedIn() throws Exception {
        String id = JsonPath.read(made("/api/alerts", "{\"name\":\"Linked\"}"), "$.id");
        made("/api/alerts/" + id + "/destinations", "{\"channel\":\"held\",\"address\":\"ben\"}");
        var token = jdbc.sql("select token from alert_search where id = ?")
                .param(Long.parseLong(id))
                .query(String.class)
                .single();
        mvc.perform(get("/alerts/feeds/" + token + ".atom")).andExpect(status().isOk());
        mvc.perform(get("/alerts/feeds/" + "B".repeat(32) + ".atom")).andExpect(status().isNotFound());
        var link = jdbc.sql("select * from alert_destination where search_id = ?")
                .param(Long.parseLong(id))
                .query((row, _) -> Unsubscribing.path(new Channel.Destination(
                        row.getLong("id"), row.getString("channel"), "ben", row.getString("secret"))))
                .single();
        mvc.perform(get(link)).andExpect(status().isOk());
        mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        var ended = jdbc.sql("select ended from alert_destination where search_id = ?")
                .param(Long.parseLong(id))
                .query(String.class)
                .single();
        assertThat(ended).contains("unsubscribed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/alerts/new", "/alerts/1", "/alerts/digests/1"})
    void asksForAnAccountBeforeAnyPage(String address) throws Exception {
        mvc.perform(get(address)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/api/alerts")).andExpect(status().isUnauthorized());
    }
}
