package pmradar.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is known of how feeds fared: yields, parts and terms.
@Component
class HealthRows {
    static final int RUNS_KEPT = 60;
    private static final int PARTS_KEPT_DAYS = 90;

    private final JdbcClient jdbc;

    HealthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<YieldRun> runs(String feedId, int limit) {
        return jdbc.sql("select * from feed_yield where feed_id = ? order by id desc limit ?")
                .params(feedId, limit)
                .query(HealthRows::run)
                .list();
    }

    /// Notes a reading that brought something: as one more of the newest run if it brought the same, else as the first
    /// of a new one.
    void brought(String feedId, Reading.Fresh fresh, boolean doubted, Instant now) {
        var found = fresh.listings() + fresh.unreadable();
        var digest = fresh.signs().digest() == null
                ? Integer.toString(found)
                : fresh.signs().digest();
        var newest = runs(feedId, 1).stream().findFirst().orElse(null);
        if (newest != null
                && newest.digest().equals(digest)
                && newest.found() == found
                && newest.complete() == fresh.complete()
                && newest.doubted() == doubted) {
            jdbc.sql("update feed_yield set last_at = ?, readings = readings + 1 where id = ?")
                    .params(at(now), newest.id())
                    .update();
            return;
        }
        jdbc.sql("insert into feed_yield (feed_id, first_at, last_at, readings, found, complete, doubted, vouched,"
                        + " digest) values (?, ?, ?, 1, ?, ?, ?, false, ?)")
                .params(feedId, at(now), at(now), found, fresh.complete(), doubted, digest)
                .update();
        jdbc.sql("delete from feed_yield where feed_id = ? and id < (select min(id) from (select id from feed_yield"
                        + " where feed_id = ? order by id desc limit " + RUNS_KEPT + ") newest)")
                .params(feedId, feedId)
                .update();
    }

    /// Notes that the server said that nothing had changed since the newest run.
    void vouched(String feedId, Instant now) {
        runs(feedId, 1)
                .forEach(newest -> jdbc.sql("update feed_yield set last_at = ?, vouched = true where id = ?")
                        .params(at(now), newest.id())
                        .update());
    }

    /// @return what each part brought when it last brought anything
    Map<String, Integer> parts(String feedId) {
        return jdbc
                .sql("select part, listings from feed_part where feed_id = ?")
                .param(feedId)
                .query((row, number) -> Map.entry(row.getString("part"), row.getInt("listings")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void delivered(String feedId, List<Reading.Part> parts, Instant now) {
        for (var part : parts) {
            if (part.listings() == 0) continue;
            var known = jdbc.sql("update feed_part set listings = ?, delivered = ? where feed_id = ? and part = ?")
                    .params(part.listings(), at(now), feedId, part.name())
                    .update();
            if (known > 0) continue;
            jdbc.sql("insert into feed_part (listings, delivered, feed_id, part) values (?, ?, ?, ?)")
                    .params(part.listings(), at(now), feedId, part.name())
                    .update();
        }
        jdbc.sql("delete from feed_part where feed_id = ? and delivered < ?")
                .params(feedId, at(now.minus(Duration.ofDays(PARTS_KEPT_DAYS))))
                .update();
    }

    /// @param polling null to leave what was heard before
    void heard(String feedId, Robots.@Nullable Word robots, @Nullable Polling polling) {
        if (jdbc.sql("select count(*) from feed_terms where feed_id = ?")
                        .param(feedId)
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql("insert into feed_terms (feed_id, skip_hours, skip_days) values (?, '', '')")
                    .param(feedId)
                    .update();
        }
        if (robots != null) {
            jdbc.sql("update feed_terms set robots_allow = ?, crawl_delay_ms = ?, robots_read = ? where feed_id = ?")
                    .params(robots.allowed(), robots.delay().toMillis(), at(robots.read()), feedId)
                    .update();
        }
        if (polling != null) {
            jdbc.sql("update feed_terms set ttl_minutes = ?, skip_hours = ?, skip_days = ? where feed_id = ?")
                    .params(Arrays.asList(
                            polling.ttl() == null ? null : polling.ttl().toMinutes(),
                            words(polling.skipHours()),
                            words(polling.skipDays()),
                            feedId))
                    .update();
        }
    }

    Optional<FeedTerms> terms(String feedId, Duration pause) {
        return jdbc.sql("select * from feed_terms where feed_id = ?")
                .param(feedId)
                .query((row, number) -> terms(row, pause))
                .optional();
    }

    private static FeedTerms terms(ResultSet row, Duration pause) throws SQLException {
        var allow = row.getObject("robots_allow", Boolean.class);
        var delay = row.getObject("crawl_delay_ms", Long.class);
        var ttl = row.getObject("ttl_minutes", Long.class);
        var verdict = allow == null
                ? FeedTerms.RobotsVerdict.UNKNOWN
                : allow ? FeedTerms.RobotsVerdict.ALLOWED : FeedTerms.RobotsVerdict.FORBIDDEN;
        return new FeedTerms(
                verdict,
                instant(row, "robots_read"),
                delay == null || delay == 0 ? null : Duration.ofMillis(delay),
                pause,
                new Polling(
                        ttl == null ? null : Duration.ofMinutes(ttl),
                        values(row.getString("skip_hours"), Integer::valueOf),
                        values(row.getString("skip_days"), DayOfWeek::valueOf)));
    }

    private static String words(Set<?> values) {
        return values.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static <T> Set<T> values(String words, Function<String, T> value) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(value)
                .collect(Collectors.toSet());
    }

    private static YieldRun run(ResultSet row, int number) throws SQLException {
        return new YieldRun(
                row.getLong("id"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getInt("readings"),
                row.getInt("found"),
                row.getBoolean("complete"),
                row.getBoolean("doubted"),
                row.getBoolean("vouched"),
                row.getString("digest"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
