package pmradar;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import pmradar.cli.Terminal;

/// The program: the server, or one command of the terminal.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PmRadar {
    public static void main(String[] args) {
        var exitCode = new Terminal(PmRadar.class).run(args);
        // A running server keeps the process alive by itself.
        if (exitCode != Terminal.SERVING) System.exit(exitCode);
    }

    /// The only source of time.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
