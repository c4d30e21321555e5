package pmradar.pursuit;

import database.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@Import(OnPostgres.class)
@TestPropertySource(properties = {"spring.datasource.username=postgres", "spring.test.database.replace=none"})
@DirtiesContext
class PursuitPostgresIT extends PursuitStoreContract {}
