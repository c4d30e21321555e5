package pmradar.report;

import database.FreshPostgres;
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
        @Bean
        @Primary
        DataSource inPostgres() throws IOException {
            return PreviewApplication.withTables(FreshPostgres.source());
        }
    }
}
