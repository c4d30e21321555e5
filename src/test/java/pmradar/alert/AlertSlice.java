package pmradar.alert;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import pmradar.StandingClock;
import pmradar.account.Owners;
import pmradar.feed.FeedHealth;
import pmradar.feed.Feeds;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;
import preview.Shown;

/// The rooms `alert`, `pursuit` and `search.lucene` over a store that only remembers, on whatever database the test
/// names.
@AutoConfigurationPackage
@AutoConfigureDataJpa
@ComponentScan(
        basePackages = {"pmradar.alert", "pmradar.pursuit", "pmradar.search.lucene"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pmradar\\.alert\\.channel\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pmradar\\.pursuit\\.(Moves|StoredTakeaway)")
        })
@ConfigurationPropertiesScan("pmradar.search")
public class AlertSlice {

    @Bean
    StoredInMemory postings() {
        return new StoredInMemory();
    }

    @Bean
    OtherNames otherNames() {
        return new OtherNames();
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
        return () -> List.of(3L);
    }

    @Bean
    StandingClock clock() {
        return new StandingClock(Ads.NOW);
    }
}
