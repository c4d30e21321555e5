package pmradar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;

/// All feeds with their origin and how they fare.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all feeds: id, type, origin, how it fares, name.")
final class FeedsListCommand implements Callable<Integer> {
    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    FeedsListCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var room = StoredFeedsRoom.open(application)) {
            for (var state : room.get(Feeds.class).states()) {
                var feed = state.feed();
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%-32s %-15s %-9s %-10s %s%n",
                                feed.id(),
                                feed.type(),
                                feed.origin().name().toLowerCase(java.util.Locale.ROOT),
                                word(state),
                                feed.name());
            }
            return 0;
        }
    }

    private static String word(FeedState state) {
        if (state.waiting() != null) return state.waiting().equals("switched off") ? "off" : "waiting";
        if (state.problem() != null) return "failing";
        return state.lastTried() == null ? "new" : "well";
    }
}
