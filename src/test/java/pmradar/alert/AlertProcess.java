package pmradar.alert;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import pmradar.account.Owners;
import pmradar.feed.FeedHealth;
import pmradar.feed.Feeds;
import pmradar.feed.Outbound;
import pmradar.feed.TestOutbound;
import pmradar.search.SearchSettings;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;
import preview.Shown;

/// The room as a process of its own, to be killed: it matches and delivers what it is given by number, as the program
/// does, by two threads at once. A minute of its clock is a second, so that who was killed is soon taken for dead.
public final class AlertProcess {
    static final List<String> WORDS = List.of("kubernetes", "terraform", "oracle", "golang");
    static final int SECONDS_A_SECOND = 60;

    /// Each fifth change is only a posting spelled otherwise, which is no news.
    static Ads change(long version) {
        boolean again = version % 5 == 0;
        long id = again ? version - 3 : version;
        return Ads.ad(id)
                .title(again ? "Project Manager (m/f/d)" : "Project Manager")
                .text("Plan with " + word(id) + ".")
                .score(40)
                .seen(Duration.ZERO)
                .version(version);
    }

    static String word(long id) {
        return WORDS.get((int) (id % WORDS.size()));
    }

    /// @param arguments the database's address, the index's folder, when the clock began in milliseconds,
    ///     up to which change there are any, and `finish` to end when all of it is delivered; or `alone`
    ///     to end so when no other process is there: then the hour of the next try comes at once when
    ///     there is nothing else to do
    public static void main(String... arguments) throws InterruptedException {
        long upTo = Long.parseLong(arguments[3]);
        var context = open(arguments[0], Path.of(arguments[1]), Long.parseLong(arguments[2]));
        var store = context.getBean(StoredInMemory.class);
        for (long version = 1; version <= upTo; version++)
            store.put(change(version).posting());
        System.out.println("up");
        Thread.ofPlatform().daemon().start(() -> keep(context, upTo));
        var dispatch = context.getBean(Dispatch.class);
        var clock = context.getBean(Fast.class);
        var jdbc = context.getBean(JdbcClient.class);
        var asked = arguments.length > 4 ? arguments[4] : "";
        do {
            dispatch.due(clock.instant());
            if (asked.equals("alone")) nextTry(jdbc, clock.instant()).ifPresent(clock::passTo);
            Thread.sleep(20);
        } while (asked.isEmpty() || !done(jdbc, upTo));
        context.close();
        Runtime.getRuntime().halt(0);
    }

    private static void keep(AnnotationConfigApplicationContext context, long upTo) {
        var recorder = context.getBean(HitRecorder.class);
        var dispatch = context.getBean(Dispatch.class);
        var clock = context.getBean(Clock.class);
        var jdbc = context.getBean(JdbcClient.class);
        while (true) {
            while (recorder.step(clock.instant())) Thread.onSpinWait();
            dispatch.due(clock.instant());
            if (jdbc.sql("select version from alert_progress").query(Long.class).single() == upTo) return;
        }
    }

    /// When the next delivery is tried again, if all of them wait for that.
    private static Optional<Instant> nextTry(JdbcClient jdbc, Instant now) {
        var next = jdbc.sql("select min(next_try) from alert_delivery where state = 'WAITING'"
                        + " and not exists (select 1 from alert_hit where state = 'WAITING')"
                        + " and not exists (select 1 from alert_delivery"
                        + " where state = 'WAITING' and (held_until is not null or next_try <= ?))")
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
        return next.map(OffsetDateTime::toInstant);
    }

    private static boolean done(JdbcClient jdbc, long upTo) {
        return jdbc.sql("select (select version from alert_progress) = ?"
                        + " and not exists (select 1 from alert_hit where state = 'WAITING')"
                        + " and not exists (select 1 from alert_delivery where state = 'WAITING')")
                .param(upTo)
                .query(Boolean.class)
                .single();
    }

    static AnnotationConfigApplicationContext open(String url, Path folder, long began) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("url", url, "folder", folder, "began", began)));
        context.register(Rooms.class);
        context.refresh();
        return context;
    }

    /// Runs faster than the clock on the wall, in all processes alike.
    private static final class Fast extends Clock {
        private final long began;
        private volatile Duration passed = Duration.ZERO;

        Fast(long began) {
            this.began = began;
        }

        @Override
        public Instant instant() {
            return Ads.NOW
                    .plusMillis((System.currentTimeMillis() - began) * SECONDS_A_SECOND)
                    .plus(passed);
        }

        void passTo(Instant later) {
            passed = passed.plus(Duration.between(instant(), later));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"pmradar.alert", "pmradar.pursuit", "pmradar.search.lucene"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pmradar\\.alert\\.channel\\.(?!Webhook).*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|Test|Process)\\$.*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pmradar\\.pursuit\\.(Moves|StoredTakeaway)")
            })
    static class Rooms {

        @Bean
        DataSource database(org.springframework.core.env.Environment given) {
            var pool = new com.zaxxer.hikari.HikariDataSource();
            pool.setJdbcUrl(given.getRequiredProperty("url"));
            pool.setMaximumPoolSize(4);
            pool.setMinimumIdle(1);
            return pool;
        }

        @Bean
        JdbcTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JdbcTemplate template(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient client(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        Fast clock(org.springframework.core.env.Environment given) {
            return new Fast(given.getRequiredProperty("began", Long.class));
        }

        @Bean
        SearchSettings search(org.springframework.core.env.Environment given) {
            return new SearchSettings(
                    given.getRequiredProperty("folder", Path.class), Duration.ofSeconds(5), Duration.ofSeconds(30));
        }

        @Bean
        StoredInMemory postings() {
            return new StoredInMemory();
        }

        @Bean
        Outbound outbound() {
            return TestOutbound.allowing("localhost");
        }

        @Bean
        HeldTroubles troubles() {
            return new HeldTroubles();
        }

        @Bean
        FeedHealth health(HeldTroubles troubles) {
            return Shown.as(FeedHealth.class, troubles);
        }

        @Bean
        Feeds feeds(HeldTroubles troubles) {
            return Shown.as(Feeds.class, troubles);
        }

        @Bean
        Owners owners() {
            return List::of;
        }
    }
}
