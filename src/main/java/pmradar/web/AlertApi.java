package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.alert.SavedSearch;

/// Saved searches, for programs: everything that their pages can do.
@RestController
@Tag(name = "Alerts")
class AlertApi {
    private static final String ONE = "/api/alerts/{id:\\d{1,18}}";
    private static final Duration LONGEST_MUTE = Duration.ofDays(366);

    private final Alerting alerting;

    AlertApi(Alerting alerting) {
        this.alerting = alerting;
    }

    @Schema(name = "Alerts")
    record All(List<AlertJson> alerts) {}

    @Schema(name = "AlertPause")
    record Pause(boolean paused) {}

    /// @param until null to end it
    @Schema(name = "AlertMute")
    record Mute(@Nullable Instant until) {}

    /// What a search would have told. @param open how many it finds now, which are not told
    @Schema(name = "AlertPreview")
    record PreviewJson(
            @JsonProperty("last_week") long lastWeek,
            @JsonProperty("per_day") double perDay,
            long open) {}

    @GetMapping(path = "/api/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listAlerts", summary = "The saved searches of the caller, by name")
    All list() {
        return new All(alerting.all().stream().map(this::json).toList());
    }

    @GetMapping(path = "/api/alerts/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    @SearchParameters
    @Operation(
            operationId = "previewAlert",
            summary = "What a search would have told in the last week; saves nothing",
            description = SearchParameters.DESCRIPTION)
    PreviewJson preview(@Parameter(hidden = true) HttpServletRequest request) {
        var address = AskedSearch.read(request.getParameterMap(), Set.of());
        var preview = alerting.preview(address.criteria());
        return new PreviewJson(preview.lastWeek(), preview.perDay(), preview.open());
    }

    @PostMapping(
            path = "/api/alerts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "createAlert", summary = "Saves a search; what it finds already is not told")
    ResponseEntity<AlertJson> create(@RequestBody AlertJson.Asked asked) {
        var saved = alerting.save(asked.form(), asked.criteria());
        return ResponseEntity.created(URI.create("/api/alerts/" + saved.id())).body(json(saved));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getAlert", summary = "One saved search")
    AlertJson one(@PathVariable long id) {
        return json(alerting.known(id));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeAlert",
            summary = "Changes a saved search",
            description = "Without 'search' it asks for what it did. With another, it begins anew: what that finds"
                    + " already is not told.")
    AlertJson change(@PathVariable long id, @RequestBody AlertJson.Asked asked) {
        return json(alerting.change(id, asked.form(), asked.search() == null ? null : asked.criteria()));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeAlert", summary = "Takes a saved search away; it can be brought back")
    void remove(@PathVariable long id) {
        alerting.remove(id);
    }

    @PutMapping(path = ONE + "/restored", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreAlert", summary = "Brings back what was taken away; it listens from now on")
    AlertJson restore(@PathVariable long id) {
        alerting.restore(id);
        return one(id);
    }

    @PutMapping(path = "/api/alerts/standing/{subject:own|feeds}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "standingAlert",
            summary = "What is told without a search: changes of one's own postings, or feeds in trouble",
            description = "Set up as usual if it was not yet. It has an id like a saved search, and is changed, paused,"
                    + " muted and given destinations as one. Feeds are told to owners only.")
    AlertJson standing(@PathVariable String subject) {
        return json(alerting.setUp(subject.equals("own") ? SavedSearch.Subject.OWN : SavedSearch.Subject.FEEDS));
    }

    @PutMapping(path = ONE + "/feed", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "renewAlertFeed",
            summary = "Gives the private feed another address; the old one leads nowhere from then on")
    AlertJson renewFeed(@PathVariable long id) {
        alerting.renewFeed(id);
        return one(id);
    }

    @PutMapping(
            path = ONE + "/paused",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "pauseAlert", summary = "Collects nothing, or listens again from now on")
    AlertJson pause(@PathVariable long id, @RequestBody Pause pause) {
        alerting.pause(id, pause.paused());
        return one(id);
    }

    @PutMapping(
            path = ONE + "/muted",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "muteAlert", summary = "Tells nothing until a moment; what is found meanwhile comes after")
    AlertJson mute(@PathVariable long id, @RequestBody Mute mute) {
        var until = mute.until();
        if (until != null && until.isAfter(alerting.now().plus(LONGEST_MUTE)))
            throw new BadRequest("until must be within a year; pause it for longer.");
        alerting.mute(id, until);
        return one(id);
    }

    private AlertJson json(SavedSearch search) {
        var understood = search.subject() == SavedSearch.Subject.SEARCH
                ? alerting.inWords(search.criteria())
                : search.subject().title();
        return AlertJson.of(search, understood, alerting.now());
    }
}
