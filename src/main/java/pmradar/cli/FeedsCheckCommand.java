package pmradar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pmradar.feed.Feed;
import pmradar.feed.Page;
import pmradar.feed.Reading;
import pmradar.feed.UnreadableFeed;

/// Reads one answer as a feed of a type would, and shows what was found.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads one answer as a feed of the given type would: a saved one (--file) or a live one (--at).",
            "Writes one JSON line per listing to standard output, and to standard error which fields were found in how many."
        })
final class FeedsCheckCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--type", required = true, paramLabel = "T", description = "The feed type, as in config/feeds.yml.")
    private String type = "";

    @Option(names = "--file", paramLabel = "F", description = "A saved answer.")
    private @Nullable Path file;

    @Option(names = "--at", paramLabel = "A", description = "What `at:` would be in config/feeds.yml.")
    private @Nullable String at;

    @Option(names = "--company", paramLabel = "C", description = "The employer, when the feed is one employer's.")
    private @Nullable String company;

    @Option(names = "--option", paramLabel = "K=V", description = "A setting of the type, as under `options:`.")
    private Map<String, String> options = new TreeMap<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsCheckCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null && at == null) {
            throw new ParameterException(spec.commandLine(), "What to read? Give --file or --at.");
        }
        var coverage = new FieldCoverage();
        try {
            var problem = file != null ? readFile(file, coverage) : readLive(coverage);
            spec.commandLine().getErr().println(coverage);
            if (problem == null) return 0;
            spec.commandLine().getErr().println(problem);
        } catch (UnreadableFeed e) {
            spec.commandLine().getErr().println(e.getMessage());
        }
        return 1;
    }

    private @Nullable String readFile(Path path, FieldCoverage coverage) throws IOException {
        try (var answers = SavedAnswer.ofType(type)) {
            answers.pages(feed(at == null ? path.toString() : at), path, page -> write(page, coverage));
        }
        return null;
    }

    private @Nullable String readLive(FieldCoverage coverage) {
        try (var room = LiveFeeds.open(application)) {
            return switch (room.read(feed(java.util.Objects.requireNonNull(at)), page -> write(page, coverage))) {
                case Reading.Fresh _ -> null;
                case Reading.Unchanged _ -> "The feed says that nothing changed.";
                case Reading.Failed failed -> failed.reason();
            };
        }
    }

    private Feed feed(String where) {
        return new Feed(
                "check", type, where, type, company, null, Duration.ofHours(1), null, Feed.Origin.DECLARED, options);
    }

    private void write(Page page, FieldCoverage coverage) {
        var out = spec.commandLine().getOut();
        for (var listing : page.listings()) out.println(coverage.count(ListingJson.of(listing)));
        for (var unreadable : page.unreadable()) {
            coverage.unreadable();
            spec.commandLine().getErr().printf("Set aside: %s: %s%n", unreadable.where(), unreadable.reason());
        }
        out.flush();
    }
}
