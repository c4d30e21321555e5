package pmradar.ingest;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ingest;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
            "spring.test.database.replace=none"
        })
class IngestModuleTest extends IngestStoreContract {}
