package pmradar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import pmradar.alert.SavedSearch;
import pmradar.alert.SavedSearches;
import pmradar.alert.SearchLines;

/// The saved searches of a person: listed, taken out and brought in.
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Lists, exports and imports your saved searches. Destinations are not exported.")
final class AlertsCommand implements Runnable {
    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Whose, where people sign in.")
    private @Nullable String name;

    AlertsCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of its commands? See alerts --help.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each saved search.")
    int list(@Option(names = "--json", description = "The lines of the export instead.") boolean json) {
        if (json) return export();
        try (var context = Whose.open(application)) {
            var account = Whose.account(context, name, spec);
            var out = spec.commandLine().getOut();
            for (var one : context.getBean(SavedSearches.class).of(account)) out.println(line(one));
            out.flush();
            return 0;
        }
    }

    private static String line(SavedSearch one) {
        var pace =
                one.schedule().pace().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return "%-9s %-8s %s".formatted(one.paused() ? "paused" : "listening", pace, one.name());
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Prints them as JSON Lines.")
    int export() {
        try (var context = Whose.open(application)) {
            var account = Whose.account(context, name, spec);
            var out = spec.commandLine().getOut();
            context.getBean(SearchLines.class).export(account, out::println);
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Saves what was exported; says which lines cannot be read. Exit code 1 if there are any.")
    int bringIn(@Parameters(paramLabel = "FILE", description = "JSON Lines; - for standard input.") Path file)
            throws IOException {
        var standard = file.toString().equals("-");
        if (!standard && !Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        try (var context = Whose.open(application);
                var bytes = standard ? System.in : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            var account = Whose.account(context, name, spec);
            var now = context.getBean(Clock.class).instant();
            var taken = context.getBean(SearchLines.class).take(account, lines.lines(), now);
            var err = spec.commandLine().getErr();
            taken.bad().forEach(line -> err.printf("line %d: %s%n", line.number(), line.reason()));
            err.printf(
                    "%d added, %d as before, %d could not be read%n",
                    taken.added(), taken.same(), taken.bad().size());
            return taken.bad().isEmpty() ? 0 : 1;
        }
    }
}
