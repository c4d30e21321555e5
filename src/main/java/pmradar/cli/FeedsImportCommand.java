package pmradar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.feed.FeedLists;
import pmradar.feed.UnreadableFeed;

/// Adds the feeds of another reader's list.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Adds the feeds that an OPML file names, each after one reading; one line says what became of each.")
final class FeedsImportCommand implements Callable<Integer> {
    private final Class<?> application;

    @Parameters(paramLabel = "FILE", description = "An OPML file.")
    private Path file = Path.of("feeds.opml");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        byte[] opml;
        try (var in = Files.newInputStream(file)) {
            opml = in.readNBytes(FeedLists.MOST_BYTES + 1);
        }
        try (var room = StoredFeedsRoom.open(application)) {
            var imported = room.get(FeedLists.class)
                    .importOpml(opml, "terminal", room.get(Clock.class).instant());
            for (var one : imported) {
                var outcome = one.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                spec.commandLine().getOut().printf("%-8s %s: %s%n", outcome, one.address(), one.said());
            }
            return 0;
        } catch (UnreadableFeed wrong) {
            spec.commandLine().getErr().println(wrong.reason());
            return 1;
        }
    }
}
