package pmradar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pmradar.ingest.Ingest;
import pmradar.ingest.ReadLog.ReadRecord;

/// Reads all due feeds, waits, prints what each brought, and leaves.
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads all due feeds into the store, prints what each brought, and leaves.")
final class IngestCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--feeds", paramLabel = "FILE", description = "Feeds of this file instead of config/feeds.yml.")
    private @Nullable Path feeds;

    @Option(names = "--once", description = "One round, which is also what happens without it.")
    private boolean once;

    @Option(names = "--json", description = "One JSON object per feed.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    IngestCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = open()) {
            var err = spec.commandLine().getErr();
            var records = context.getBean(Ingest.class)
                    .readAllDue(record -> err.printf("%s: %d found%n", record.feedId(), record.tally().found()));
            if (records.isEmpty()) err.println("No feed is due.");
            records.forEach(this::print);
            return 0;
        }
    }

    private ConfigurableApplicationContext open() {
        var settings = new ArrayList<>(List.of("--jobrunr.background-job-server.enabled=false"));
        if (feeds != null) {
            if (!Files.isReadable(feeds)) {
                throw new ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(feeds));
            }
            settings.add("--spring.config.additional-location=" + feeds.toAbsolutePath().toUri());
            settings.add("--pmradar.feed.show-samples=false");
        }
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    private void print(ReadRecord record) {
        spec.commandLine().getOut().println(json ? object(record) : line(record));
    }

    private static String line(ReadRecord record) {
        var tally = record.tally();
        var setAside = tally.setAside().values().stream().mapToInt(Integer::intValue).sum();
        var counts = "%-28s found %5d  new %5d  changed %4d  same %5d  set aside %5d"
                .formatted(record.feedId(), tally.found(), tally.added(), tally.changed(), tally.same(), setAside);
        if (record.problem() != null) return counts + "  " + record.problem();
        return record.unchanged() ? counts + "  not modified" : counts + reasons(record);
    }

    private static String reasons(ReadRecord record) {
        return record.tally().setAside().entrySet().stream()
                .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
                .map(reason -> "%n%30d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining());
    }

    private static String object(ReadRecord record) {
        var tally = record.tally();
        var node = Json.MAPPER.createObjectNode()
                .put("feed", record.feedId())
                .put("found", tally.found())
                .put("added", tally.added())
                .put("changed", tally.changed())
                .put("same", tally.same());
        var setAside = node.putObject("set_aside");
        tally.setAside().forEach(setAside::put);
        node.put("unchanged", record.unchanged());
        node.put("problem", record.problem());
        return node.toString();
    }
}
