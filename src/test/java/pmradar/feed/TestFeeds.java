package pmradar.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
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

    /// For tests of what is answered, not of how fast a busy machine answers.
    static FeedSettings patient() {
        var limits = new FeedSettings.Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(32),
                100,
                5,
                Duration.ZERO,
                10,
                5,
                4);
        return new FeedSettings(List.of(), List.of(), true, Set.of("localhost"), null, limits, keep());
    }

    /// Keeps nothing.
    static FeedSettings.KeepAnswers keep() {
        return new FeedSettings.KeepAnswers(
                false, Path.of("answers"), Duration.ofDays(14), DataSize.ofMegabytes(10), DataSize.ofMegabytes(5));
    }

    /// Makes the room's tables, as Flyway would.
    static void tables(DataSource database) {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/feed/*.sql");
            Arrays.sort(found, Comparator.comparing(Resource::getFilename));
            new ResourceDatabasePopulator(found).execute(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All feed types there are, and some of the test's own.
    static FeedTypes types(FeedType... more) {
        try (var context = new AnnotationConfigApplicationContext("pmradar.feed.type")) {
            var all = new ArrayList<>(context.getBeansOfType(FeedType.class).values());
            all.addAll(List.of(more));
            return new FeedTypes(all);
        }
    }

    /// Times short enough for a test.
    static FeedSettings.Limits limits(Duration pause) {
        return new FeedSettings.Limits(
                Duration.ofSeconds(1),
                Duration.ofMillis(1200),
                Duration.ofMillis(3000),
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
