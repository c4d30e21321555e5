package preview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
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
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
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
        basePackages = {"pmradar.web", "pmradar.account"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ConfigurationPropertiesScan({"pmradar.web", "pmradar.account"})
public class PreviewApplication {

    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    public static void main(String[] args) {
        SpringApplication.run(PreviewApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    HeldPostings heldPostings() {
        return new HeldPostings(InventedPostings.all());
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
    HeldCorrections corrections(HeldPostings held) {
        return new HeldCorrections(held);
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
