package pmradar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Takeaway;

/// What a person did about postings: listed, taken out and brought in.
@Command(
        name = "mine",
        mixinStandardHelpOptions = true,
        description = "Lists, exports and imports what you did about postings: saved, hidden, applied, notes.")
final class MineCommand implements Runnable {
    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Whose, where people sign in.")
    private @Nullable String name;

    MineCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of its commands? See mine --help.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each posting.")
    int list(@Option(names = "--json", description = "The lines of the export instead.") boolean json) {
        if (json) return export();
        try (var context = open()) {
            var out = spec.commandLine().getOut();
            for (var one : context.getBean(Pursuits.class).all(account(context))) out.println(line(one));
            return 0;
        }
    }

    private static String line(Pursuit one) {
        var current = one.current();
        var state = current == null ? "note" : "%s %s".formatted(stage(one), current.on());
        if (one.hidden() != null) state = current == null ? "hidden" : state + ", hidden";
        return "%-22s %s%s".formatted(state, one.title(), one.employer() == null ? "" : " · " + one.employer());
    }

    private static String stage(Pursuit one) {
        return String.valueOf(one.stage()).toLowerCase(java.util.Locale.ROOT);
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Prints everything as JSON Lines.")
    int export() {
        try (var context = open()) {
            var out = spec.commandLine().getOut();
            context.getBean(Takeaway.class).export(account(context), out::println);
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Brings in what was exported; says which lines cannot be read. Exit code 1 if there are any.")
    int bringIn(@Parameters(paramLabel = "FILE", description = "JSON Lines; - for standard input.") Path file)
            throws IOException {
        var standard = file.toString().equals("-");
        if (!standard && !Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        try (var context = open();
                var bytes = standard ? System.in : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            var now = context.getBean(Clock.class).instant();
            var taken = context.getBean(Takeaway.class).take(account(context), lines.lines(), now);
            var err = spec.commandLine().getErr();
            taken.bad().forEach(line -> err.printf("line %d: %s%n", line.number(), line.reason()));
            err.printf(
                    "%d added, %d changed, %d as before, %d could not be read%n",
                    taken.added(), taken.changed(), taken.same(), taken.bad().size());
            return taken.bad().isEmpty() ? 0 : 1;
        }
    }

    private ConfigurableApplicationContext open() {
        return Whose.open(application);
    }

    private long account(ConfigurableApplicationContext context) {
        return Whose.account(context, name, spec);
    }
}
