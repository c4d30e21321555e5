package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.feed.Candidate;
import pmradar.feed.Feed;
import pmradar.feed.FeedLists;
import pmradar.ingest.FeedTrial;

/// Adding, changing and exchanging feeds, for programs.
@RestController
@Tag(name = "Feeds")
class FeedListApi {

    private final AddingFeeds adding;
    private final FeedLists lists;

    FeedListApi(AddingFeeds adding, FeedLists lists) {
        this.adding = adding;
        this.lists = lists;
    }

    @Schema(name = "FeedAsked")
    record Asked(
            @Schema(description = "any address: a board, a feed, a careers page, a posting") @Nullable
            String url,

            @Schema(description = "instead of url: the feed type") @Nullable
            String type,

            @Schema(description = "with type: as `at` in feeds.yml") @Nullable
            String at,

            @Nullable Map<String, String> options,
            @Nullable String name,
            @Nullable String company,

            @Schema(description = "6h, 30m, or ISO 8601") @Nullable
            String every) {}

    @Schema(name = "FeedCandidate")
    record CandidateJson(
            String type,
            String at,
            Map<String, String> options,
            @Nullable String company,
            @Nullable URI home,
            String why,
            @Nullable String wants) {
        static CandidateJson of(Candidate one) {
            var where = one.where();
            return new CandidateJson(
                    one.type(), where.at(), where.options(), where.company(), one.home(), one.why(), where.wants());
        }
    }

    /// @param read the candidate that was read @param known id of the feed that reads the same address already
    @Schema(name = "FeedTrial")
    record TrialJson(
            List<CandidateJson> candidates,
            @Nullable CandidateJson read,
            @Nullable TriedJson trial,
            @Nullable String known,
            @Nullable String problem) {}

    @Schema(name = "FeedTried")
    record TriedJson(
            int found,
            @JsonProperty("address_only") int bare,
            boolean more,
            @JsonProperty("project_management") List<RoleJson> roles,
            Map<String, Integer> fields,
            @JsonProperty("set_aside") Map<String, Integer> aside,
            @Nullable String problem) {
        static TriedJson of(FeedTrial.Tried tried) {
            var fields = new java.util.LinkedHashMap<String, Integer>();
            tried.fields().forEach(field -> fields.put(field.name(), field.in()));
            return new TriedJson(
                    tried.found(),
                    tried.bare(),
                    tried.more(),
                    tried.roles().stream()
                            .map(role -> new RoleJson(
                                    role.title(),
                                    role.company(),
                                    role.places(),
                                    Wording.label(role.label()),
                                    role.score()))
                            .toList(),
                    fields,
                    tried.aside(),
                    tried.problem());
        }
    }

    @Schema(name = "FeedTriedRole")
    record RoleJson(String title, @Nullable String company, String places, String label, int score) {}

    @Schema(name = "FeedAdded")
    record AddedJson(
            String id,
            String type,
            String at,
            String name,
            @Nullable String company,
            String every) {
        static AddedJson of(Feed feed) {
            return new AddedJson(
                    feed.id(),
                    feed.type(),
                    feed.at(),
                    feed.name(),
                    feed.company(),
                    feed.every().toString());
        }
    }

    @PostMapping(
            path = "/api/feeds/trial",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Finds out what an address is and reads it once; saves nothing")
    TrialJson trial(@RequestBody Asked asked) {
        var looked = looked(asked);
        return new TrialJson(
                looked.candidates().stream().map(CandidateJson::of).toList(),
                looked.chosen() == null ? null : CandidateJson.of(looked.chosen()),
                looked.tried() == null ? null : TriedJson.of(looked.tried()),
                looked.known() == null ? null : looked.known().id(),
                looked.problem());
    }

    private AddingFeeds.Looked looked(Asked asked) {
        if (asked.url() != null && !asked.url().isBlank()) return adding.look(asked.url());
        if (asked.type() == null || asked.at() == null) throw new BadRequest("Give 'url', or 'type' and 'at'.");
        return adding.look(asked.type(), asked.at(), Objects.requireNonNullElse(asked.options(), Map.of()));
    }

    @PostMapping(
            path = "/api/feeds",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds a feed; with 'url', the best of what it may be, if it can be read")
    ResponseEntity<AddedJson> add(@RequestBody Asked asked) {
        var feed = adding.add(asked.url() == null || asked.url().isBlank() ? declared(asked) : found(asked));
        return ResponseEntity.created(URI.create("/feeds/" + feed.id())).body(AddedJson.of(feed));
    }

    private static Feed declared(Asked asked) {
        if (asked.type() == null || asked.at() == null) throw new BadRequest("Give 'url', or 'type' and 'at'.");
        return new Feed(
                asked.type(),
                asked.type(),
                asked.at(),
                Objects.requireNonNullElse(asked.name(), asked.at()),
                asked.company(),
                null,
                AddingFeeds.every(asked.every()),
                null,
                Feed.Origin.ADDED,
                Objects.requireNonNullElse(asked.options(), Map.of()));
    }

    private Feed found(Asked asked) {
        var looked = adding.look(Objects.requireNonNull(asked.url()));
        var chosen = looked.chosen();
        var trial = FeedTrialView.of(looked).trial();
        if (chosen == null || trial == null)
            throw new BadRequest(Objects.requireNonNullElse(looked.problem(), "Nothing was found."));
        if (trial.problem() != null) throw new BadRequest(trial.problem());
        var company = asked.company() == null && !trial.company().isEmpty() ? trial.company() : asked.company();
        return chosen.feed(
                chosen.type(),
                Objects.requireNonNullElse(asked.name(), trial.name()),
                company,
                AddingFeeds.every(asked.every()));
    }

    /// Null leaves as it is.
    @Schema(name = "FeedChange")
    record Change(
            @Nullable String name,
            @Nullable String every,
            @Nullable Boolean off,
            @Nullable Boolean removed) {}

    @PatchMapping(path = "/api/feeds/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes an added feed: name with every, off or on, removed or taken back")
    void change(@PathVariable String id, @RequestBody Change change) {
        if (change.name() != null || change.every() != null) {
            if (change.name() == null || change.every() == null)
                throw new BadRequest("Give 'name' and 'every' together.");
            adding.change(id, change.name(), change.every());
        }
        if (change.off() != null) {
            if (change.off()) adding.switchOff(id);
            else adding.switchOn(id);
        }
        if (change.removed() != null) {
            if (change.removed()) adding.remove(id);
            else adding.takeBack(id);
        }
    }

    @DeleteMapping("/api/feeds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes an added feed; PATCH with removed: false takes it back")
    void remove(@PathVariable String id) {
        adding.remove(id);
    }

    @GetMapping(path = "/api/feeds/export.yml", produces = "application/yaml")
    @Operation(summary = "All feeds in the form of config/feeds.yml")
    ResponseEntity<String> yaml() {
        return file("feeds.yml", "application/yaml;charset=UTF-8", lists.yaml());
    }

    @GetMapping(path = "/api/feeds/export.opml", produces = "text/x-opml")
    @Operation(summary = "The plain feeds as OPML")
    ResponseEntity<String> opml() {
        return file("feeds.opml", "text/x-opml;charset=UTF-8", lists.opml());
    }

    private static ResponseEntity<String> file(String name, String type, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .body(text);
    }

    @PostMapping(path = "/api/feeds/import", consumes = "text/x-opml", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds the feeds of an OPML file and says what became of each")
    List<FeedLists.Imported> importOpml(HttpServletRequest request) throws IOException {
        return adding.importOpml(request.getInputStream().readNBytes(FeedLists.MOST_BYTES + 1));
    }
}
