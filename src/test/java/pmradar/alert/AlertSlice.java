package pmradar.alert;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import pmradar.StandingClock;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;

/// The rooms `alert` and `search.lucene` over a store that only remembers, on whatever database the test names.
@AutoConfigurationPackage
@AutoConfigureDataJpa
@ComponentScan(
        basePackages = {"pmradar.alert", "pmradar.search.lucene"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pmradar\\.alert\\.channel\\..*")
        })
@ConfigurationPropertiesScan("pmradar.search")
public class AlertSlice {

    @Bean
    StoredInMemory postings() {
        return new StoredInMemory();
    }

    @Bean
    StandingClock clock() {
        return new StandingClock(Ads.NOW);
    }
}
