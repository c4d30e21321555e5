package pmradar.feed.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Walks the recorded answers of our own writing, in the true shape of each feed type: `name.answer.*` beside
/// `name.listings.json`, which says what must be read. A new file is enough for a new test;
/// `-Dpmradar.writeListings=true` writes the expectation of an answer that has none yet, to be read and corrected by
/// hand.
class RecordedFeedsTest {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");

    @TestFactory
    Stream<DynamicTest> readsWhatIsExpected() throws IOException {
        return answers().stream()
                .map(answer -> DynamicTest.dynamicTest(FOLDER.relativize(answer).toString(), () -> check(answer)));
    }

    @Test
    void everyTypeHasARecording() throws IOException {
        Set<String> recorded = new TreeSet<>();
        for (Path answer : answers())
            recorded.add(answer.getParent().getFileName().toString());
        assertThat(KnownTypes.byName().keySet())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(recorded).contains(type));
        assertThat(recorded)
                .as("folders that belong to no type")
                .isSubsetOf(KnownTypes.byName().keySet());
    }

    private static void check(Path answer) throws IOException {
        TriedFeed tried = TriedFeed.of(answer);
        if (Boolean.getBoolean("pmradar.writeListings") && !tried.expected().has("listings")) tried.write();
        assertThat(TriedFeed.pretty(tried.read())).isEqualTo(TriedFeed.pretty(tried.expected()));
    }

    private static List<Path> answers() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return new ArrayList<>(files.filter(file -> file.toString().contains(".answer."))
                    .sorted()
                    .toList());
        }
    }
}
