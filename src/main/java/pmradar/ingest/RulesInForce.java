package pmradar.ingest;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pmradar.classify.CurrentTaxonomy;

/// The classifier that all postings are judged by: with the owner's taxonomy, or the shipped one.
@Configuration(proxyBeanMethods = false)
class RulesInForce {

    @Bean
    CurrentRules classifier(@Value("${pmradar.config:./config}") Path config) {
        return new CurrentRules(config);
    }

    @Bean
    CurrentTaxonomy taxonomy(CurrentRules rules) {
        return () -> rules.now().taxonomy();
    }

    @Bean
    Rules rules(
            @Value("${pmradar.config:./config}") Path config, CurrentRules current, Reclassification reclassification) {
        return new OwnersRules(config, current, reclassification::run, reclassification::progress);
    }
}
