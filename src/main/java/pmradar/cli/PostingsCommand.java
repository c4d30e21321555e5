package pmradar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What one can do with postings.
@Command(
        name = "postings",
        mixinStandardHelpOptions = true,
        description = "Looks at postings.",
        subcommands = PostingsDuplicatesCommand.class)
final class PostingsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of its commands? See postings --help.");
    }
}
