package pmradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostingGeneratorTest {
    private static final int MANY = 10_000;

    @Test
    void givesTheSamePostingsEachTime() {
        var first = PostingGenerator.forBenchmarks().stream(200).toList();
        var second = PostingGenerator.forBenchmarks().stream(200).toList();

        assertThat(second).isEqualTo(first);
        assertThat(PostingGenerator.forBenchmarks().posting(123)).isEqualTo(first.get(123));
    }

    @Test
    void variesLikeRealAds() {
        var postings = PostingGenerator.forBenchmarks().stream(MANY)
                .filter(posting -> !posting.repeats())
                .toList();

        assertThat(postings.stream().map(GeneratedPosting::text).distinct().count())
                .isEqualTo(postings.size());
        assertThat(postings.stream().map(GeneratedPosting::employer).distinct().count())
                .isGreaterThan(1_500);
        assertThat(postings.stream().map(GeneratedPosting::title).distinct().count())
                .isGreaterThan(300);
        assertThat(postings.stream().map(GeneratedPosting::language).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("en", "de", "fr", "es");
        assertThat(postings).allMatch(posting -> posting.age().compareTo(Duration.ofDays(183)) < 0);
    }

    @Test
    void repeatsHalfOfThem() {
        var repeats = PostingGenerator.forBenchmarks().stream(MANY)
                .filter(GeneratedPosting::repeats)
                .count();

        assertThat((double) repeats / MANY).isBetween(0.45, 0.55);
    }

    @Test
    void writesTheSamplesThatTheProjectShips() throws Exception {
        for (var file : SampleFeeds.files().entrySet()) {
            assertThat(Files.readString(Path.of("config/sample", file.getKey())))
                    .as("renew it by running SampleFeeds with config/sample")
                    .isEqualTo(file.getValue());
        }
    }
}
