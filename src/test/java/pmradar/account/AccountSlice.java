package pmradar.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import pmradar.StandingClock;

/// The stores of the room, on whatever database the test names.
@AutoConfigurationPackage
@AutoConfigureDataJpa
@EnableConfigurationProperties(SessionSettings.class)
@Import({
    StoredAccounts.class,
    StoredLinks.class,
    StoredSessions.class,
    StoredTokens.class,
    StoredTries.class,
    SignIn.class
})
class AccountSlice {

    /// Notes what the house was told.
    static class Heard {
        final List<AccountEvent> events = new ArrayList<>();

        @EventListener
        void hear(AccountEvent event) {
            events.add(event);
        }
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    StandingClock clock() {
        return new StandingClock(Instant.EPOCH);
    }
}
