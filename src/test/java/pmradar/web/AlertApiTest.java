package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.HeldChannel;
import pmradar.alert.ToldBefore;
import preview.PreviewApplication;

/// Saved searches by a program.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class AlertApiTest {
    private static final String NEW = """
            {"name":"Kubernetes roles","search":"q=kubernetes%20%2B1&label=technical&not_country=DE",
             "hearing":{"pace":"weekly","zone":"Europe/Vienna","at":"09:30","days":["tuesday"],"per_day":7}}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeldChannel channel;

    @Autowired
    ToldBefore told;

    @AfterEach
    void asBefore() {
        for (var table : List.of("delivery", "destination", "told", "hit", "notice", "digest", "search"))
            jdbc.sql("delete from alert_" + table).update();
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private String saved() throws Exception {
        var answer = send(post("/api/alerts"), NEW).andExpect(status().isCreated());
        return answer.andReturn().getResponse().getHeader("Location");
    }

    @Test
    void savesShowsChangesAndListsAsTheyWereAsked() throws Exception {
        var one = saved();
        mvc.perform(get(one))
                .andExpect(jsonPath("$.search").value("q=kubernetes%20%2B1&label=technical&not_country=DE"))
                .andExpect(jsonPath("$.understood").value("must contain kubernetes +1"))
                .andExpect(jsonPath("$.state").value("listening"))
                .andExpect(jsonPath("$.next_due").value("2026-11-24T08:30:00Z"))
                .andExpect(jsonPath("$.hearing.days[0]").value("tuesday"))
                .andExpect(jsonPath("$.hearing.per_day").value(7))
                .andExpect(jsonPath("$.hearing.per_employer").value(5));
        send(put(one), "{\"name\":\"Other\",\"hearing\":{\"pace\":\"at-once\"}}")
                .andExpect(jsonPath("$.name").value("Other"))
                .andExpect(jsonPath("$.search").value("q=kubernetes%20%2B1&label=technical&not_country=DE"))
                .andExpect(jsonPath("$.hearing.per_day").value(50));
        send(put(one), "{\"name\":\"Other\",\"search\":\"\"}")
                .andExpect(jsonPath("$.search").value(""));
        mvc.perform(get("/api/alerts")).andExpect(jsonPath("$.alerts[*].name").value("Other"));
    }

    @Test
    void pausesMutesRemovesAndRestores() throws Exception {
        var one = saved();
        send(put(one + "/paused"), "{\"paused\":true}")
                .andExpect(jsonPath("$.state").value("paused"));
        send(put(one + "/paused"), "{\"paused\":false}")
                .andExpect(jsonPath("$.state").value("listening"));
        send(put(one + "/muted"), "{\"until\":\"2026-12-01T00:00:00Z\"}")
                .andExpect(jsonPath("$.state").value("muted"))
                .andExpect(jsonPath("$.muted_until").value("2026-12-01T00:00:00Z"));
        send(put(one + "/muted"), "{}").andExpect(jsonPath("$.state").value("listening"));
        send(put(one + "/muted"), "{\"until\":\"2036-12-01T00:00:00Z\"}").andExpect(status().isBadRequest());
        mvc.perform(delete(one)).andExpect(status().isNoContent());
        mvc.perform(delete(one)).andExpect(status().isNotFound());
        mvc.perform(get("/api/alerts")).andExpect(jsonPath("$.alerts").isEmpty());
        mvc.perform(put(one + "/restored")).andExpect(jsonPath("$.state").value("listening"));
    }

    @Test
    void previewsWithoutSaving() throws Exception {
        mvc.perform(get("/api/alerts/preview?q=kubernetes"))
                .andExpect(jsonPath("$.open").value(8))
                .andExpect(jsonPath("$.last_week").isNumber());
        mvc.perform(get("/api/alerts/preview?colour=red")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/alerts")).andExpect(jsonPath("$.alerts").isEmpty());
    }

    @Test
    void keepsDestinationsAndTriesThem() throws Exception {
        var one = saved();
        var added = text(send(post(one + "/destinations"), "{\"channel\":\"held\",\"address\":\"there\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.secret").isNotEmpty()));
        var to = "/api/alerts/destinations/" + JsonPath.read(added, "$.destination.id");
        mvc.perform(get(one + "/destinations"))
                .andExpect(jsonPath("$.destinations[0].address").value("there"))
                .andExpect(jsonPath("$.destinations[0].secret").doesNotExist());
        mvc.perform(put(to + "/test")).andExpect(jsonPath("$.accepted").value(true));
        channel.refuses("It is down.", false, null);
        mvc.perform(put(to + "/test"))
                .andExpect(jsonPath("$.accepted").value(false))
                .andExpect(jsonPath("$.refused").value("It is down."));
        mvc.perform(delete(to)).andExpect(status().isNoContent());
        mvc.perform(get(one + "/destinations"))
                .andExpect(jsonPath("$.destinations").isEmpty());
        send(post(one + "/destinations"), "{\"channel\":\"pigeon\",\"address\":\"x\"}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void showsWhatWasToldAndSendsItAgain() throws Exception {
        var one = saved();
        send(post(one + "/destinations"), "{\"channel\":\"held\",\"address\":\"there\"}");
        long id = Long.parseLong(one.replaceAll("\\D", ""));
        for (int i = 1; i <= 3; i++)
            told.tell(
                    id,
                    PreviewApplication.NOW,
                    List.of(ToldBefore.line(i, "Role " + i)),
                    List.of(new Digest.More(null, 2)));
        told.deliver(PreviewApplication.NOW);
        var first = text(mvc.perform(get("/api/alerts/digests?size=2"))
                .andExpect(jsonPath("$.unread").value(3))
                .andExpect(jsonPath("$.digests[0].lines[0].title").value("Role 3"))
                .andExpect(jsonPath("$.digests[0].lines[0].seen_at[0]").value("northwind"))
                .andExpect(jsonPath("$.digests[0].more[0].count").value(2)));
        mvc.perform(get("/api/alerts/digests?size=2&cursor=" + JsonPath.read(first, "$.next")))
                .andExpect(jsonPath("$.digests.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());
        var digest = "/api/alerts/digests/" + JsonPath.read(first, "$.digests[0].id");
        send(put(digest + "/read"), "{\"read\":true}")
                .andExpect(jsonPath("$.read").isNotEmpty());
        mvc.perform(get("/api/alerts/digests")).andExpect(jsonPath("$.unread").value(2));
        var deliveries = text(mvc.perform(get("/api/alerts/deliveries"))
                .andExpect(jsonPath("$.deliveries.length()").value(3))
                .andExpect(jsonPath("$.deliveries[0].state").value("sent")));
        mvc.perform(put("/api/alerts/deliveries/" + JsonPath.read(deliveries, "$.deliveries[0].id") + "/resent"))
                .andExpect(status().isAccepted());
        mvc.perform(get("/api/alerts/deliveries"))
                .andExpect(jsonPath("$.deliveries[0].state").value("waiting"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "not json",
                "{\"name\":\"x\",\"search\":\"colour=red\"}",
                "{\"name\":\"x\",\"search\":\"q=%zz\"}",
                "{\"name\":\"x\",\"hearing\":{\"pace\":\"hourly\"}}",
                "{\"name\":\"x\",\"hearing\":{\"days\":[]}}",
                "{\"name\":\"x\",\"hearing\":{\"at\":\"8 pm\"}}",
                "{\"name\":\"x\",\"hearing\":{\"per_day\":0}}"
            })
    void saysWhatIsWrong(String body) throws Exception {
        send(post("/api/alerts"), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").value("/api/alerts"));
        mvc.perform(get("/api/alerts")).andExpect(jsonPath("$.alerts").isEmpty());
    }

    @Test
    void knowsNothingOfWhatIsNotThere() throws Exception {
        for (var path : List.of("", "/destinations"))
            mvc.perform(get("/api/alerts/4711" + path)).andExpect(status().isNotFound());
        mvc.perform(get("/api/alerts/digests/4711")).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/destinations/4711/test")).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/deliveries/4711/resent")).andExpect(status().isNotFound());
        mvc.perform(put("/api/alerts/4711/restored")).andExpect(status().isNotFound());
        assertThat(channel.sent).isEmpty();
    }
}
