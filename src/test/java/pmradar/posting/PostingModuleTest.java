package pmradar.posting;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:posting;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"
        })
class PostingModuleTest extends HistoryContract {}
