package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.HeldChannel;
import pmradar.alert.SavedSearches;
import pmradar.alert.ToldBefore;
import pmradar.alert.Unsubscribing;
import preview.PreviewApplication;
import tools.jackson.databind.json.JsonMapper;

/// Saved searches as a browser without scripts uses them.
@SpringBootTest(classes = PreviewApplication.class)
@AutoConfigureMockMvc
class AlertPagesTest {

    /// What each line of a message, of the inbox and of the private feed says, besides the title.
    private static final List<String> WHY = List.of(
            "technical, 71 of 100 · Kubernetes",
            "The ad says: “three years with Kubernetes”",
            "Because: requires Kubernetes · seen at northwind");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeldChannel channel;

    @Autowired
    ToldBefore told;

    @Autowired
    SavedSearches searches;

    @AfterEach
    void asBefore() {
        for (var table : List.of("delivery", "destination", "told", "hit", "notice", "digest", "search"))
            jdbc.sql("delete from alert_" + table).update();
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
    }

    private Document page(String address) throws Exception {
        var answer = mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MvcResult send(String address, String... parameters) throws Exception {
        var form = post(URI.create(address)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) form.param(parameters[i], parameters[i + 1]);
        return mvc.perform(form).andExpect(status().is3xxRedirection()).andReturn();
    }

    /// The page that a form leads to, with what it says there once.
    private Document after(MvcResult sent) throws Exception {
        var next = URI.create(sent.getResponse().getRedirectedUrl().replaceFirst("#.*", ""));
        var answer = mvc.perform(get(next).flashAttrs(sent.getFlashMap())).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private String saved() throws Exception {
        return send("/alerts", "q", "kubernetes", "label", "technical", "name", "Kubernetes roles", "pace", "at-once")
                .getResponse()
                .getRedirectedUrl();
    }

    private static long number(String path) {
        return Long.parseLong(path.replaceAll("\\D", ""));
    }

    private long destination() {
        return jdbc.sql("select max(id) from alert_destination")
                .query(Long.class)
                .single();
    }

    @Test
    void leadsFromASearchToItsPreviewWithTheWholeSearch() throws Exception {
        var link =
                page("/?q=kubernetes&label=technical&not_country=DE&selected=3").selectFirst(".save-alert");
        assertThat(link.text()).startsWith("Save as alert");
        assertThat(link.attr("href")).isEqualTo("/alerts/new?q=kubernetes&label=technical&not_country=DE");
        var preview = page(link.attr("href"));
        assertThat(preview.select("input[type=hidden]").eachAttr("name")).contains("q", "label", "not_country");
        assertThat(preview.selectFirst(".lead").text()).isEqualTo("must contain kubernetes");
        assertThat(preview.selectFirst("#name").val()).isEqualTo("kubernetes");
    }

    @Test
    void saysBeforeSavingWhatItWouldHaveTold() throws Exception {
        var lately = page("/alerts/new?q=kubernetes").selectFirst(".sides section");
        var listed = lately.select(".lines a").size();
        assertThat(listed).isPositive();
        assertThat(lately.selectFirst("b").text()).isEqualTo(String.valueOf(listed));
        assertThat(lately.selectFirst("a[href='/?q=kubernetes']").text()).isEqualTo("8 are open now");
        assertThat(page("/alerts/new?q=zebra").select(".lines")).isEmpty();
        assertThat(searches.of(1)).isEmpty();
    }

    @Test
    void savesASearchAndShowsWhatWasChosen() throws Exception {
        var sent = send(
                "/alerts",
                "q",
                "kubernetes",
                "name",
                "Kubernetes roles",
                "pace",
                "weekly",
                "at",
                "09:30",
                "zone",
                "Europe/Vienna",
                "days",
                "",
                "days",
                "tuesday",
                "quietFrom",
                "22:00",
                "quietTo",
                "06:00",
                "perDay",
                "7",
                "changes",
                "pay",
                "onceForAll",
                "true");
        var page = after(sent);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Kubernetes roles");
        assertThat(page.selectFirst(".notice").text()).startsWith("Saved.");
        assertThat(page.selectFirst(".lead").text())
                .isEqualTo("listening · must contain kubernetes · weekly at 09:30, Tue, quiet from 22:00 to 06:00");
        assertThat(page.select("input[name=days][checked]").eachAttr("value")).containsExactly("tuesday");
        assertThat(page.selectFirst("#perDay").val()).isEqualTo("7");
        assertThat(page.select("input[name=changes][checked]").eachAttr("value"))
                .containsExactly("pay");
        assertThat(page.select("input[name=onceForAll][checked]")).hasSize(1);
        var row = page("/alerts").selectFirst("tbody tr");
        assertThat(row.text())
                .contains("listening")
                .contains("Kubernetes roles")
                .contains("nothing yet");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        var page = after(send(
                "/alerts", "q", "kubernetes", "name", "Mine", "zone", "Nowhere/Land", "perDay", "7", "days", "monday"));
        assertThat(page.selectFirst(".problem").text()).contains("Nowhere/Land").contains("Europe/Vienna");
        assertThat(page.selectFirst("#name").val()).isEqualTo("Mine");
        assertThat(page.selectFirst("#zone").val()).isEqualTo("Nowhere/Land");
        assertThat(page.selectFirst("#perDay").val()).isEqualTo("7");
        assertThat(page.selectFirst("input[name=q]").val()).isEqualTo("kubernetes");
        assertThat(searches.of(1)).isEmpty();

        var path = saved();
        var change = after(send(path, "name", "Other", "days", ""));
        assertThat(change.selectFirst(".problem").text()).contains("at least one day");
        assertThat(change.selectFirst("#name").val()).isEqualTo("Other");
        assertThat(after(send(path, "name", "Other", "leastScore", "101"))
                        .selectFirst(".problem")
                        .text())
                .contains("from 0 to 100, not 101");
        assertThat(page(path).selectFirst("h1").text()).isEqualTo("Kubernetes roles");
    }

    @Test
    void pausesMutesRemovesAndBringsBack() throws Exception {
        var path = saved();
        assertThat(after(send(path + "/pause")).selectFirst(".state").text()).isEqualTo("paused");
        assertThat(after(send(path + "/resume")).selectFirst(".state").text()).isEqualTo("listening");
        assertThat(after(send(path + "/mute", "days", "7"))
                        .selectFirst(".state")
                        .text())
                .isEqualTo("muted");
        assertThat(after(send(path + "/mute", "days", "0"))
                        .selectFirst(".state")
                        .text())
                .isEqualTo("listening");
        var list = after(send(path + "/remove"));
        assertThat(list.select("tbody tr")).isEmpty();
        assertThat(page(path).selectFirst(".state").text()).isEqualTo("removed");
        var undo = list.selectFirst(".notice form").attr("action");
        assertThat(after(send(undo)).selectFirst(".state").text()).isEqualTo("listening");
        mvc.perform(post(path + "/mute").with(csrf()).param("days", "91")).andExpect(status().isBadRequest());
    }

    @Test
    void addsTriesAndRemovesDestinations() throws Exception {
        var path = saved();
        var page = after(send(path + "/destinations", "channel", "webhook", "address", "https://hooks.example.org/a"));
        assertThat(page.selectFirst(".notice code").text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(page(path).select(".notice")).isEmpty();
        assertThat(page(path).selectFirst(".made").text()).contains("https://hooks.example.org/a");
        assertThat(after(send(path + "/destinations", "channel", "mail", "address", "a@example.org"))
                        .selectFirst(".problem")
                        .text())
                .contains("no mail server");

        send(path + "/destinations", "channel", "held", "address", "there");
        var to = path + "/destinations/" + destination();
        assertThat(after(send(to + "/test")).selectFirst(".notice").text()).contains("was taken");
        assertThat(channel.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.digest().lines())
                        .singleElement()
                        .satisfies(line -> assertThat(line.title()).contains("test")));
        channel.refuses("The receiver answered 500.", false, null);
        assertThat(after(send(to + "/test")).selectFirst(".problem").text()).contains("answered 500");
        send(to + "/remove");
        assertThat(page(path).selectFirst(".made").text()).doesNotContain("there");
    }

    @Test
    void showsADigestAsItWasToldAndWhatBecameOfIt() throws Exception {
        var path = saved();
        send(path + "/destinations", "channel", "held", "address", "there");
        var digest = told.tell(
                number(path),
                PreviewApplication.NOW,
                List.of(ToldBefore.line(1, "As it was called <b>then</b>")),
                List.of(new Digest.More("Northwind Labs", 3)));
        channel.refuses("The receiver answered 500.", false, null);
        told.deliver(PreviewApplication.NOW);
        assertThat(page("/alerts").title()).startsWith("1 unread");
        var shown = page("/alerts/digests/" + digest.id());
        assertThat(shown.selectFirst(".lines h2").text()).isEqualTo("As it was called <b>then</b>");
        assertThat(shown.selectFirst(".lines").text()).contains("Because: requires Kubernetes", "Kubernetes");
        assertThat(shown.selectFirst("main").text()).contains("+ 3 more of Northwind Labs");
        assertThat(page("/alerts").title()).startsWith("1 unread");
        send("/alerts/digests/" + digest.id() + "/read", "read", "true");
        assertThat(page("/alerts").title()).startsWith("Alerts");
        var log = page(path).selectFirst("tbody tr");
        assertThat(log.text()).contains("trying again", "held there", "answered 500", "next try");

        channel.answers(new Channel.Outcome.Accepted());
        jdbc.sql("update alert_delivery set state = 'PARKED'").update();
        send(page(path).selectFirst("tbody form").attr("action"));
        told.deliver(PreviewApplication.NOW);
        assertThat(page(path).selectFirst("tbody .state").text()).isEqualTo("sent");
    }

    @Test
    void endsADestinationByTheLinkAloneAndOnlyWhenAsked() throws Exception {
        var path = saved();
        send(path + "/destinations", "channel", "held", "address", "there");
        send(path + "/destinations/" + destination() + "/test");
        var secret = jdbc.sql("select secret from alert_destination")
                .query(String.class)
                .single();
        var link = Unsubscribing.path(new Channel.Destination(destination(), "held", "there", secret));
        assertThat(page(link).selectFirst("main").text())
                .contains("Kubernetes roles")
                .contains("there");
        assertThat(page(path).selectFirst(".made").text()).doesNotContain("ended");
        mvc.perform(get(link.substring(0, link.length() - 1) + "x")).andExpect(status().isNotFound());
        mvc.perform(post(link + "x")).andExpect(status().isNotFound());
        mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        mvc.perform(post(link)).andExpect(status().isOk());
        assertThat(page(link).select("main form")).as("nothing is left to end").isEmpty();
        assertThat(page(path).selectFirst(".made").text()).contains("ended: unsubscribed by the link in a message");
    }

    @Test
    void givesEachSearchAPrivateFeed() throws Exception {
        var path = saved();
        told.tell(
                number(path), PreviewApplication.NOW.minusSeconds(60), List.of(ToldBefore.line(1, "Older")), List.of());
        told.tell(
                number(path),
                PreviewApplication.NOW,
                List.of(ToldBefore.line(2, "Newer & <b>bold</b>"), ToldBefore.line(3, "Beside it")),
                List.of());
        var links = page(path).select("a[href^=/alerts/feeds/]").eachAttr("href");
        assertThat(links).hasSize(2);
        var answer = mvc.perform(get(links.getFirst())).andReturn().getResponse();
        assertThat(answer.getContentType()).startsWith("application/atom+xml");
        var feed = new SyndFeedInput().build(new StringReader(answer.getContentAsString()));
        assertThat(feed.getTitle()).isEqualTo("Kubernetes roles");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Newer & <b>bold</b>", "Beside it", "Older");
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries().getFirst().getDescription().getValue()).contains(WHY);
        mvc.perform(get(links.getFirst()).header("If-None-Match", answer.getHeader("ETag")))
                .andExpect(status().isNotModified());
        var json = JsonMapper.shared()
                .readTree(mvc.perform(get(links.getLast()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(json.path("items").findValuesAsString("title")).hasSize(3).contains("Older");
        assertThat(json.path("items").path(0).path("content_text").asString()).contains(WHY);
        assertThat(json.path("items").path(0).path("external_url").asString())
                .isEqualTo("https://northwind.example/jobs/2");

        mvc.perform(get("/alerts/feeds/" + "A".repeat(32) + ".atom")).andExpect(status().isNotFound());
        mvc.perform(get("/alerts/feeds/short.json")).andExpect(status().isNotFound());
        send(path + "/remove");
        mvc.perform(get(links.getFirst())).andExpect(status().isNotFound());
    }

    @Test
    void tellsOfMyPostingsAndOfFeedsUntilThatIsTurnedOff() throws Exception {
        assertThat(page("/alerts").select(".standing li").eachText())
                .satisfiesExactly(
                        own -> assertThat(own).startsWith("My postings"),
                        feeds -> assertThat(feeds).startsWith("Feeds in trouble"));
        var path = send("/alerts/standing/own").getResponse().getRedirectedUrl();
        assertThat(send("/alerts/standing/own").getResponse().getRedirectedUrl())
                .isEqualTo(path);
        var form = page(path);
        assertThat(form.selectFirst(".lead a").attr("href")).isEqualTo("/mine");
        assertThat(form.select("input[name=changes][checked]").eachAttr("value"))
                .containsExactly("pay", "requirements", "closing");
        assertThat(form.select("#leastScore, form[action$=remove]")).isEmpty();
        assertThat(page("/alerts").selectFirst(".standing .state").text()).isEqualTo("on");
        send(page("/alerts").selectFirst(".standing form").attr("action"));
        assertThat(page("/alerts").selectFirst(".standing .state").text()).isEqualTo("off");
        send(page("/alerts").selectFirst(".standing form").attr("action"));
        assertThat(page("/alerts").selectFirst(".standing .state").text()).isEqualTo("on");
    }

    @Test
    void showsWhatWasToldOfAFeed() throws Exception {
        var path = send("/alerts/standing/feeds").getResponse().getRedirectedUrl();
        assertThat(page(path).select("#leastScore, input[name=changes]")).isEmpty();
        var digest = told.notice(
                number(path),
                PreviewApplication.NOW,
                new Digest.Notice("Acme names no postings", "Why.", "/feeds/acme"));
        assertThat(page("/alerts").selectFirst(".inbox").text()).contains("Feeds in trouble: Acme names no postings");
        var shown = page("/alerts/digests/" + digest.id()).selectFirst(".lines");
        assertThat(shown.selectFirst("a").attr("href")).isEqualTo("/feeds/acme");
        assertThat(shown.text()).isEqualTo("Acme names no postings Why.");
        var feed = page(path).selectFirst("a[href$=.atom]").attr("href");
        var entries = new SyndFeedInput()
                .build(new StringReader(
                        mvc.perform(get(feed)).andReturn().getResponse().getContentAsString()))
                .getEntries();
        assertThat(entries).extracting(SyndEntry::getTitle).containsExactly("Acme names no postings");
    }

    @Test
    void givesThePrivateFeedANewAddressAndForgetsTheOld() throws Exception {
        var path = saved();
        var before = page(path).selectFirst("a[href$=.atom]").attr("href");
        assertThat(after(send(path + "/feed")).selectFirst(".notice").text()).contains("new address");
        var now = page(path).selectFirst("a[href$=.atom]").attr("href");
        assertThat(now).isNotEqualTo(before);
        mvc.perform(get(before)).andExpect(status().isNotFound());
        mvc.perform(get(now)).andExpect(status().isOk());
    }

    @Test
    void knowsNothingOfWhatIsNotThere() throws Exception {
        mvc.perform(get("/alerts/4711")).andExpect(status().isNotFound());
        mvc.perform(get("/alerts/digests/4711")).andExpect(status().isNotFound());
        mvc.perform(post("/alerts/4711/pause").with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/alerts/4711/destinations/1/test").with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/alerts").param("name", "x")).andExpect(status().isForbidden());
    }
}
