package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.ingest.ReadLog;
import pmradar.ingest.Tally;

/// How the feeds fare, for programs.
@RestController
@Tag(name = "Feeds")
class FeedApi {

    private final Feeds feeds;
    private final ReadLog log;

    FeedApi(Feeds feeds, ReadLog log) {
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
            @JsonProperty("last_reading") @Nullable TallyJson lastReading) {}

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
        return new All(feeds.states().stream().map(this::json).toList());
    }

    private FeedJson json(FeedState state) {
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
                log.last(feed.id()).map(read -> TallyJson.of(read.tally())).orElse(null));
    }
}
