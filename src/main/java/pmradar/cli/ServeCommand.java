package pmradar.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Starts the server: pages, API, and the clock that reads the feeds.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the server; also what happens without a command.",
            "Any setting of config/application.yml can be given as --name=value, for example --server.port=8081."
        })
final class ServeCommand implements Callable<Integer> {
    private final Class<?> application;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return serve(settings.toArray(String[]::new));
    }

    int serve(String... settings) {
        SpringApplication.run(application, settings);
        return Terminal.SERVING;
    }
}
