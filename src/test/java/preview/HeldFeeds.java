package preview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.FeedState;

/// A handful of invented feeds in every state.
public class HeldFeeds {

    public final List<String> readNow = new ArrayList<>();
    public boolean samples = true;

    public List<FeedState> states() {
        var now = PreviewApplication.NOW;
        var states = new ArrayList<FeedState>();
        states.add(state("northwind", "greenhouse", "Northwind Labs careers", now.minusSeconds(240), 0, null, null));
        states.add(state("fjordbank", "lever", "Fjordbank jobs", now.minusSeconds(7200), 0, null, null));
        states.add(state(
                "remote-circle",
                "rss",
                "Remote Circle",
                now.minusSeconds(86_400 * 3),
                4,
                "The feed answered with a web page instead of RSS. Next try at 14:20.",
                null));
        states.add(state("volga", "jsonld", "Волга Транзит, вакансии", now.minusSeconds(3600), 0, null, null));
        states.add(state(
                "helio",
                "ashby",
                "Helio Grid",
                null,
                2,
                "The server did not answer within 10 seconds. It is tried again with growing pauses.",
                null));
        states.add(state("adboard", "json-feed", "Ad Board API", null, 0, null, "It wants the variable ADBOARD_KEY."));
        if (samples) states.add(state("sample-board", "file", "Sample board", now.minusSeconds(60), 0, null, null));
        return states;
    }

    private static FeedState state(
            String id,
            String type,
            String name,
            @Nullable Instant delivered,
            int failures,
            @Nullable String problem,
            @Nullable String waiting) {
        var now = PreviewApplication.NOW;
        var origin = id.startsWith("sample") ? Feed.Origin.SAMPLE : Feed.Origin.DECLARED;
        var feed = new Feed(
                id,
                type,
                id,
                name,
                null,
                URI.create("https://jobs.example.org/" + id),
                Duration.ofHours(1),
                failures > 0 ? "Four readings a day at most; link back to the posting." : null,
                origin,
                Map.of());
        return new FeedState(
                feed,
                waiting == null ? now.minusSeconds(240) : null,
                delivered,
                now.plusSeconds(3360),
                failures,
                problem,
                waiting);
    }

    public Optional<FeedState> state(String id) {
        return states().stream().filter(state -> state.feed().id().equals(id)).findFirst();
    }

    public void readNow(String id, Instant now) {
        readNow.add(id);
    }

    public boolean liveHasDelivered() {
        return !samples;
    }
}
