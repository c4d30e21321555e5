package preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import pmradar.feed.FeedHealth;
import pmradar.feed.Feeds;
import pmradar.feed.KeptAnswers;
import pmradar.ingest.ReadLog;
import pmradar.posting.Postings;
import pmradar.search.IndexState;
import pmradar.search.IndexWatch;
import pmradar.search.PostingSearch;

/// The web room alone, over invented postings held in memory: for looking at pages, and for fast tests of them.
///
/// Outside of `pmradar`, so that no test of the whole program finds it by scanning.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
            "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
            "org.jobrunr.spring.autoconfigure.JobRunrAutoConfiguration",
            "org.jobrunr.spring.autoconfigure.storage.JobRunrSqlStorageAutoConfiguration"
        })
@ComponentScan(
        basePackages = {"pmradar.web", "pmradar.account", "pmradar.pursuit", "pmradar.alert", "pmradar.report"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ConfigurationPropertiesScan({"pmradar.web", "pmradar.account", "pmradar.alert"})
public class PreviewApplication {

    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    /// What refers to another table stands before it.
    private static final List<String> PEOPLES = List.of(
            "account_session",
            "account_token",
            "account_link",
            "pursuit",
            "pursuit_seen",
            "pursuit_preference",
            "alert_delivery",
            "alert_destination",
            "alert_told",
            "alert_hit",
            "alert_notice",
            "alert_digest",
            "alert_search",
            "report_issue",
            "report_standing");

    public static void main(String[] args) {
        SpringApplication.run(PreviewApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /// What belongs to people is in a database of its own for each run.
    @Bean
    DataSource database() throws IOException {
        var memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:preview-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return withTables(memory);
    }

    public static DataSource withTables(DataSource empty) throws IOException {
        var found = new PathMatchingResourcePatternResolver();
        for (var room : List.of("account", "pursuit", "alert", "report")) {
            var tables = found.getResources("classpath:db/migration/" + room + "/*.sql");
            Arrays.sort(tables, Comparator.comparing(Resource::getFilename));
            new ResourceDatabasePopulator(tables).execute(empty);
        }
        return empty;
    }

    /// Nothing of what belongs to people is left, but they themselves: for tests, which share one database.
    public static void forgetPeoplesThings(JdbcClient jdbc) {
        for (var table : PEOPLES) jdbc.sql("delete from " + table).update();
    }

    @Bean
    HeldPostings heldPostings() {
        return new HeldPostings(InventedPostings.all());
    }

    @Bean
    HeldTrends trends(HeldPostings held) {
        return new HeldTrends(held);
    }

    @Bean
    HeldFeeds heldFeeds() {
        return new HeldFeeds();
    }

    @Bean
    HeldReadLog heldReadLog() {
        return new HeldReadLog();
    }

    @Bean
    Postings postings(HeldPostings held) {
        return Shown.as(Postings.class, held);
    }

    @Bean
    PostingSearch search(HeldPostings held) {
        return Shown.as(PostingSearch.class, new HeldSearch(held));
    }

    @Bean
    HeldMatcher matcher(HeldPostings held) {
        return new HeldMatcher(new HeldSearch(held));
    }

    @Bean
    HeldOutbound outbound() {
        return new HeldOutbound();
    }

    @Bean
    HeldSuggestions suggestions(HeldPostings held) {
        return new HeldSuggestions(held);
    }

    @Bean
    IndexWatch indexWatch() {
        return new IndexWatch() {
            @Override
            public IndexState state() {
                return new IndexState(true, 100);
            }

            @Override
            public void rebuild() {
                throw new UnsupportedOperationException("the preview has no index");
            }
        };
    }

    @Bean
    Feeds feeds(HeldFeeds held) {
        return Shown.as(Feeds.class, held);
    }

    @Bean
    HeldAddedFeeds addedFeeds() {
        return new HeldAddedFeeds();
    }

    @Bean
    HeldBlocks blocks(HeldPostings held) {
        return new HeldBlocks(held);
    }

    @Bean
    HeldHealth heldHealth() {
        return new HeldHealth();
    }

    @Bean
    FeedHealth health(HeldHealth held) {
        return Shown.as(FeedHealth.class, held);
    }

    @Bean
    KeptAnswers keptAnswers(HeldHealth held) {
        return Shown.as(KeptAnswers.class, held);
    }

    @Bean
    ReadLog readLog(HeldReadLog held) {
        return Shown.as(ReadLog.class, held);
    }

    @Bean
    HeldHistories histories(HeldPostings held) {
        return new HeldHistories(held);
    }

    @Bean
    HeldReadmissions readmissions(HeldReadLog log) {
        return new HeldReadmissions(log);
    }

    @Bean
    HeldCorrections corrections(HeldPostings held, HeldReadmissions readmissions) {
        return new HeldCorrections(held, readmissions);
    }

    @Bean
    HeldRules rules() {
        return new HeldRules();
    }

    @Bean
    WordClassifier classifier() {
        return new WordClassifier();
    }
}
