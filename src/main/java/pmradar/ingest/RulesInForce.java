package pmradar.ingest;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pmradar.classify.Classifier;
import pmradar.classify.Classifiers;

/// The classifier that all postings are judged by: with the owner's taxonomy, or the shipped one.
@Configuration(proxyBeanMethods = false)
class RulesInForce {

    @Bean
    Classifier classifier(@Value("${pmradar.config:./config}") Path config) {
        return Classifiers.load(config);
    }
}
