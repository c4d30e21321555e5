package pmradar.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import preview.PreviewApplication;

@Import(ReportPostgresIT.Database.class)
@DirtiesContext
class ReportPostgresIT extends ReportPostContract {

    @TestConfiguration(proxyBeanMethods = false)
    static class Database {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().start();
        }

        @Bean
        @Primary
        DataSource inPostgres(EmbeddedPostgres postgres) throws IOException {
            return PreviewApplication.withTables(postgres.getPostgresDatabase());
        }
    }
}
