package pmradar.trend;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:trend;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"})
class TrendsModuleTest extends TrendsContract {}
