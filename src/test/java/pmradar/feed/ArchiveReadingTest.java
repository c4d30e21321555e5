package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/// The type `file` together with the room that streams it.
class ArchiveReadingTest {
    private final FeedSettings settings = TestFeeds.settings();
    private final Fetcher fetcher = new Fetcher(settings, TestFeeds.CLOCK);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        fetcher.close();
    }

    private Reading read(Path file, Consumer<Page> onPage) {
        return read(TestFeeds.feed("archive", "file", file.toString()), onPage);
    }

    private Reading read(Feed feed, Consumer<Page> onPage) {
        try (var beans = new AnnotationConfigApplicationContext()) {
            beans.scan("pmradar.feed.type");
            beans.refresh();
            var types = new FeedTypes(
                    List.copyOf(beans.getBeansOfType(FeedType.class).values()));
            var known = new KnownFeeds(settings, types, new MockEnvironment());
            var reader = new PagedReader(
                    types,
                    known,
                    fetcher,
                    noBookmarks(),
                    new AnswerShelf(settings, types, known, TestFeeds.CLOCK),
                    settings,
                    TestFeeds.CLOCK);
            return reader.read(feed, onPage);
        }
    }

    private static Bookmarks noBookmarks() {
        return new Bookmarks() {
            @Override
            public Reading.Bookmark of(Feed feed) {
                return Reading.Bookmark.NONE;
            }

            @Override
            public Instant samplesSince(Instant now) {
                return now;
            }
        };
    }

    @Test
    void losesNoLineOfTheRealPostings() throws IOException {
        var shared = Path.of(System.getProperty("pmradar.shared", "../shared/data"), "postings", "dev.jsonl.gz");
        if (!Files.exists(shared)) {
            if ("true".equals(System.getenv("PMRADAR_REQUIRE_SHARED"))) {
                fail("There are no shared postings at " + shared);
            }
            System.out.println("Skipped: there are no shared postings at " + shared);
            assumeTrue(false);
        }
        var ids = new HashSet<String>();
        var listings = new ArrayList<Listing>();
        var fresh = (Reading.Fresh) read(shared, page -> listings.addAll(page.listings()));
        listings.forEach(listing -> ids.add(listing.externalId()));
        assertThat(fresh.listings() + fresh.unreadable()).isEqualTo(lines(shared));
        assertThat(fresh.unreadable()).isZero();
        assertThat(fresh.complete()).isTrue();
        assertThat(ids).hasSize(listings.size());
        assertThat(listings).allSatisfy(listing -> {
            assertThat(listing.title()).isNotBlank();
            assertThat(listing.body().html() != null || listing.body().text() != null)
                    .isTrue();
        });
        assertThat(listings.stream()
                        .filter(listing -> listing.dates().posted() != null)
                        .count())
                .as("all dates but the relative ones")
                .isGreaterThanOrEqualTo(725);
        assertThat(fresh.wireBytes()).isEqualTo(Files.size(shared));
    }

    private static long lines(Path gz) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(gz))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count();
        }
    }

    @Test
    void streamsManyLinesInSmallPages() throws IOException {
        var file = folder.resolve("many.jsonl.gz");
        var body = "word ".repeat(200);
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (int i = 0; i < 50_000; i++) {
                out.write("{\"id\":" + i + ",\"title\":\"PM " + i + "\",\"description\":\"" + body + "\"}\n");
            }
        }
        var largest = new AtomicLong();
        var fresh = (Reading.Fresh)
                read(file, page -> largest.accumulateAndGet(page.listings().size(), Math::max));
        assertThat(fresh.listings()).isEqualTo(50_000);
        assertThat(largest).hasValue(500);
    }

    @Test
    void aLineWithoutEndIsOneBadLine() throws IOException {
        var file = folder.resolve("long.jsonl");
        Files.writeString(
                file,
                "{\"id\":1,\"title\":\"A\"}\n{\"title\":\"" + "x".repeat(20 << 20) + "\"}\n{\"id\":3,\"title\":\"C\"}");
        var bad = new ArrayList<Page.Unreadable>();
        var fresh = (Reading.Fresh) read(file, page -> bad.addAll(page.unreadable()));
        assertThat(fresh.listings()).isEqualTo(2);
        assertThat(bad).extracting(Page.Unreadable::where).containsExactly("line 2");
    }

    @Test
    void keepsTheListingsBeforeAFileThatBreaksOff() throws IOException {
        var whole = folder.resolve("whole.jsonl.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(whole)), StandardCharsets.UTF_8)) {
            for (int i = 0; i < 5000; i++) {
                out.write("{\"id\":" + i + ",\"title\":\"" + Integer.toHexString(i * 7919) + "\"}\n");
            }
        }
        var cut = folder.resolve("cut.jsonl.gz");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2));
        var listings = new ArrayList<Listing>();
        var failed = (Reading.Failed) read(cut, page -> listings.addAll(page.listings()));
        assertThat(failed.reason()).contains("cut.jsonl.gz").contains("cannot be read");
        assertThat(listings).hasSizeGreaterThan(500);
    }

    @Test
    void readsEveryShippedSampleToItsLastListing() throws IOException {
        var samples = ShippedFeedsTest.shipped().samples();
        var ids = new HashSet<String>();
        for (var sample : samples) {
            var feed = TestFeeds.feed(sample.id(), sample.type(), sample.at(), Feed.Origin.SAMPLE);
            var reading = read(
                    feed,
                    page -> page.listings().forEach(listing -> {
                        ids.add(feed.id() + listing.externalId());
                        assertThat(listing.title()).isNotBlank();
                        assertThat(listing.dates().posted()).as(feed.id()).isNotNull();
                        assertThat(listing.dates().posted().at())
                                .isBetween(TestFeeds.NOW.minusSeconds(400L * 86400), TestFeeds.NOW);
                    }));
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Fresh.class,
                            fresh -> assertThat(fresh.unreadable()).isZero());
        }
        assertThat(samples.stream().map(FeedSettings.Sample::type).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void saysThatAFileIsMissing() {
        var failed = (Reading.Failed) read(folder.resolve("none.jsonl"), page -> {});
        assertThat(failed.reason()).contains("none.jsonl").contains("there is no such file");
    }
}
