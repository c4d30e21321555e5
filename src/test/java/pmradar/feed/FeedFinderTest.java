package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static pmradar.feed.HostileServer.bytes;
import static pmradar.feed.HostileServer.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFinderTest {
    private static final FeedTypes TYPES = TestFeeds.types();

    private HostileServer server;
    private Fetcher fetcher;
    private PoliteFinder finder;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        var settings = TestFeeds.patient();
        fetcher = new Fetcher(settings, TestFeeds.CLOCK);
        finder = new PoliteFinder(TYPES, fetcher, settings);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private List<String> found(String typed) {
        return finder.find(typed).candidates().stream()
                .map(one -> one.type() + " " + one.where().at())
                .toList();
    }

    private FeedFinder.Finding page(String body) {
        server.on("/careers", text(200, "Content-Type: text/html\r\n", body));
        return finder.find(server.uri("/careers").toString());
    }

    private static List<String> named(FeedFinder.Finding finding) {
        return finding.candidates().stream()
                .map(one -> one.type() + " " + one.where().at())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://boards.greenhouse.io/acme, greenhouse, acme
            https://job-boards.greenhouse.io/acme/jobs/4012345, greenhouse, acme
            https://job-boards.eu.greenhouse.io/acme, greenhouse, acme
            https://boards.greenhouse.io/embed/job_board/js?for=acme, greenhouse, acme
            https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true, greenhouse, acme
            https://jobs.lever.co/acme/1f0c7a52-5f8e-4d9e-9f6e-0a4f5a5e1c11/apply, lever, acme
            https://jobs.eu.lever.co/acme, lever, acme
            https://jobs.ashbyhq.com/Acme%20Labs/3d1f, ashby, Acme Labs
            https://apply.workable.com/acme/j/0A1B2C3D4E/, workable, acme
            https://acme.workable.com/, workable, acme
            https://acme.recruitee.com/o/project-manager, recruitee, acme
            https://acme.jobs.personio.de/job/123, personio, acme
            https://acme.jobs.personio.com/, personio, acme.jobs.personio.com
            https://acme.teamtailor.com/jobs/1-project-manager, teamtailor, acme
            https://acme.na.teamtailor.com/jobs, teamtailor, acme.na.teamtailor.com
            https://acme.bamboohr.com/careers/12, bamboohr, acme
            https://acme.breezy.hr/p/abc, breezy, acme
            https://acme.pinpointhq.com/en/postings/1, pinpoint, acme
            https://ats.rippling.com/en-GB/acme/jobs/77, rippling, acme
            https://careers.smartrecruiters.com/AcmeGroup, smartrecruiters, AcmeGroup
            https://jobs.smartrecruiters.com/AcmeGroup/743999-project-manager, smartrecruiters, AcmeGroup
            https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Berlin/Project-Manager_R1, workday, https://acme.wd5.myworkdayjobs.com/Careers
            https://x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/9, oracle, https://x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1
            https://jobs.acme.example/googlefeed.xml, successfactors, jobs.acme.example
            https://weworkremotely.com/categories/remote-product-jobs.rss, weworkremotely, remote-product-jobs
            https://himalayas.app/jobs?q=delivery+manager, himalayas, delivery manager
            https://www.themuse.com/search?category=Project%20Management, themuse, Project Management
            https://jobicy.com/, jobicy, all
            https://remotive.com/remote-jobs/project-management, remotive, all
            https://remoteok.com/remote-jobs, remoteok, all
            https://www.arbeitnow.com/, arbeitnow, all
            https://news.ycombinator.com/item?id=40563283, hn, 40563283
            https://www.arbeitsagentur.de/jobsuche/suche?was=Projektleiter&wo=Berlin, arbeitsagentur, Projektleiter
            https://www.reed.co.uk/jobs/project-manager-jobs, reed, project manager
            """)
    void knowsABoardByItsAddressAlone(String address, String type, String at) {
        assertThat(found(address)).containsExactly(type + " " + at);
        assertThat(server.all()).isEmpty();
    }

    @Test
    void anAddressNeedsNoScheme() {
        assertThat(found("  jobs.lever.co/acme ")).containsExactly("lever acme");
    }

    @Test
    void aSiteThatWantsAKeyIsSaidToBeForTheConfiguration() {
        var found = finder.find("https://www.usajobs.gov/search/results/?k=program%20manager");
        assertThat(found.candidates().getFirst().where().wants()).contains("config/feeds.yml", "USAJOBS_KEY");
    }

    @ParameterizedTest
    @CsvSource({"''", "hello", "ftp://example.org/feed", "file:///etc/hosts", "javascript:alert(1)", "https://"})
    void whatIsNoAddressIsSaidToBeNone(String typed) {
        var finding = finder.find(typed);
        assertThat(finding.candidates()).isEmpty();
        assertThat(finding.problem()).contains("no address");
    }

    @Test
    void privateAddressesAreRefused() {
        assertThat(finder.find("http://192.168.0.1/careers").problem()).contains("refused");
        assertThat(finder.find("http://169.254.169.254/latest").problem()).contains("refused");
    }

    @Test
    void whatRobotsForbidIsNotAsked() {
        server.on("/robots.txt", text(200, "Content-Type: text/plain\r\n", "User-agent: *\nDisallow: /careers\n"));
        var finding = page("<html><a href='https://jobs.lever.co/acme'>Jobs</a></html>");
        assertThat(finding.candidates()).isEmpty();
        assertThat(finding.problem()).contains("robots.txt");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void findsTheBoardBehindACareersPage() {
        assertThat(named(page("<html><body><h1>Work with us</h1>"
                        + "<a href='https://boards.greenhouse.io/acme/jobs/1'>Engineer</a>"
                        + "<a href='https://boards.greenhouse.io/acme/jobs/2'>Manager</a>"
                        + "<a href='https://jobs.lever.co/partner'>A partner</a></body></html>")))
                .containsExactly("greenhouse acme", "lever partner");
    }

    @Test
    void findsBoardsInScriptsAndFrames() {
        assertThat(
                        named(
                                page(
                                        "<html><script src='https://boards.greenhouse.io/embed/job_board/js?for=acme'></script></html>")))
                .containsExactly("greenhouse acme");
        assertThat(named(page("<html><iframe src='https://acme.jobs.personio.de/?language=en'></iframe></html>")))
                .containsExactly("personio acme");
        assertThat(
                        named(
                                page(
                                        "<html><script>window.board = {\"url\":\"https:\\/\\/jobs.ashbyhq.com\\/acme\\/embed\"}</script></html>")))
                .containsExactly("ashby acme");
        assertThat(named(page("<html><div id='BambooHR' data-domain='acme.bamboohr.com'></div></html>")))
                .containsExactly("bamboohr acme");
    }

    @Test
    void theOwnPagesOfAServiceAreNoBoard() {
        assertThat(named(page("<html><p>Applications are run by"
                        + " <a href='https://www.teamtailor.com/en/'>Teamtailor</a> and"
                        + " <a href='https://help.workable.com/'>Workable</a>.</p></html>")))
                .isEmpty();
    }

    @Test
    void aFeedThatThePageNamesIsFoundWithItsTitle() {
        var finding = page("<html><head><link rel='alternate' type='application/rss+xml' title='Open roles'"
                + " href='/jobs.xml'><link rel='alternate' type='application/feed+json' href='/jobs.json'>"
                + "<link rel='alternate' hreflang='de' href='/de'></head></html>");
        assertThat(named(finding))
                .containsExactlyInAnyOrder("rss " + server.uri("/jobs.xml"), "json-feed " + server.uri("/jobs.json"));
        assertThat(finding.candidates()).anyMatch(one -> one.why().contains("Open roles"));
    }

    @Test
    void aFeedThatAnswersIsFound() {
        server.on(
                "/rss",
                text(200, "", "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>"));
        server.on("/atom", text(200, "", "<feed xmlns='http://www.w3.org/2005/Atom'></feed>"));
        server.on("/json", text(200, "", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}"));
        server.on(
                "/jobs",
                text(
                        200,
                        "",
                        "<source><job><title>Project Manager</title><url>https://a.example/1</url></job></source>"));
        assertThat(found(server.uri("/rss").toString())).containsExactly("rss " + server.uri("/rss"));
        assertThat(found(server.uri("/atom").toString())).containsExactly("rss " + server.uri("/atom"));
        assertThat(found(server.uri("/json").toString())).containsExactly("json-feed " + server.uri("/json"));
        assertThat(found(server.uri("/jobs").toString())).containsExactly("indeed-xml " + server.uri("/jobs"));
    }

    @Test
    void aPageWithPostingsOfItsOwnIsFoundBehindItsBoard() {
        var marked = "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\","
                + "\"title\":\"Project Manager\",\"description\":\"Lead it.\"}</script>";
        assertThat(named(page("<html>" + marked + "</html>"))).containsExactly("jsonld " + server.uri("/careers"));
        assertThat(named(page("<html>" + marked + "<a href='https://acme.recruitee.com/'>All</a></html>")))
                .containsExactly("recruitee acme", "jsonld " + server.uri("/careers"));
    }

    @Test
    void aSitemapOfTheSiteIsTriedLast() {
        server.on(
                "/sitemap.xml",
                text(
                        200,
                        "",
                        "<urlset><url><loc>https://a.example/jobs/1</loc></url>"
                                + "<url><loc>https://a.example/jobs/2</loc></url><url><loc>https://a.example/about</loc></url></urlset>"));
        var finding = page("<html><body><p>We hire.</p></body></html>");
        assertThat(named(finding)).containsExactly("jsonld " + server.uri("/sitemap.xml"));
        assertThat(finding.candidates().getFirst().where().options()).containsEntry("only", "/jobs/");
    }

    @Test
    void aRedirectToABoardIsFollowed() {
        server.on("/careers", text(302, "Location: /moved/acme\r\n", ""));
        server.on("/moved/acme", text(200, "", "<html><a href='https://acme.breezy.hr/'>Jobs</a></html>"));
        assertThat(found(server.uri("/careers").toString())).containsExactly("breezy acme");
    }

    @Test
    void aPageThatOnlyScriptsFillIsSaidToBeOne() {
        var finding = page("<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
                + "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>");
        assertThat(finding.candidates()).isEmpty();
        assertThat(finding.problem()).contains("built by scripts");
    }

    @Test
    void aPageAboutSomethingElseSaysWhatToDo() {
        assertThat(page("<html><body><p>" + "We bake bread. ".repeat(60) + "</p></body></html>")
                        .problem())
                .contains("holds no postings");
    }

    @Test
    void hostilePagesCostNothingButThemselves() {
        var nested = "<html>" + "<div>".repeat(60_000);
        assertThat(page(nested).candidates()).isEmpty();
        var links = new StringBuilder("<html>");
        for (int i = 0; i < 30_000; i++)
            links.append("<a href='https://jobs.lever.co/a").append(i).append("'>");
        assertThat(page(links.toString()).candidates()).hasSizeLessThanOrEqualTo(10);
        assertThat(page("<html><a href='https://[::1'>x</a><a href='https://jobs.lever.co/%zz'>y</a>"
                                + "<a href='https://" + "a.".repeat(4_000) + "teamtailor.com/'>z</a></html>")
                        .candidates())
                .isEmpty();
        assertThat(page("<html>" + "https://".repeat(100_000)).candidates()).isEmpty();
        server.on("/zeros", bytes(200, "", new byte[100_000]));
        assertThat(finder.find(server.uri("/zeros").toString()).candidates()).isEmpty();
    }

    @Test
    void aGlanceReadsTheBeginningOnly() {
        var items = new StringBuilder("<rss><channel><title>Jobs</title>");
        for (int i = 0; i < 3; i++)
            items.append(
                    "<item><title>Project Manager %d</title><link>https://a.example/%d</link></item>".formatted(i, i));
        server.on("/rss", text(200, "", items + "</channel></rss>"));
        var glance =
                finder.glance(TestFeeds.feed("one", "rss", server.uri("/rss").toString()));
        assertThat(glance.problem()).isNull();
        assertThat(glance.listings()).hasSize(3);

        var map = new StringBuilder("<urlset>");
        for (int i = 0; i < 9; i++) map.append("<url><loc>%s</loc></url>".formatted(server.uri("/p" + i)));
        server.on("/map.xml", text(200, "", map + "</urlset>"));
        var bare = finder.glance(
                TestFeeds.feed("two", "jsonld", server.uri("/map.xml").toString()));
        assertThat(bare.bare()).isEqualTo(6);
        assertThat(server.requests())
                .filteredOn(head -> head.startsWith("GET /p"))
                .hasSize(3);
    }

    @Test
    void aGlanceSaysWhyThereIsNothing() {
        assertThat(finder.glance(
                                TestFeeds.feed("one", "rss", server.uri("/gone").toString()))
                        .problem())
                .contains("404");
        assertThat(finder.glance(TestFeeds.feed("one", "file", "/etc/hosts")).problem())
                .contains("no feed type");
        assertThat(finder.glance(TestFeeds.feed("one", "lever", "https://not-a-name/"))
                        .problem())
                .contains("short name");
    }

    /// Recorded answers of live boards, outside of the project.
    @Test
    void recordedAnswersAreRecognised() throws IOException {
        var shared = System.getProperty("pmradar.shared");
        assumeThat(shared).as("pmradar.shared names no folder of recordings").isNotNull();
        var feeds = Path.of(shared, "feeds");
        var wanted = Map.of(
                "rss2",
                "rss",
                "neogov_rss",
                "rss",
                "sitemap",
                "jsonld",
                "teamtailor",
                "json-feed",
                "jsonld_html",
                "jsonld",
                "personio",
                "indeed-xml");
        var wrong = new ArrayList<String>();
        var report = new ArrayList<String>();
        try (var files = Files.walk(feeds, 2)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.endsWith("index.json"))
                    .sorted()
                    .toList()) {
                var kind = file.getParent().getFileName().toString();
                server.on("/" + file.getFileName(), bytes(200, "", Files.readAllBytes(file)));
                var finding = finder.find(server.uri("/" + file.getFileName()).toString());
                report.add(kind + "/" + file.getFileName() + ": " + named(finding) + " " + finding.problem());
                var type = wanted.get(kind);
                if (type != null
                        && (finding.candidates().isEmpty()
                                || !finding.candidates().getFirst().type().equals(type)))
                    wrong.add(file + ": " + named(finding));
            }
        }
        report.forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(report).hasSizeGreaterThan(30);
    }

    private List<String> boards(String body) {
        server.on("/moved", text(200, "Content-Type: text/html\r\n", body));
        return finder.find(server.uri("/moved")).stream()
                .map(board -> board.type() + " " + board.at())
                .toList();
    }

    @Test
    void namesTheBoardsOfAnEmployersPageAndNothingElse() {
        assertThat(boards("""
                <!doctype html><html><head>
                <link rel="alternate" type="application/rss+xml" href="/blog.rss" title="Blog"></head><body>
                <a href="https://jobs.lever.co/acme/1">Planner</a> <a href="https://jobs.lever.co/acme/2">Welder</a>
                <iframe src="https://boards.greenhouse.io/embed/job_board?for=acme-old"></iframe>
                <a href="https://www.greenhouse.io/">x</a> <a href="https://jobs.lever.co.evil.example/acme">y</a>
                <a href="https://remotive.com/remote-jobs">others</a></body></html>""")).containsExactly("lever acme", "greenhouse acme-old");
    }

    @Test
    void aHostilePageNamesFewBoards() {
        var page = new StringBuilder("<!doctype html><html><body>");
        for (int i = 0; i < 20_000; i++)
            page.append("<a href='https://jobs.lever.co/board").append(i).append("'>x</a>");
        page.append("<a href='https://jobs.lever.co/").append("a".repeat(5000)).append("'>x</a>");
        page.append("<a href='https://jobs.lever.co/%zz%'>x</a>");
        assertThat(boards(page.append("</body></html>").toString())).hasSize(5);
    }
}
