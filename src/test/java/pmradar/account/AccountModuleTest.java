package pmradar.account;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:account;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"
        })
class AccountModuleTest extends AccountStoreContract {}
