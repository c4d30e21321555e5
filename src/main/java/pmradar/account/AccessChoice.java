package pmradar.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the chosen access known to the other rooms.
@Configuration(proxyBeanMethods = false)
class AccessChoice {

    @Bean
    Access access(AccessSettings settings) {
        return settings.access();
    }
}
