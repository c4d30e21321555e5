package pmradar.pursuit;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:pursuit;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"
        })
class PursuitModuleTest extends PursuitStoreContract {}
