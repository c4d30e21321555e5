package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.HostileServer.text;
import static pmradar.feed.TestFeeds.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;
import pmradar.StandingClock;

/// A feed whose server gives a token for a secret, and its pages for the token.
class TokenReadingTest {
    private static final String SECRET = "s3cr3t-0815";

    @TempDir
    Path folder;

    private final StandingClock clock = new StandingClock(NOW);
    private final List<String> asked = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private HostileServer server;
    private Fetcher fetcher;
    private AnswerShelf shelf;
    private PagedReader reader;
    private Feed feed;
    private int given;

    private static final class TokenLines implements FeedType {
        private final PlainLines lines = new PlainLines();

        @Override
        public String name() {
            return "token-lines";
        }

        @Override
        public FeedRequest first(Feed feed) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("client_secret", String.valueOf(feed.options().get("key")));
            fields.put("scope", "a b");
            return FeedRequest.postForm(URI.create(feed.at() + "/token"), fields);
        }

        @Override
        public Page parse(Feed feed, Answer answer) {
            var text = new String(answer.bytes(), StandardCharsets.UTF_8);
            if (!text.contains("access_token")) return lines.parse(feed, answer);
            var token = text.replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
            var next = new FeedRequest(
                    URI.create(feed.at() + "/1"),
                    null,
                    Map.of("Authorization", "Bearer " + token, "User-Agent", "owner@example.org"));
            return new Page(List.of(), List.of(), List.of(), next, false);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        var at = server.uri("").toString();
        var declared = new FeedSettings.Declared(
                "acme",
                "token-lines",
                at,
                null,
                null,
                null,
                Duration.ofHours(1),
                null,
                List.of("ACME_SECRET"),
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
        var types = new FeedTypes(List.of(new TokenLines()));
        var known = new KnownFeeds(settings, types, new MockEnvironment().withProperty("ACME_SECRET", SECRET));
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
        on("/token", () -> "{\"access_token\":\"token-" + ++given + "-abc\",\"expires_in\":1499}");
        on("/1", () -> "a\nnext: " + at + "/2");
        on("/2", () -> "b");
    }

    private interface Body {
        String text();
    }

    private void on(String path, Body body) {
        server.on(path, (out, head) -> {
            asked.add(head);
            text(200, "", body.text()).answer(out, head);
        });
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private Reading read() {
        titles.clear();
        return reader.read(feed, page -> page.listings().forEach(listing -> titles.add(listing.title())));
    }

    @Test
    void asksEachFollowingPageAsThePageBefore() {
        assertThat(read()).isInstanceOf(Reading.Fresh.class);
        assertThat(titles).containsExactly("a", "b");
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst().toLowerCase(Locale.ROOT))
                .startsWith("post ")
                .contains("content-type: application/x-www-form-urlencoded");
        assertThat(asked.subList(1, 3))
                .allSatisfy(head -> assertThat(head.toLowerCase(Locale.ROOT))
                        .contains("authorization: bearer token-1-abc")
                        .contains("user-agent: owner@example.org")
                        .doesNotContain("content-type"));
    }

    @Test
    void neverWritesTheTokenDownAndReadsAgainWithoutIt() throws IOException {
        read();
        clock.move(Duration.ofHours(1));
        read();
        assertThat(shelf.readings("acme"))
                .as("another token brings nothing new")
                .singleElement()
                .satisfies(kept -> assertThat(kept.answers()).isEqualTo(3));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET, "-abc");
                }
            }
        }
        server.close();
        titles.clear();
        shelf.replay(
                feed,
                shelf.readings("acme").getFirst(),
                page -> page.listings().forEach(listing -> titles.add(listing.title())));
        assertThat(titles).containsExactly("a", "b");
    }
}
