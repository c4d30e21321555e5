package pmradar.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.feed.Feed;
import pmradar.feed.Feeds;
import pmradar.ingest.Replay;

/// Reads kept raw answers again.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the kept raw answers of feeds again with today's code: what was misread is mended.",
            "Nothing is fetched or closed. Prints what came of each feed; progress goes to standard error."
        })
final class FeedsReplayCommand implements Callable<Integer> {
    private final Class<?> application;

    @Parameters(paramLabel = "FEED", arity = "0..*", description = "Ids of feeds; all feeds if none is named.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only answers since then: a date (2026-11-20), a moment (2026-11-20T08:00:00Z) or a time"
                    + " before now (3d, 12h).")
    private @Nullable String since;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsReplayCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = open()) {
            var from = since == null ? Instant.EPOCH : moment(since, context.getBean(Clock.class));
            var feeds = context.getBean(Feeds.class);
            var known = feeds.states().stream().map(state -> state.feed()).toList();
            var wanted = ids.isEmpty() ? known.stream().map(Feed::id).toList() : ids;
            for (var id : wanted) if (known.stream().noneMatch(feed -> feed.id().equals(id))) throw unknown(id);
            var whole = true;
            for (var id : wanted) whole &= replay(context.getBean(Replay.class), id, from);
            return whole ? 0 : 1;
        }
    }

    private boolean replay(Replay replay, String id, Instant from) {
        var err = spec.commandLine().getErr();
        var outcome = replay.replay(id, from, reading -> err.printf("%s: the answers of %s%n", id, reading.started()))
                .orElse(null);
        if (outcome == null) {
            err.printf("%s is being read just now and was left out.%n", id);
            return false;
        }
        if (outcome.readings() == 0 && ids.isEmpty()) return true;
        var tally = outcome.tally();
        spec.commandLine()
                .getOut()
                .printf(
                        "%-28s readings %4d  found %5d  new %5d  mended %4d  same %5d  set aside %5d%n",
                        id,
                        outcome.readings(),
                        tally.found(),
                        tally.added(),
                        tally.changed(),
                        tally.same(),
                        tally.setAsideTotal());
        outcome.problems().forEach(problem -> err.printf("%s: %s%n", id, problem));
        return true;
    }

    private ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run("--jobrunr.background-job-server.enabled=false");
    }

    private Instant moment(String when, Clock clock) {
        try {
            if (when.contains("T")) return Instant.parse(when);
            if (when.contains("-"))
                return LocalDate.parse(when)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
            return clock.instant().minus(DurationStyle.SIMPLE.parse(when));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'%s' is no moment; write a date (2026-11-20), a moment (2026-11-20T08:00:00Z) or a time before now (3d)."
                            .formatted(when),
                    wrong);
        }
    }

    private ParameterException unknown(String id) {
        return new ParameterException(
                spec.commandLine(), "There is no feed '%s'. The feeds page shows all ids.".formatted(id));
    }
}
