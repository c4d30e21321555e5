package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// On the shared real postings, every quotation stands at its offsets and the points make the score.
class EvidenceOffsetsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyQuotationStandsAtItsOffsetsAndPointsMakeTheScore() throws IOException {
        var reader = new EvidenceReader(Lexicon.load(), Taxonomy.builtIn());
        for (var posting : postings()) {
            var text = posting.path("description").asString();
            var found = reader.read(posting.path("title").asString(), text, "en");
            int last = -1;
            for (var unit : found.units()) {
                assertThat(unit.start()).isBetween(0, unit.end() - 1);
                assertThat(unit.end()).isLessThanOrEqualTo(text.length());
                assertThat(unit.start()).isGreaterThanOrEqualTo(last);
                last = unit.start();
                assertThat(unit.domains()).isNotEmpty();
            }
            int sum =
                    found.score().points().stream().mapToInt(Integer::intValue).sum();
            assertThat(found.score().total())
                    .isEqualTo(Math.min(100, sum + found.score().expertMark()));
        }
    }

    @Test
    void sameTextGivesTheSameAnswer() throws IOException {
        var one = Classifiers.builtIn();
        var other = Classifiers.builtIn();
        for (var posting : postings().stream().limit(100).toList()) {
            var title = posting.path("title").asString();
            var text = posting.path("description").asString();
            assertThat(one.judge(title, text)).isEqualTo(other.judge(title, text));
        }
    }

    private static List<JsonNode> postings() throws IOException {
        var file = Path.of(System.getProperty("pmradar.shared", "../shared/data"), "postings", "dev.jsonl.gz");
        boolean present = Files.isReadable(file);
        if (Boolean.parseBoolean(System.getenv("PMRADAR_REQUIRE_SHARED"))) {
            assertThat(present).as("shared postings at %s", file).isTrue();
        }
        assumeTrue(present, "no shared postings at " + file);
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
