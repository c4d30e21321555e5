package pmradar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Reads all due feeds.
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Reads all due feeds.")
final class IngestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
