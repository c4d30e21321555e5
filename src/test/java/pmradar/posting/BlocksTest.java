package pmradar.posting;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:blocks;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"
        })
class BlocksTest extends BlocksContract {}
