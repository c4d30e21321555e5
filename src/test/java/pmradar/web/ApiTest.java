package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import preview.PreviewApplication;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class ApiTest {

    @Autowired
    MockMvc mvc;

    @Test
    void findsByTheSameCriteriaAsThePage() throws Exception {
        mvc.perform(get("/api/postings?q=kubernetes&label=technical&not_country=DE&size=3"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").isNumber())
                .andExpect(jsonPath("$.postings.length()").value(3))
                .andExpect(jsonPath("$.postings[0].label").value("technical"))
                .andExpect(jsonPath("$.postings[0].first_seen").isString())
                .andExpect(jsonPath("$.facets").doesNotExist());
    }

    @Test
    void leadsThroughEverythingByCursor() throws Exception {
        var ids = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var body = mvc.perform(get("/api/postings").param("size", "25").param("cursor", next))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            ids.addAll(JsonPath.<List<String>>read(body, "$.postings[*].id"));
            next = JsonPath.read(body, "$.next");
        }
        assertThat(ids).hasSize(59).doesNotHaveDuplicates();
    }

    @Test
    void countsFacetsWhereAsked() throws Exception {
        mvc.perform(get("/api/postings?facets=true&size=1"))
                .andExpect(jsonPath("$.facets.label[0].value").value("technical"))
                .andExpect(jsonPath("$.facets.label[0].count").value(30));
    }

    @Test
    void showsOnePostingWithItsReasons() throws Exception {
        mvc.perform(get("/api/postings/1"))
                .andExpect(jsonPath("$.id").value("1"))
                .andExpect(jsonPath("$.sightings[0].external_id").value("x1"))
                .andExpect(jsonPath("$.verdict.primary_domain").value("software"))
                .andExpect(jsonPath("$.verdict.evidence[0].strength").value("S"))
                .andExpect(jsonPath("$.verdict.text").isString());
    }

    @Test
    void classifiesTextAndHtmlAlike() throws Exception {
        for (var body : List.of("""
                {"title": "Project lead", "text": "Knows Kubernetes & SQL"}""", """
                {"title": "Project lead", "html": "<p>Knows Kubernetes &amp; SQL</p>"}""", """
                {"title": "Project lead", "description": "<p>Knows Kubernetes &amp; SQL</p>", "description_format": "html"}""")) {
            mvc.perform(post("/api/classify")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.role").value("project-manager"))
                    .andExpect(jsonPath("$.score").value(40))
                    .andExpect(jsonPath("$.evidence[0].quote").value("Kubernetes"))
                    .andExpect(jsonPath("$.evidence[0].start").value(6))
                    .andExpect(jsonPath("$.evidence[0].necessity").value("must"))
                    .andExpect(jsonPath("$.text").value("Knows Kubernetes & SQL"));
        }
    }

    @Test
    void saysWhyATextIsOffTopic() throws Exception {
        mvc.perform(post("/api/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"Cook\",\"text\":\"Soup\"}"))
                .andExpect(jsonPath("$.role").value("not-project-manager"))
                .andExpect(jsonPath("$.label").value(Matchers.nullValue()))
                .andExpect(jsonPath("$.reason").isString());
    }

    @Test
    void tellsHowFeedsFare() throws Exception {
        mvc.perform(get("/api/feeds"))
                .andExpect(jsonPath("$.feeds.length()").value(7))
                .andExpect(jsonPath("$.feeds[2].state").value("failing"))
                .andExpect(jsonPath("$.feeds[2].troubles[0].kind").value("moved"))
                .andExpect(jsonPath("$.feeds[0].state").value("ok"))
                .andExpect(jsonPath("$.feeds[0].history[0].found").value(2))
                .andExpect(jsonPath("$.feeds[0].last_reading.set_aside['no title']")
                        .value(3));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/postings?cursor=nonsense, 400",
        "/api/postings?size=0, 400",
        "/api/postings?size=101, 400",
        "/api/postings?size=many, 400",
        "/api/postings?sort=luck, 400",
        "/api/postings?lable=technical, 400",
        "/api/postings/first, 400",
        "/api/postings/999, 404",
        "/api/nowhere, 404",
        "/api/classify, 405"
    })
    void answersErrorsAsProblemDetails(String address, int code) throws Exception {
        mvc.perform(get(address))
                .andExpect(status().is(code))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(code))
                .andExpect(jsonPath("$.title").isString())
                .andExpect(jsonPath("$.detail").isString());
    }

    @Test
    void refusesBodiesThatAreNotJson() throws Exception {
        mvc.perform(post("/api/classify").content("title=x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("'text'")));
        mvc.perform(delete("/api/postings"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void sparesAClientWhatItHas() throws Exception {
        var tag = mvc.perform(get("/api/postings/1")).andReturn().getResponse().getHeader("ETag");
        assertThat(tag).isNotBlank();
        mvc.perform(get("/api/postings/1").header("If-None-Match", tag)).andExpect(status().isNotModified());
    }

    @Test
    void describesItself() throws Exception {
        mvc.perform(get("/api/openapi"))
                .andExpect(jsonPath("$.openapi").value(Matchers.startsWith("3.")))
                .andExpect(jsonPath("$.paths['/api/postings'].get.parameters[*].name")
                        .value(Matchers.hasItems("q", "label", "domain", "feed", "sort", "size", "cursor")))
                .andExpect(jsonPath("$.components.schemas.Verdict.properties.primary_domain")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/classify'].post").exists())
                .andExpect(jsonPath("$.paths['/api/feeds'].get").exists());
    }

    @Test
    void suggestsAndSaysWhatMayHaveBeenMeant() throws Exception {
        mvc.perform(get("/api/suggest?q=budget kub&size=3"))
                .andExpect(jsonPath("$.suggestions[0].kind").value("skill"))
                .andExpect(jsonPath("$.suggestions[0].query").value("budget skill:Kubernetes"))
                .andExpect(jsonPath("$.suggestions[0].count").isNumber());
        mvc.perform(get("/api/postings?q=kuberntes"))
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.did_you_mean").value("kubernetes"));
    }

    @Test
    void findsSimilarOnes() throws Exception {
        mvc.perform(get("/api/postings/1/similar?size=2"))
                .andExpect(jsonPath("$.postings.length()").value(2))
                .andExpect(jsonPath("$.postings[*].id").value(Matchers.not(Matchers.hasItem("1"))));
        mvc.perform(get("/api/postings/999/similar")).andExpect(status().isNotFound());
    }

    @Test
    void correctsOnlyWhatTheClientHasSeen() throws Exception {
        var tag = mvc.perform(get("/api/postings/2")).andReturn().getResponse().getHeader("ETag");
        var correction = "{\"what\": \"label\", \"value\": \"technical\", \"reason\": \"It is about networks.\"}";
        mvc.perform(post("/api/postings/2/corrections")
                        .header("If-Match", "\"another\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(correction))
                .andExpect(status().isPreconditionFailed())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        var made = mvc.perform(post("/api/postings/2/corrections")
                        .header("If-Match", tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(correction))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        mvc.perform(delete(made.getHeader("Location")).header("If-Match", tag))
                .andExpect(status().isPreconditionFailed());
        mvc.perform(delete(made.getHeader("Location"))).andExpect(status().isNoContent());
    }

    @Test
    void doesWhatThePagesOfFeedsDo() throws Exception {
        mvc.perform(get("/api/feeds/northwind")).andExpect(jsonPath("$.name").value("Northwind Labs careers"));
        mvc.perform(get("/api/feeds/northwind/readings?size=5"))
                .andExpect(jsonPath("$.readings[0].tally.found").isNumber());
        mvc.perform(get("/api/feeds/northwind/set-aside?cursor=what")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/feeds/northwind/set-aside"))
                .andExpect(jsonPath("$.set_aside[0].reason").isString());
        mvc.perform(post("/api/feeds/northwind/read")).andExpect(status().isAccepted());
        mvc.perform(post("/api/feeds/unknown/read")).andExpect(status().isNotFound());
        mvc.perform(get("/api/progress")).andExpect(jsonPath("$.feeds").value(7));
    }

    @Test
    void doesWhatThePageOfRulesDoes() throws Exception {
        mvc.perform(get("/api/rules/terms?name=kubernetes"))
                .andExpect(jsonPath("$.terms[0].name").value("Kubernetes"));
        var term = "{\"kind\": \"technology\", \"domains\": [\"software\"], \"lines\": \"Nordic language | Norse\"}";
        mvc.perform(post("/api/rules/trials")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(term))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.compared").isNumber());
        var made = mvc.perform(post("/api/rules/additions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(term))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        mvc.perform(get("/api/rules")).andExpect(jsonPath("$.added[0].lines[0]").value("Nordic language | Norse"));
        mvc.perform(delete(made.getHeader("Location"))).andExpect(status().isNoContent());
        mvc.perform(delete(made.getHeader("Location"))).andExpect(status().isNotFound());
        mvc.perform(post("/api/rules/trials")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"lines\": \"\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.startsWith("Line 1:")));
    }

    @Test
    void keepsToHttp() throws Exception {
        mvc.perform(get("/api/postings").accept("application/xml"))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(delete("/api/postings")).andExpect(header().string("Allow", Matchers.containsString("GET")));
        mvc.perform(post("/api/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"%s\"}".formatted("a".repeat(1_100_000))))
                .andExpect(status().is(413));
    }

    @Test
    void saysHowManyRequestsAreLeft() throws Exception {
        mvc.perform(get("/api/feeds"))
                .andExpect(header().string("RateLimit-Policy", "\"requests\";q=60000;w=60"))
                .andExpect(header().string("RateLimit", Matchers.matchesPattern("\"requests\";r=\\d+;t=\\d+")));
        mvc.perform(get("/feeds")).andExpect(header().doesNotExist("RateLimit"));
        MockHttpServletResponse last = null;
        for (int i = 0; i < 601; i++) {
            last = mvc.perform(get("/api/progress").with(request -> {
                        request.setRemoteAddr("203.0.113.9");
                        return request;
                    }))
                    .andReturn()
                    .getResponse();
        }
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isEqualTo("60");
        assertThat(last.getHeader("RateLimit")).isEqualTo("\"requests\";r=0;t=60");
    }

    @Test
    void noPageOfAnotherSiteChangesAnything() throws Exception {
        var read = post("/api/feeds/northwind/read");
        mvc.perform(read.header("Sec-Fetch-Site", "cross-site")).andExpect(status().isForbidden());
        mvc.perform(post("/api/feeds/northwind/read").header("Sec-Fetch-Site", "same-site"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/feeds/northwind/read").header("Origin", "http://localhost:3000"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/feeds/northwind/read").header("Sec-Fetch-Site", "same-origin"))
                .andExpect(status().isAccepted());
        mvc.perform(get("/api/postings").header("Sec-Fetch-Site", "cross-site")).andExpect(status().isOk());
    }
}
