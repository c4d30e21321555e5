package pmradar.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pmradar.PmRadar;
import pmradar.StandingClock;
import pmradar.classify.Label;
import pmradar.feed.Feeds;
import pmradar.ingest.Ingest;
import pmradar.ingest.ReadLog.ReadRecord;
import pmradar.posting.Blocks;
import pmradar.posting.FollowedBlocks;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;

/// One feed over several days: first reading, not modified, a changed posting, a broken answer, a posting that
/// vanishes.
@SpringBootTest(classes = PmRadar.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@DirtiesContext
@Import(PostingJourneyTest.Time.class)
class PostingJourneyTest {
    private static final FeedServer SERVER = new FeedServer();
    private static final String PATH = "/board";
    private static final String TYPE = "application/json";

    private static final String TECHNICAL = posting(
            1,
            "Project Manager, Payments",
            "<li>Own scope, plan and budget of the project</li><li>Keep the schedule and report risks</li>",
            "<li>Hands-on experience with Kubernetes is required</li>");
    private static final String GENERAL = posting(
            2,
            "Project Manager, Moves",
            "<li>Plan the move of three offices and keep milestones</li><li>Manage budget, risks and stakeholders</li>",
            "<li>PMP certification</li>");
    private static final String OFF_TOPIC = posting(
            3, "Account Executive", "<li>Win new customers and close deals</li>", "<li>Experience in sales</li>");

    @Autowired
    Ingest ingest;

    @Autowired
    Feeds feeds;

    @Autowired
    Postings postings;

    @Autowired
    PostingSearch search;

    @Autowired
    Blocks blocks;

    @Autowired
    ApplicationContext context;

    @Autowired
    StandingClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var data = Files.createTempDirectory("journey");
        registry.add("pmradar.data", data::toString);
        registry.add("jobrunr.background-job-server.enabled", () -> "false");
        registry.add("pmradar.feed.allowed-private-hosts", () -> "127.0.0.1");
        registry.add("pmradar.feed.limits.pause", () -> "0s");
        registry.add("pmradar.feed.show-samples", () -> "false");
        registry.add("pmradar.feed.feeds[0].id", () -> "board");
        registry.add("pmradar.feed.feeds[0].type", () -> "json-feed");
        registry.add("pmradar.feed.feeds[0].at", () -> SERVER.url(PATH));
        registry.add("pmradar.feed.feeds[0].every", () -> "1h");
        registry.add("pmradar.feed.feeds[1].id", () -> "shelf");
        registry.add("pmradar.feed.feeds[1].type", () -> "file");
        registry.add(
                "pmradar.feed.feeds[1].at", () -> data.resolve("shelf.jsonl").toString());
        registry.add("pmradar.feed.feeds[1].every", () -> "1h");
        shelf(data.resolve("shelf.jsonl"), 2);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void carriesPostingsFromTheFeedToTheSearchAndToTheirEnd() {
        SERVER.plays(PATH, TYPE, board(TECHNICAL, GENERAL, OFF_TOPIC), "\"v1\"");
        var first = read();
        assertThat(first.tally().added()).isEqualTo(2);
        assertThat(first.tally().setAsideTotal()).isEqualTo(1);
        awaitFound("payments", 1);
        var posting = only("payments");
        assertThat(posting.classification().label()).isEqualTo(Label.TECHNICAL);
        assertThat(posting.classification().evidence().getFirst().quote()).contains("Kubernetes");
        assertThat(only("moves").classification().label()).isEqualTo(Label.GENERAL);

        later();
        assertThat(read().unchanged()).isTrue();
        assertThat(SERVER.requests()).last().asString().endsWith("-> 304");

        SERVER.plays(PATH, TYPE, board(TECHNICAL.replace("Kubernetes", "Terraform"), GENERAL, OFF_TOPIC), "\"v2\"");
        later();
        assertThat(read().tally().changed()).isEqualTo(1);
        awaitFound("terraform", 1);
        awaitFound("kubernetes", 0);

        SERVER.plays(PATH, "text/html", "<html><body>We are moving house</body></html>");
        later();
        assertThat(read().problem()).isNotNull().contains("web page");
        assertThat(feeds.state("board").orElseThrow().failures()).isEqualTo(1);
        awaitFound("terraform", 1);
    }

    @Test
    void closesAPostingThatTwoCompleteReadingsMiss() throws IOException {
        var shelf = Path.of(feeds.state("shelf").orElseThrow().feed().at());
        assertThat(readShelf().tally().added()).isEqualTo(2);
        awaitFound("company:shelfware", 2);

        shelf(shelf, 1);
        later();
        readShelf();
        awaitFound("company:shelfware", 2);
        later();
        readShelf();
        awaitFound("company:shelfware", 1);
    }

    /// Issue 4, point 14: a rule holds for the past and for what comes, until it is taken back.
    @Test
    void aBlockHidesWhatIsStoredAndWhatArrivesUntilItIsTakenBack() {
        var kept = posting(41, "Project Manager, Harbours", "<li>Plan the harbour and its budget</li>", "<li>PMP</li>");
        SERVER.plays(PATH, TYPE, board(kept, ferry(42, "three")), "\"b1\"");
        later();
        read();
        awaitFound("title:ferries", 1);
        var rule = blocks.add(Blocks.Kind.TITLE, "ferries", "not again", "owner", clock.instant());
        FollowedBlocks.in(context);
        awaitFound("title:ferries", 0);
        awaitFound("title:harbours", 1);

        SERVER.plays(PATH, TYPE, board(kept, ferry(42, "three"), ferry(43, "nine")), "\"b2\"");
        later();
        assertThat(read().tally().added()).isEqualTo(1);
        awaitFound("title:ferries", 0);

        blocks.undo(rule.id(), clock.instant());
        FollowedBlocks.in(context);
        awaitFound("title:ferries", 2);
    }

    private static String ferry(int id, String ships) {
        return posting(
                id,
                "Project Manager, Ferries",
                "<li>Plan the building of %s ferries and keep milestones</li><li>Manage budget and risks</li>"
                        .formatted(ships),
                "<li>PMP certification</li>");
    }

    private ReadRecord readShelf() {
        return ingest.readNow(feeds.state("shelf").orElseThrow().feed()).orElseThrow();
    }

    private ReadRecord read() {
        return ingest.readNow(feeds.state("board").orElseThrow().feed()).orElseThrow();
    }

    private void later() {
        clock.move(Duration.ofHours(7));
    }

    private void awaitFound(String query, int count) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(found(query)).hasSize(count));
    }

    private Posting only(String query) {
        return found(query).getFirst();
    }

    private List<Posting> found(String query) {
        var hits = search.search(new Criteria(query, List.of(), Criteria.Sort.NEWEST), 10, null)
                .hits();
        return postings.find(hits.stream().map(hit -> hit.id()).toList());
    }

    private static String board(String... postings) {
        return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Board\", \"items\": [%s]}"
                .formatted(String.join(",", postings));
    }

    private static String posting(int id, String title, String duties, String requirements) {
        return """
                {"id": "%d", "url": "https://board.example/%d", "title": "%s", "content_html": \
                "<h3>What you do</h3><ul>%s</ul><h3>What you bring</h3><ul>%s</ul>",
                "_jobposting": {"@type": "JobPosting", "hiringOrganization": {"name": "Northmill %d"}}}""".formatted(id, id, title, duties, requirements, id);
    }

    private static void shelf(Path file, int count) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("""
                    {"id": "s%d", "title": "Project Manager, Site %d", "company": "Shelfware", "description_format": "text", \
                    "description": "Responsibilities\\n- Own scope, plan and milestones of building %d\\n- Manage its budget, \
                    risks and suppliers and report to the board\\nRequirements\\n- Five years as a project manager"}
                    """.formatted(i, i, i));
        }
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock(Instant.parse("2026-11-22T08:00:00Z"));
        }
    }
}
