package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import preview.HeldPostings;
import preview.InventedPostings;
import preview.PreviewApplication;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class TakeAlongTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    HeldPostings postings;

    @AfterEach
    void asBefore() {
        postings.hold(InventedPostings.all());
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse();
    }

    @Test
    void writesASearchAsATable() throws Exception {
        var answer = answer("/api/postings.csv?label=technical");
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition")).contains("postings.csv");
        var lines = answer.getContentAsString().split("\r\n");
        assertThat(lines).hasSize(31);
        assertThat(lines[0]).startsWith("id,title,company,locations,");
        assertThat(lines[1])
                .startsWith(
                        "1,\"Senior Technical Project Manager, Payments\",Northwind Labs,Berlin,DE,remote,95000,115000,EUR,year,");
    }

    @Test
    void writesASearchAsJsonLines() throws Exception {
        var lines = answer("/api/postings.jsonl?q=kubernetes")
                .getContentAsString()
                .strip()
                .split("\n");
        assertThat(lines).hasSize(8);
        assertThat(lines).allSatisfy(line -> {
            var posting = JsonMapper.shared().readTree(line);
            assertThat(posting.path("verdict").path("evidence").isArray()).isTrue();
        });
    }

    @Test
    void isAFeedOfTheNewestInAtom() throws Exception {
        var answer = answer("/api/postings.atom?q=budget&label=technical");
        var feed = new SyndFeedInput().build(new StringReader(answer.getContentAsString()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Postings: must contain budget");
        assertThat(feed.getEntries()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        assertThat(feed.getEntries())
                .isSortedAccordingTo((a, b) -> b.getPublishedDate().compareTo(a.getPublishedDate()));
        var first = feed.getEntries().getFirst();
        assertThat(first.getLink()).isEqualTo("http://localhost/postings/1");
        assertThat(first.getUpdatedDate()).isEqualTo("2026-11-22T08:53:00Z");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(feed.getLinks())
                .extracting("rel", "href")
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "self", "http://localhost/api/postings.atom?q=budget&label=technical"));
    }

    @Test
    void writesHostileTextAsText() throws Exception {
        var held = InventedPostings.all().stream()
                .filter(posting -> posting.id().value() == 60)
                .toList();
        postings.hold(held);
        var feed = new SyndFeedInput()
                .build(new StringReader(answer("/api/postings.atom").getContentAsString()));
        assertThat(feed.getEntries().getFirst().getDescription().getType()).isNotEqualTo("text/html");
        assertThat(AtomFeed.of(new NewestPostings(
                        "urn:uuid:0",
                        "t",
                        "<b>\u0000\uD800&\uFFFE",
                        "self",
                        "page",
                        PreviewApplication.NOW,
                        List.of())))
                .contains("<title>&lt;b&gt;&amp;</title>");
    }

    @Test
    void isAFeedOfTheNewestInJson() throws Exception {
        var answer = answer("/api/postings.feed.json?label=general");
        assertThat(answer.getContentType()).startsWith("application/feed+json");
        var feed = JsonMapper.shared().readTree(answer.getContentAsString());
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asString()).isEqualTo("http://localhost/api/postings.feed.json?label=general");
        assertThat(feed.path("home_page_url").asString()).isEqualTo("http://localhost/?label=general");
        assertThat(feed.path("items").path(0).path("content_text").asString()).isNotBlank();
        assertThat(feed.path("items").path(0).path("date_published").asString()).isEqualTo("2026-11-22T08:12:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/postings.atom?q=budget", "/api/postings.feed.json?q=budget"})
    void sparesAReaderWhatItHas(String address) throws Exception {
        var first = answer(address);
        mvc.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified());
        mvc.perform(get(address).header("If-Modified-Since", first.getHeader("Last-Modified")))
                .andExpect(status().isNotModified());
        postings.hold(InventedPostings.all().subList(1, 40));
        mvc.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/postings.atom", "/api/postings.feed.json"})
    void keepsTheNamesOfItsEntriesWhereverItIsReached(String address) throws Exception {
        var here = answer(address).getContentAsString();
        var there = mvc.perform(get("http://127.0.0.1:9000" + address))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(there).contains("http://127.0.0.1:9000/postings/1");
        assertThat(names(there)).isEqualTo(names(here)).hasSizeGreaterThanOrEqualTo(50);
    }

    private static List<String> names(String feed) {
        return java.util.regex.Pattern.compile("urn:uuid:[0-9a-f-]+")
                .matcher(feed)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/postings.csv?lable=x", "/api/postings.atom?sort=luck", "/api/postings.jsonl?size=5"})
    void refusesParametersThatItDoesNotKnow(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isBadRequest());
    }

    @Test
    void isOfferedByTheResultsWithTheWholeSearch() throws Exception {
        var page = org.jsoup.Jsoup.parse(
                answer("/?q=budget&label=technical&not_country=DE").getContentAsString());
        assertThat(page.select(".take-along a").eachAttr("href"))
                .containsExactly(
                        "/api/postings.csv?q=budget&label=technical&not_country=DE",
                        "/api/postings.jsonl?q=budget&label=technical&not_country=DE",
                        "/api/postings.atom?q=budget&label=technical&not_country=DE",
                        "/api/postings.feed.json?q=budget&label=technical&not_country=DE");
        assertThat(page.select("link[rel=alternate]").eachAttr("type"))
                .containsExactly("application/atom+xml", "application/feed+json");
    }
}
