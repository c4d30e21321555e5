package pmradar.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pmradar.classify.Classifiers;
import pmradar.classify.Verdict;
import pmradar.ingest.PlainText;
import pmradar.sample.Boards;
import tools.jackson.databind.json.JsonMapper;

/// `kill -9` in the middle of reading: afterwards nothing is lost, nothing is there twice, index and database agree.
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
    private static final int ROUNDS = 3;
    private static final int FEEDS = 6;
    private static final int POSTINGS = 60;

    @TempDir
    Path folder;

    @Test
    void goesOnAfterBeingKilled() throws IOException {
        var seed = System.nanoTime();
        System.out.println("CrashIT seed " + seed);
        var random = new SplittableRandom(seed);
        try (var feeds = new FeedServer()) {
            var config = configure(feeds);
            for (int round = 0; round < ROUNDS; round++) {
                var server = PmRadarProcess.serve(folder, config);
                sleep(random.nextInt(4_000));
                server.kill();
            }
            try (var server = PmRadarProcess.serve(folder, config)) {
                var expected = keptTitles();
                await().atMost(240, SECONDS)
                        .pollInterval(1, SECONDS)
                        .untilAsserted(() -> assertThat(titles(server)).containsExactlyInAnyOrderElementsOf(expected));
            }
        }
    }

    /// What is project management among the postings, by the rules themselves: this test is about losing and doubling.
    private static List<String> keptTitles() {
        var classifier = Classifiers.builtIn();
        var kept = Boards.jsonLines(FEEDS * POSTINGS)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(posting -> classifier.judge(
                                posting.path("title").asString(),
                                PlainText.ofHtml(posting.path("description").asString()))
                        instanceof Verdict.Tagged)
                .map(posting -> posting.path("title").asString())
                .toList();
        assertThat(kept).hasSizeGreaterThan(FEEDS * POSTINGS * 9 / 10);
        return kept;
    }

    /// Slow feeds, each with a part of the board, so that a kill falls into a reading.
    private String configure(FeedServer server) throws IOException {
        var all = JsonMapper.shared().readTree(Boards.jsonFeed(FEEDS * POSTINGS));
        var config = new StringBuilder(
                "pmradar.feed:\n  allowed-private-hosts: [127.0.0.1]\n  limits.pause: 0s\n  show-samples: false\n  feeds:\n");
        for (int feed = 0; feed < FEEDS; feed++) {
            var part = JsonMapper.shared().createObjectNode();
            part.put("version", "https://jsonfeed.org/version/1.1").put("title", "Part");
            var items = part.putArray("items");
            for (int i = feed * POSTINGS; i < (feed + 1) * POSTINGS; i++)
                items.add(all.path("items").get(i));
            server.playsSlowly("/part" + feed, "application/feed+json", part.toString(), 500);
            config.append("    - { id: part%d, type: json-feed, at: \"%s\", name: Part, every: 1h }\n"
                    .formatted(feed, server.url("/part" + feed)));
        }
        var file = Files.writeString(folder.resolve("feeds.yml"), config);
        return "--spring.config.additional-location=" + file.toUri();
    }

    private static List<String> titles(PmRadarProcess server) {
        var titles = new ArrayList<String>();
        var page = server.api("/postings?size=100&sort=newest");
        while (true) {
            page.path("postings")
                    .forEach(posting -> titles.add(posting.path("title").asString()));
            if (!page.path("next").isString()) return titles;
            page = server.api(
                    "/postings?size=100&sort=newest&cursor=" + page.path("next").asString());
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
