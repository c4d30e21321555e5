package pmradar.alert;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:standing;DB_CLOSE_DELAY=-1",
            "spring.test.database.replace=none"
        })
class StandingTest extends StandingContract {}
