package database;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// Imported by a test of a room: its tables are in an empty PostgreSQL.
@TestConfiguration(proxyBeanMethods = false)
public class OnPostgres {

    @Bean
    DynamicPropertyRegistrar url() {
        var url = FreshPostgres.url();
        return registry -> registry.add("spring.datasource.url", () -> url);
    }
}
