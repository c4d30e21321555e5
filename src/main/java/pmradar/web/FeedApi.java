package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    private static final int HISTORY = 20;

    private final Feeds feeds;
    private final ReadLog log;
    private final FeedHealth health;
    private final Clock clock;

    FeedApi(Feeds feeds, ReadLog log, FeedHealth health, Clock clock) {
        this.health = health;
        this.feeds = feeds;
        this.log = log;
        this.clock = clock;
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
    @Operation(operationId = "getFeeds", summary = "All feeds with state, last reading and next due time")
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

    @GetMapping(path = "/api/feeds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getFeed", summary = "One feed with state, last reading and next due time")
    FeedJson feed(@PathVariable String id) {
        return one(id);
    }

    /// @param ended null while it goes on
    @Schema(name = "Reading")
    record ReadingJson(
            Instant started,
            @Nullable Instant ended,

            @Schema(description = "whether the feed said that nothing had changed")
            boolean unchanged,

            TallyJson tally,
            @Nullable String problem) {

        static ReadingJson of(ReadLog.ReadRecord read) {
            return new ReadingJson(
                    read.started(), read.ended(), read.unchanged(), TallyJson.of(read.tally()), read.problem());
        }
    }

    @Schema(name = "Readings")
    record Readings(List<ReadingJson> readings) {}

    @GetMapping(path = "/api/feeds/{id}/readings", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getReadings", summary = "Recent readings of a feed, newest first")
    Readings readings(
            @PathVariable String id,
            @Parameter(schema = @Schema(minimum = "1", maximum = "100")) @RequestParam(defaultValue = "20") int size) {
        known(id);
        return new Readings(
                log.recent(id, bounded(size)).stream().map(ReadingJson::of).toList());
    }

    /// A listing that did not become a posting. @param offTopic else it could not be read
    @Schema(name = "SetAside")
    record SetAsideJson(
            @JsonProperty("external_id") String externalId,
            @Nullable String title,
            @Nullable String company,
            @Nullable String url,
            String reason,
            @JsonProperty("off_topic") boolean offTopic,
            Instant at) {

        static SetAsideJson of(ReadLog.SetAside aside) {
            return new SetAsideJson(
                    aside.externalId(),
                    aside.title(),
                    aside.company(),
                    aside.url(),
                    aside.reason(),
                    aside.offTopic(),
                    aside.at());
        }
    }

    @Schema(name = "AllSetAside")
    record AllSetAside(
            @JsonProperty("set_aside") List<SetAsideJson> setAside,

            @Schema(description = "cursor of the following page") @Nullable
            String next) {}

    @GetMapping(path = "/api/feeds/{id}/set-aside", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getSetAside",
            summary = "Listings of a feed that did not become postings, newest first, each with its reason")
    AllSetAside setAside(
            @PathVariable String id,
            @Parameter(schema = @Schema(minimum = "1", maximum = "100")) @RequestParam(defaultValue = "100") int size,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor) {
        known(id);
        var asked = bounded(size);
        var page = log.setAside(id, asked, cursor == null || cursor.isBlank() ? null : place(cursor));
        return new AllSetAside(
                page.stream().map(SetAsideJson::of).toList(), page.size() < asked ? null : cursor(page.getLast()));
    }

    private static String cursor(ReadLog.SetAside last) {
        var place = last.at() + " " + last.externalId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadLog.Place place(String cursor) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new ReadLog.Place(Instant.parse(place[0]), place.length > 1 ? place[1] : "");
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new BadRequest("The cursor is none of this list. Ask again without it.");
        }
    }

    @PostMapping(path = "/api/feeds/{id}/read", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "readFeedNow",
            summary = "Has a feed read as soon as its terms and its server's pause allow")
    FeedJson read(@PathVariable String id) {
        known(id);
        feeds.readNow(id, clock.instant());
        return one(id);
    }

    private FeedJson one(String id) {
        var state = known(id);
        return json(
                state,
                health.troubles().stream()
                        .filter(trouble -> trouble.feedId().equals(id))
                        .toList());
    }

    private FeedState known(String id) {
        return feeds.state(id).orElseThrow(() -> new NotThere("There is no feed with this id."));
    }

    private static int bounded(int size) {
        if (size < 1 || size > 100) throw new BadRequest("size must be from 1 to 100.");
        return size;
    }
}
