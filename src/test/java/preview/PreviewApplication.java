package preview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

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
@ComponentScan({"pmradar.web", "pmradar.account"})
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
    HeldPostings postings() {
        return new HeldPostings(InventedPostings.all());
    }

    @Bean
    HeldSearch search(HeldPostings postings) {
        return new HeldSearch(postings);
    }

    @Bean
    HeldFeeds feeds() {
        return new HeldFeeds();
    }

    @Bean
    HeldReadLog readLog() {
        return new HeldReadLog();
    }

    @Bean
    WordClassifier classifier() {
        return new WordClassifier();
    }
}
