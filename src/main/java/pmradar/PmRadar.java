package pmradar;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The program: the server, or one command of the terminal.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PmRadar {
    public static void main(String[] args) {
        SpringApplication.run(PmRadar.class, args);
    }

    /// The only source of time.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
