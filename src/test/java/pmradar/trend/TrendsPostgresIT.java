package pmradar.trend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;

@Import(TrendsPostgresIT.Database.class)
@TestPropertySource(properties = {"spring.datasource.username=postgres", "spring.test.database.replace=none"})
@DirtiesContext
class TrendsPostgresIT extends TrendsContract {

    @TestConfiguration(proxyBeanMethods = false)
    static class Database {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().start();
        }

        @Bean
        DynamicPropertyRegistrar url(EmbeddedPostgres postgres) {
            return registry -> registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        }
    }
}
