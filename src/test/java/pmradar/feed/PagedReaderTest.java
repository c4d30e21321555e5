package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pmradar.feed.HostileServer.raw;
import static pmradar.feed.HostileServer.text;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PagedReaderTest {
    private final List<String> titles = new ArrayList<>();
    private final FeedTypes types = TestFeeds.types(new PlainLines());
    private Reading.Bookmark bookmark = Reading.Bookmark.NONE;
    private HostileServer server;
    private Fetcher fetcher;
    private PagedReader reader;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        var settings = TestFeeds.settings();
        fetcher = new Fetcher(settings, TestFeeds.CLOCK);
        var bookmarks = new Bookmarks() {
            @Override
            public Reading.Bookmark of(Feed feed) {
                return bookmark;
            }

            @Override
            public Instant samplesSince(Instant now) {
                return now;
            }
        };
        var known = new KnownFeeds(settings, types, new MockEnvironment());
        reader = new PagedReader(
                types,
                known,
                fetcher,
                bookmarks,
                new AnswerShelf(settings, types, known, TestFeeds.CLOCK),
                settings,
                TestFeeds.CLOCK);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private Reading read(String path) {
        return reader.read(
                TestFeeds.feed("f", "plain", server.uri(path).toString()),
                page -> page.listings().forEach(listing -> titles.add(listing.title())));
    }

    private Reading.Fresh fresh(String path) {
        assertThat(read(path)).isInstanceOf(Reading.Fresh.class);
        titles.clear();
        return (Reading.Fresh) read(path);
    }

    @Test
    void joinsPagesAndTakesTheBookmarkOfTheFirst() {
        server.on(
                "/1",
                text(
                        200,
                        "ETag: \"one\"\r\nLast-Modified: then\r\nCache-Control: public, max-age=7200\r\n",
                        "a\nb\nnext: " + server.uri("/2")));
        server.on("/2", text(200, "ETag: \"two\"\r\n", "c\n?\n"));
        var fresh = fresh("/1");
        assertThat(titles).containsExactly("a", "b", "c");
        assertThat(fresh.complete()).isTrue();
        assertThat(fresh.unreadable()).isEqualTo(1);
        assertThat(fresh.bookmark()).isEqualTo(new Reading.Bookmark("\"one\"", "then", Duration.ofHours(2)));
    }

    @Test
    void sendsTheBookmarkWithTheFirstPageOnly() {
        bookmark = new Reading.Bookmark("\"one\"", null);
        server.on("/1", text(200, "", "a\nnext: " + server.uri("/2")));
        server.on(
                "/2",
                (out, head) -> raw(
                        out,
                        head.contains("If-None-Match")
                                ? "HTTP/1.1 500 X\r\n\r\n"
                                : "HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\nb"));
        assertThat(read("/1")).isInstanceOf(Reading.Fresh.class);
        assertThat(server.requests().getFirst()).contains("If-None-Match: \"one\"");
    }

    @Test
    void saysThatNothingChanged() {
        bookmark = new Reading.Bookmark("\"one\"", null);
        server.on("/1", (out, head) -> raw(out, "HTTP/1.1 304 X\r\n\r\n"));
        assertThat(read("/1")).isInstanceOf(Reading.Unchanged.class);
    }

    @Test
    void keepsTheListingsBeforeAPageThatFails() {
        server.on("/1", text(200, "", "a\nb\nnext: " + server.uri("/2")));
        server.on("/2", text(500, "", ""));
        assertThat(((Reading.Failed) read("/1")).reason()).contains("(500)").contains("After 1 pages");
        assertThat(titles).containsExactly("a", "b");
    }

    @Test
    void aNextThatGoesInACircleEndsTheReadingIncomplete() {
        server.on("/1", text(200, "", "a\nnext: " + server.uri("/2")));
        server.on("/2", text(200, "", "b\nnext: " + server.uri("/1")));
        assertThat(fresh("/1").complete()).isFalse();
        assertThat(titles).containsExactly("a", "b");
    }

    @Test
    void anEndlessFeedEndsAtTheCap() {
        IntStream.range(0, 30)
                .forEach(i -> server.on("/" + i, text(200, "", "t" + i + "\nnext: " + server.uri("/" + (i + 1)))));
        assertThat(((Reading.Fresh) read("/0")).complete()).isFalse();
        assertThat(titles).hasSize(10);
    }

    @Test
    void followsWhatIsPendingAndIsIncompleteIfAnyOfItIsLost() {
        server.on("/1", text(200, "", "a\nmore: " + server.uri("/x") + "\nmore: " + server.uri("/y")));
        server.on("/x", text(200, "", "x"));
        server.on("/y", text(200, "", "y"));
        assertThat(fresh("/1").complete()).isTrue();
        assertThat(titles).containsExactly("a", "x", "y");
        server.on("/y", text(404, "", ""));
        var fresh = fresh("/1");
        assertThat(fresh.complete()).isFalse();
        assertThat(fresh.unreadable()).isEqualTo(1);
        assertThat(titles).containsExactly("a", "x");
    }

    @Test
    void followsNoMoreThanTheLimit() {
        var lines = IntStream.range(0, 9)
                .mapToObj(i -> "more: " + server.uri("/x" + i))
                .collect(Collectors.joining("\n"));
        IntStream.range(0, 9).forEach(i -> server.on("/x" + i, text(200, "", "x" + i)));
        server.on("/1", text(200, "", lines));
        assertThat(((Reading.Fresh) read("/1")).complete()).isFalse();
        assertThat(titles).hasSize(5);
    }

    @Test
    void repeatsTheTypesOwnWordsAndSurvivesItsStumbling() {
        server.on("/html", text(200, "", "!"));
        assertThat(((Reading.Failed) read("/html")).reason())
                .isEqualTo("The feed answered with a web page instead of lines.");
        server.on("/crash", text(200, "", "crash"));
        assertThat(((Reading.Failed) read("/crash")).reason()).contains("plain").contains("IllegalStateException");
    }

    @Test
    void letsAConsumersFailureThrough() {
        server.on("/1", text(200, "", "a"));
        var feed = TestFeeds.feed("f", "plain", server.uri("/1").toString());
        assertThatThrownBy(() -> reader.read(feed, page -> {
                    throw new IllegalStateException("the database is gone");
                }))
                .hasMessage("the database is gone");
    }

    @Test
    void readsNoFilesForATypeThatReadsServers() {
        var feed = TestFeeds.feed("f", "plain", "file:///etc/hostname");
        assertThat(((Reading.Failed) reader.read(feed, page -> {})).reason()).contains("not from files");
        var unknown = TestFeeds.feed("f", "nonsense", "x");
        assertThat(((Reading.Failed) reader.read(unknown, page -> {})).reason()).contains("there are adzuna,", "plain");
    }

    @Test
    void aMissingSampleSaysWhichFileItMisses() {
        var feed = TestFeeds.feed("s", "plain", "no-such.txt", Feed.Origin.SAMPLE);
        assertThat(((Reading.Failed) reader.read(feed, page -> {})).reason()).contains("config/sample/no-such.txt");
        var sly = TestFeeds.feed("s", "plain", "../feeds.yml", Feed.Origin.SAMPLE);
        assertThat(((Reading.Failed) reader.read(sly, page -> {})).reason()).contains("plain name");
    }

    @Test
    void tellsTheSameListingsInAnyOrderFromOthers() {
        server.on("/1", text(200, "", "a\nb"));
        var one = fresh("/1").signs().digest();
        server.on("/1", text(200, "", "b\na"));
        assertThat(fresh("/1").signs().digest()).isEqualTo(one);
        server.on("/1", text(200, "", "a\nc"));
        assertThat(fresh("/1").signs().digest()).isNotEqualTo(one);
    }

    @Test
    void saysWhatKindOfPageCameInsteadOfTheFeed() {
        server.on("/1", text(200, "", "!\n"));
        assertThat(((Reading.Failed) read("/1")).symptom()).isEqualTo(Reading.Symptom.OTHER);
        var page = "<!doctype html><a href='https://jobs.lever.co/acme'>Jobs</a>\n!\n";
        server.on("/1", text(200, "", page));
        assertThat(((Reading.Failed) read("/1")).symptom()).isEqualTo(Reading.Symptom.WEB_PAGE);
        assertThat(((Reading.Failed) read("/1")).reason()).contains("lever (acme)");
        server.on("/1", text(200, "", "<!doctype html><input type=password>\n!\n"));
        assertThat(((Reading.Failed) read("/1")).symptom()).isEqualTo(Reading.Symptom.LOG_IN);
        assertThat(((Reading.Failed) read("/nothing")).symptom()).isEqualTo(Reading.Symptom.GONE);
    }

    @Test
    void detailPagesThatMostlyFailAreTold() {
        server.on(
                "/1",
                text(
                        200,
                        "",
                        IntStream.range(0, 5)
                                .mapToObj(i -> "more: " + server.uri("/x" + i))
                                .collect(Collectors.joining("\n"))));
        server.on("/x0", text(200, "", "x"));
        assertThat(fresh("/1").signs().parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo(Parts.DETAILS);
            assertThat(part.problem()).startsWith("4 of 5 could not be read.");
        });
    }
}
