package pmradar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// A thousand real postings, imported as an archive.
@Execution(ExecutionMode.CONCURRENT)
class ArchiveIT {
    private static final int POSTINGS = 1150;

    @TempDir
    Path folder;

    @Test
    void losesNothingWithoutAReasonAndAddsNothingTwice() throws IOException {
        var archive = SharedData.need("postings/dev.jsonl.gz").toAbsolutePath().normalize();
        var feeds = Files.writeString(folder.resolve("feeds.yml"), """
                pmradar.feed.feeds:
                  - { id: archive, type: file, at: "%s", name: Archive, every: 1s }
                """.formatted(archive));

        var first = tally("ingest", "--feeds", feeds.toString(), "--once", "--json");
        assertThat(first.path("found").asInt()).isEqualTo(POSTINGS);
        assertThat(first.path("added").asInt()
                        + first.path("changed").asInt()
                        + first.path("same").asInt()
                        + setAside(first))
                .isEqualTo(POSTINGS);
        assertThat(first.path("added").asInt()).isGreaterThan(300);

        var second = tally("ingest", "--feeds", feeds.toString(), "--once", "--json");
        assertThat(second.path("found").asInt()).isEqualTo(POSTINGS);
        assertThat(second.path("added").asInt()).isZero();
        assertThat(second.path("changed").asInt()).isZero();

        try (var server = PmRadarProcess.serve(
                folder,
                "--spring.config.additional-location=" + feeds.toUri(),
                "--jobrunr.background-job-server.enabled=false")) {
            assertEachIsFoundByItsTitle(server, all(server));
        }
    }

    private JsonNode tally(String... command) {
        var finished = PmRadarProcess.run(folder, "", command);
        assertThat(finished.exitCode()).as(finished.error()).isZero();
        return finished.json().getFirst();
    }

    private static int setAside(JsonNode tally) {
        return tally.path("set_aside").valueStream().mapToInt(JsonNode::asInt).sum();
    }

    private static Set<JsonNode> all(PmRadarProcess server) {
        var postings = new HashSet<JsonNode>();
        var page = server.api("/postings?size=100");
        while (true) {
            page.path("postings").forEach(postings::add);
            if (!page.path("next").isString()) break;
            page = server.api(
                    "/postings?size=100&cursor=" + encoded(page.path("next").asString()));
        }
        assertThat(postings).hasSize(page.path("total").asInt());
        return postings;
    }

    private static void assertEachIsFoundByItsTitle(PmRadarProcess server, Set<JsonNode> postings) {
        for (var posting : postings) {
            var title = posting.path("title").asString().replace("\"", " ");
            var found = server.api("/postings?size=100&q=" + encoded("title:\"" + title + "\""));
            assertThat(found.path("postings").valueStream().map(hit -> hit.path("id")))
                    .as(title)
                    .contains(posting.path("id"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
