package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.HostileServer.text;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Issue 4, point 12.
class PostingPagesTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
    private static final String LONG =
            "<p>" + "You plan, steer and report on the works of a tunnel. ".repeat(12) + "</p>";

    private HostileServer server;
    private Fetcher fetcher;
    private AnnotationConfigApplicationContext types;
    private PostingPages pages;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        fetcher = new Fetcher(TestFeeds.settings(), TestFeeds.CLOCK);
        types = new AnnotationConfigApplicationContext();
        types.scan("pmradar.feed.type");
        types.refresh();
        var all = new FeedTypes(List.copyOf(types.getBeansOfType(FeedType.class).values()));
        pages = new PostingPages(fetcher, new ClosedSigns(all, TestFeeds.CLOCK));
    }

    @AfterEach
    void stop() throws IOException {
        types.close();
        fetcher.close();
        server.close();
    }

    private PageWatch.Outcome look(String path) {
        return pages.look(server.uri(path));
    }

    private PageWatch.Outcome page(String body) {
        server.on("/jobs/17", text(200, HTML, "<!doctype html><html><body>" + body + "</body></html>"));
        return look("/jobs/17");
    }

    private static void assertGone(PageWatch.Outcome outcome, String why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PageWatch.Outcome.Gone.class,
                        gone -> assertThat(gone.why()).contains(why));
    }

    @Test
    void aPageThatIsThereIsOpen() {
        assertThat(page("<h1>Planner</h1>" + LONG)).isEqualTo(new PageWatch.Outcome.Open());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aPageThatIsGoneIsClosed(int status) {
        server.on("/jobs/17", text(status, "", "no"));
        assertGone(look("/jobs/17"), "its page is gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void aServersTroubleSaysNothing(int status) {
        server.on("/jobs/17", text(status, "", "no"));
        assertThat(look("/jobs/17")).isInstanceOf(PageWatch.Outcome.Unknown.class);
    }

    @Test
    void aRedirectToTheBoardsFrontPageIsClosed() {
        server.on("/jobs/17", text(302, "Location: /jobs\r\n", ""));
        server.on("/jobs", text(200, HTML, "<html><body>" + LONG + "</body></html>"));
        assertGone(look("/jobs/17"), "front page");
    }

    @ParameterizedTest
    @CsvSource({
        "/jobs/17, /, true",
        "/jobs/17, /jobs/, true",
        "/jobs/17, /en/jobs, true",
        "/acme/17, /acme, true",
        "/jobs/17, /jobs/17-planner, false",
        "/jobs/17, /jobs/17/, false",
        "/jobs/17, /jobs/18, false",
        "/, /jobs, false",
    })
    void knowsAFrontPageByItsPath(String asked, String answered, boolean front) {
        assertThat(PostingPages.isFrontPage(
                        URI.create("https://a.example" + asked), URI.create("https://a.example" + answered)))
                .isEqualTo(front);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This job is no longer available.",
                "Sorry, this position has been filled!",
                "No longer accepting applications",
                "The job you are looking for is no longer open.",
                "This job posting has expired.",
                "Diese Stelle ist leider nicht mehr verfügbar.",
                "Die Stelle wurde bereits besetzt.",
                "Dieses Stellenangebot ist nicht mehr online.",
                "Cette offre n'est plus disponible.",
                "Le poste a été pourvu.",
                "Cette offre d’emploi est expirée.",
                "Esta oferta ya no está disponible.",
                "La vacante ha sido cubierta.",
            })
    void readsABannerThatSaysSo(String banner) {
        assertGone(page("<div>" + banner + "</div>" + LONG), "its page says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Applications are read until the position has been filled.",
                "The ad stays online once this position is filled.",
                "We keep applicants informed if this job is closed early.",
                "Die Ausschreibung gilt, bis die Stelle besetzt ist.",
                "<script>var texts = {closed: 'This job is no longer available.'}</script>",
                "<template>This position has been filled.</template>",
                "You close the gap between plan and site; the role is closely tied to Bergen.",
                "The job is posted in Graz.",
            })
    void isNotMisledByWordsThatOnlyLookSo(String words) {
        assertThat(page("<div>" + words + "</div>" + LONG)).isEqualTo(new PageWatch.Outcome.Open());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01, true", "2026-11-19, false", "2027-01-01, false"})
    void readsTheClosingDateForMachines(String until, boolean closed) {
        var outcome = page("""
                <script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
                "title": "Planner", "description": "Plans", "datePosted": "2026-10-01", "validThrough": "%s"}</script>""".formatted(until) + LONG);
        if (closed) assertGone(outcome, "closed on 2026-11-01");
        else assertThat(outcome).isEqualTo(new PageWatch.Outcome.Open());
    }

    @Test
    void aPageThatIsKeptClosedForProgramsSaysNothing() {
        assertThat(page("<div class=\"h-captcha\"></div>"))
                .isInstanceOfSatisfying(
                        PageWatch.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("test that only people pass"));
        assertThat(page("<form><input type='password'></form>"))
                .isInstanceOfSatisfying(
                        PageWatch.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("log-in"));
        assertThat(page("<div id='app'></div>")).isInstanceOf(PageWatch.Outcome.Unknown.class);
    }

    @Test
    void whatRobotsForbidIsNotAsked() {
        server.on("/robots.txt", text(200, "", "User-agent: *\nDisallow: /jobs/\n"));
        assertThat(page(LONG)).isInstanceOf(PageWatch.Outcome.Unknown.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void hostilePagesEndInTime() {
        assertThat(page("<div>".repeat(50_000) + "this job ".repeat(20_000))).isNotNull();
        assertThat(page("this position " + " ".repeat(100_000) + "until ".repeat(50_000)))
                .isNotNull();
    }
}
