package pmradar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What one can do with feeds.
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = "Looks at feeds, adds them, reads kept answers again, and takes lists of them in and out.",
        subcommands = {
            FeedsCheckCommand.class,
            FeedsReplayCommand.class,
            FeedsAddCommand.class,
            FeedsListCommand.class,
            FeedsExportCommand.class,
            FeedsImportCommand.class
        })
final class FeedsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of its commands? See feeds --help.");
    }
}
