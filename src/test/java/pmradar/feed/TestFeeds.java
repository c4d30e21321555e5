package pmradar.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// Settings and feeds for tests.
final class TestFeeds {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private TestFeeds() {}

    static FeedSettings settings() {
        return settings(Duration.ZERO, "localhost");
    }

    static FeedSettings settings(Duration pause, String... allowed) {
        return new FeedSettings(
                List.of(), List.of(), true, Set.of(allowed), "https://pmradar.example/about", limits(pause), keep());
    }

    /// Keeps nothing.
    static FeedSettings.KeepAnswers keep() {
        return new FeedSettings.KeepAnswers(
                false, Path.of("answers"), Duration.ofDays(14), DataSize.ofMegabytes(10), DataSize.ofMegabytes(5));
    }

    /// Times short enough for a test.
    static FeedSettings.Limits limits(Duration pause) {
        return new FeedSettings.Limits(
                Duration.ofSeconds(1),
                Duration.ofMillis(600),
                Duration.ofMillis(1500),
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(8),
                100,
                5,
                pause,
                10,
                5,
                4);
    }

    static Feed feed(String id, String type, String at) {
        return feed(id, type, at, Feed.Origin.DECLARED);
    }

    static Feed feed(String id, String type, String at, Feed.Origin origin) {
        return new Feed(id, type, at, id, null, null, Duration.ofHours(1), null, origin, Map.of());
    }

    static FeedSettings.Declared declared(String id, String type, String at, @Nullable String... key) {
        return new FeedSettings.Declared(
                id, type, at, null, null, null, Duration.ofHours(1), null, List.of(key), Map.of());
    }
}
