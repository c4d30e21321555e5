package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.HostileServer.text;
import static pmradar.feed.TestFeeds.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;
import pmradar.StandingClock;

class AnswerShelfTest {
    private static final String KEY = "s3cr3t-key-0815";

    @TempDir
    Path folder;

    private final MockEnvironment environment = new MockEnvironment().withProperty("ACME_KEY", KEY);
    private final StandingClock clock = new StandingClock(NOW);
    private final List<String> titles = new ArrayList<>();
    private HostileServer server;
    private Fetcher fetcher;
    private AnswerShelf shelf;
    private PagedReader reader;
    private Feed feed;

    /// Asks with its key in the address.
    private static final class KeyedLines implements FeedType {
        private final PlainLines lines = new PlainLines();

        @Override
        public String name() {
            return "keyed";
        }

        @Override
        public FeedRequest first(Feed feed) {
            return FeedRequest.get(
                    feed.at() + "?app=1&api_key=" + feed.options().get("key"));
        }

        @Override
        public Page parse(Feed feed, Answer answer) {
            return lines.parse(feed, answer);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        var declared = new FeedSettings.Declared(
                "acme",
                "keyed",
                server.uri("/1").toString(),
                null,
                null,
                null,
                Duration.ofHours(1),
                null,
                List.of("ACME_KEY"),
                Map.of());
        var base = TestFeeds.settings();
        var settings = new FeedSettings(
                List.of(declared),
                List.of(),
                true,
                base.allowedPrivateHosts(),
                null,
                base.limits(),
                new FeedSettings.KeepAnswers(
                        true, folder, Duration.ofDays(14), DataSize.ofMegabytes(4), DataSize.ofMegabytes(2)));
        var types = new FeedTypes(List.of(new KeyedLines()));
        var known = new KnownFeeds(settings, types, environment);
        fetcher = new Fetcher(settings, clock);
        shelf = new AnswerShelf(settings, types, known, clock);
        var bookmarks = new Bookmarks() {
            @Override
            public Reading.Bookmark of(Feed feed) {
                return Reading.Bookmark.NONE;
            }

            @Override
            public Instant samplesSince(Instant now) {
                return now;
            }
        };
        reader = new PagedReader(types, known, fetcher, bookmarks, shelf, settings, clock);
        feed = known.named("acme").orElseThrow();
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private void serve(String first, String second) {
        var next = server.uri("/2") + "?page=2&api_key=" + KEY;
        server.on("/1?app=1&api_key=" + KEY, text(200, "Set-Cookie: id=77\r\n", first + "\nnext: " + next));
        server.on("/2?page=2&api_key=" + KEY, text(200, "", second));
    }

    private Reading read() {
        return reader.read(feed, page -> {});
    }

    private Reading replay(int index) {
        titles.clear();
        return shelf.replay(
                feed,
                shelf.readings("acme").get(index),
                page -> page.listings().forEach(listing -> titles.add(listing.title())));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void readsAgainWhatWasKeptWithoutAskingAnyone() throws IOException {
        serve("a", "b");
        assertThat(read()).isInstanceOf(Reading.Fresh.class);
        assertThat(shelf.readings("acme")).singleElement().satisfies(kept -> {
            assertThat(kept.answers()).isEqualTo(2);
            assertThat(kept.ended()).isEqualTo(NOW);
        });
        server.close();
        assertThat(replay(0)).isInstanceOf(Reading.Fresh.class);
        assertThat(titles).containsExactly("a", "b");
    }

    @Test
    void neverWritesKeysOrCookiesDown() throws IOException {
        serve("the page repeats " + KEY, "b");
        read();
        for (var file : files()) {
            try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain(KEY).doesNotContain("id=77");
            }
            assertThat(file.toString()).doesNotContain(KEY);
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatBringsTheSameIsKeptOnceAndProlonged() {
        serve("a", "b");
        for (int i = 0; i < 3; i++) {
            read();
            clock.move(Duration.ofHours(1));
        }
        assertThat(shelf.readings("acme")).singleElement().satisfies(kept -> {
            assertThat(kept.started()).isEqualTo(NOW);
            assertThat(kept.ended()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        });
        serve("a", "c");
        read();
        assertThat(shelf.readings("acme")).hasSize(2);
        replay(0);
        assertThat(titles).containsExactly("a", "c");
        replay(1);
        assertThat(titles).containsExactly("a", "b");
    }

    @Test
    void answersThatCannotBeReadAreKeptTooForAParserThatWillBeMended() {
        server.on("/1?app=1&api_key=" + KEY, text(200, "", "!"));
        assertThat(read()).isInstanceOf(Reading.Failed.class);
        assertThat(shelf.readings("acme")).hasSize(1);
        assertThat(((Reading.Failed) replay(0)).reason()).contains("web page instead of lines");
    }

    @Test
    void whatIsTooOldOrTooMuchGoesOldestFirst() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 6; i++) {
            var noise = new StringBuilder();
            for (int j = 0; j < 900_000; j++) noise.append((char) ('a' + random.nextInt(26)));
            serve(noise.toString(), "b");
            read();
            clock.move(Duration.ofHours(1));
        }
        var kept = shelf.readings("acme");
        assertThat(kept.size()).isBetween(2, 4);
        assertThat(kept.stream().mapToLong(KeptAnswers.Kept::bytes).sum()).isLessThanOrEqualTo(2 << 20);
        assertThat(kept.getFirst().ended()).isEqualTo(NOW.plus(Duration.ofHours(5)));

        shelf.pruneAll(NOW.plus(Duration.ofDays(15)));
        assertThat(shelf.readings("acme")).isEmpty();
    }

    /// A crash leaves a folder without a name; a damaged disk leaves half a file.
    @Test
    void whatACrashLeftIsNoReadingAndAHalfFileIsToldInWords() throws IOException {
        serve("a", "b");
        read();
        Files.createDirectories(folder.resolve("acme").resolve("unfinished-x"));
        assertThat(shelf.readings("acme")).hasSize(1);
        var first = files().getFirst();
        var bytes = Files.readAllBytes(first);
        Files.write(first, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(((Reading.Failed) replay(0)).reason()).contains("cannot be read");
    }

    @Test
    void aFeedThatIsOnlyTriedIsNotKept() throws IOException {
        server.on("/t?app=1&api_key=null", text(200, "", "a"));
        reader.read(TestFeeds.feed("check", "keyed", server.uri("/t").toString()), page -> {});
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullDiskCostsNoReading() throws IOException {
        Files.writeString(folder.resolve("acme"), "a file where the folder should be");
        serve("a", "b");
        assertThat(read()).isInstanceOf(Reading.Fresh.class);
        assertThat(shelf.readings("acme")).isEmpty();
    }
}
