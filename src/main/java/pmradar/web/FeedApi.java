package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.feed.Trouble;
import pmradar.feed.YieldRun;
import pmradar.ingest.ReadLog;
import pmradar.ingest.Tally;

/// How the feeds fare, for programs.
@RestController
@Tag(name = "Feeds")
class FeedApi {

    private final Feeds feeds;
    private static final int HISTORY = 20;

    private final ReadLog log;
    private final FeedHealth health;

    FeedApi(Feeds feeds, ReadLog log, FeedHealth health) {
        this.health = health;
        this.feeds = feeds;
        this.log = log;
    }

    @Schema(name = "Feeds")
    record All(List<FeedJson> feeds) {}

    @Schema(name = "Feed")
    record FeedJson(
            String id,
            String name,
            String type,
            String origin,
            @Nullable URI home,
            @Nullable String terms,
            @Schema(description = "ISO 8601 duration") String every,
            @JsonProperty("last_tried") @Nullable Instant lastTried,
            @JsonProperty("last_delivered") @Nullable Instant lastDelivered,
            @JsonProperty("next_due") Instant nextDue,
            int failures,
            @Nullable String problem,
            @Nullable String waiting,
            @JsonProperty("last_reading") @Nullable TallyJson lastReading,

            @Schema(
                    description =
                            "ok, troubled (a trouble presses), failing (the last readings failed) or waiting (for a key)")
            String state,

            List<TroubleJson> troubles,

            @Schema(description = "What it brought, newest first")
            List<YieldJson> history) {}

    @Schema(name = "Trouble")
    record TroubleJson(
            long id,

            @Schema(description = "empty, dropped, same, moved, part, gated or failing")
            String kind,

            @Nullable String part,
            String words,
            String advice,
            Instant since,
            @JsonProperty("last_seen") Instant lastSeen,
            @Nullable Instant acknowledged) {

        static TroubleJson of(Trouble trouble) {
            return new TroubleJson(
                    trouble.id(),
                    Wording.tag(trouble.kind()),
                    trouble.part(),
                    trouble.words(),
                    trouble.kind().advice(),
                    trouble.since(),
                    trouble.lastSeen(),
                    trouble.acknowledged());
        }
    }

    /// Readings in a row that brought the same.
    @Schema(name = "Yield")
    record YieldJson(Instant first, Instant last, int readings, int found, boolean complete, boolean doubted) {
        static YieldJson of(YieldRun run) {
            return new YieldJson(run.first(), run.last(), run.readings(), run.found(), run.complete(), run.doubted());
        }
    }

    @Schema(name = "Tally")
    record TallyJson(
            int found,
            int added,
            int changed,
            int same,
            @JsonProperty("set_aside") Map<String, Integer> setAside) {

        static TallyJson of(Tally tally) {
            return new TallyJson(tally.found(), tally.added(), tally.changed(), tally.same(), tally.setAside());
        }
    }

    @GetMapping(path = "/api/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All feeds with state, last reading and next due time")
    All feeds() {
        var troubles = health.troubles().stream().collect(Collectors.groupingBy(Trouble::feedId));
        return new All(feeds.states().stream()
                .map(state -> json(state, troubles.getOrDefault(state.feed().id(), List.of())))
                .toList());
    }

    private FeedJson json(FeedState state, List<Trouble> troubles) {
        var feed = state.feed();
        return new FeedJson(
                feed.id(),
                feed.name(),
                feed.type(),
                Wording.tag(feed.origin()),
                feed.home(),
                feed.terms(),
                feed.every().toString(),
                state.lastTried(),
                state.lastDelivered(),
                state.nextDue(),
                state.failures(),
                state.problem(),
                state.waiting(),
                log.last(feed.id()).map(read -> TallyJson.of(read.tally())).orElse(null),
                state(state, troubles),
                troubles.stream().map(TroubleJson::of).toList(),
                health.history(feed.id(), HISTORY).stream().map(YieldJson::of).toList());
    }

    private static String state(FeedState state, List<Trouble> troubles) {
        if (state.waiting() != null) return "waiting";
        if (state.failures() > 0) return "failing";
        return troubles.stream().anyMatch(Trouble::pressing) ? "troubled" : "ok";
    }
}
