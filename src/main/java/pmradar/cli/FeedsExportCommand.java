package pmradar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pmradar.feed.FeedLists;

/// Writes all feeds for this or another program.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes all feeds: as config/feeds.yml has them, or the plain ones among them as OPML.")
final class FeedsExportCommand implements Callable<Integer> {
    private final Class<?> application;

    enum Format {
        yaml,
        opml
    }

    @Option(names = "--format", paramLabel = "F", defaultValue = "yaml", description = "yaml or opml. Default: yaml.")
    private Format format = Format.yaml;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsExportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var room = StoredFeedsRoom.open(application)) {
            var lists = room.get(FeedLists.class);
            var text = switch (format) {
                case yaml -> lists.yaml();
                case opml -> lists.opml();
            };
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
