package pmradar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The word before all commands.
@Command(
        name = "pm-radar",
        mixinStandardHelpOptions = true,
        version = "PM Radar 0.1.0",
        description = "Reads project-management postings, tags each as technical or general, and shows why.",
        footer = {"", "Exit codes: 0 done, 1 could not be done, 2 wrong usage."},
        subcommands = {
            ServeCommand.class,
            ClassifyCommand.class,
            FeedsCommand.class,
            IngestCommand.class,
            PostingsCommand.class,
            SearchCommand.class,
            MineCommand.class,
            AlertsCommand.class,
            AccountsCommand.class,
            ReportCommand.class,
            HelpCommand.class
        })
final class PmRadarCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See --help.");
    }
}
