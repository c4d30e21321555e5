package pmradar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Candidate;
import pmradar.feed.FeedFinder;
import pmradar.ingest.FeedTrial;

/// Finds out what an address is, shows what it would bring, and adds it when told to.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out what an address is (a careers page, a board, a feed, a posting), reads it once and shows what it",
            "would bring. Nothing is saved before it is confirmed, at the terminal or with --yes."
        })
final class FeedsAddCommand implements Callable<Integer> {
    private final Class<?> application;

    @Parameters(paramLabel = "URL", description = "The address, as the browser shows it.")
    private String address = "";

    @Option(names = "--yes", description = "Add the best of what was found without asking.")
    private boolean yes;

    @Option(names = "--name", paramLabel = "N", description = "What to call it.")
    private @Nullable String name;

    @Option(names = "--company", paramLabel = "C", description = "The employer, where listings do not name one.")
    private @Nullable String company;

    @Option(
            names = "--every",
            paramLabel = "D",
            defaultValue = "6h",
            description = "How often: 30m, 6h, 1d. Default: ${DEFAULT-VALUE}.")
    private String every = "6h";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsAddCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        var pause = pause();
        try (var room = StoredFeedsRoom.open(application)) {
            var found = room.get(FeedFinder.class).find(address);
            if (found.candidates().isEmpty()) return refused(found.problem());
            var best = found.candidates().getFirst();
            tell(found);
            if (best.where().wants() != null) return refused(best.where().wants());
            var tried = room.get(FeedTrial.class).read(best.feed("trial", "Trial", company, pause));
            tell(tried);
            if (tried.problem() != null || tried.found() + tried.bare() == 0)
                return refused(tried.problem() == null ? "Nothing to add." : tried.problem());
            return confirmed() ? add(room, best, tried, pause) : refused("Not added.");
        }
    }

    private int add(StoredFeedsRoom room, Candidate best, FeedTrial.Tried tried, Duration pause) {
        var guess = best.where().company();
        var employer = company != null ? company : tried.companies() ? null : guess;
        var called = name != null
                ? name
                : tried.company() != null
                        ? tried.company()
                        : guess != null ? guess : best.where().at();
        try {
            var feed = room.get(AddedFeeds.class)
                    .add(
                            best.feed(
                                    best.type(),
                                    called.length() > 200 ? called.substring(0, 200) : called,
                                    employer,
                                    pause),
                            "terminal",
                            room.get(Clock.class).instant());
            spec.commandLine().getOut().println(feed.id());
            spec.commandLine().getErr().printf("Added %s as %s. It is due at once.%n", feed.name(), feed.id());
            return 0;
        } catch (IllegalArgumentException known) {
            return refused(known.getMessage());
        }
    }

    private Duration pause() {
        try {
            return DurationStyle.SIMPLE.parse(every);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ParameterException(
                    spec.commandLine(), "An interval is written like 30m, 6h or 1d, not '%s'.".formatted(every));
        }
    }

    private int refused(@Nullable String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }

    private void tell(FeedFinder.Finding found) {
        for (var one : found.candidates()) {
            spec.commandLine()
                    .getErr()
                    .printf("%-15s %s (%s)%n", one.type(), one.where().at(), one.why());
        }
    }

    private void tell(FeedTrial.Tried tried) {
        var err = spec.commandLine().getErr();
        err.printf(
                "%d postings read, %d for project managers%s%n",
                tried.found(), tried.roles().size(), tried.more() ? "; the feed goes on" : "");
        tried.roles().stream().limit(20).forEach(role -> err.printf("  %3d %s%n", role.score(), role.title()));
        for (var field : tried.fields()) err.printf("  %-16s %d/%d%n", field.name(), field.in(), tried.found());
        tried.aside().forEach((reason, count) -> err.printf("  set aside %d: %s%n", count, reason));
    }

    private boolean confirmed() throws IOException {
        if (yes) return true;
        if (System.console() == null) {
            spec.commandLine().getErr().println("Give --yes to add it.");
            return false;
        }
        spec.commandLine().getErr().print("Add it? [y/N] ");
        spec.commandLine().getErr().flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}
