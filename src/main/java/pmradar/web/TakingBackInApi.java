package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import pmradar.posting.Readmissions.Readmission;

/// Taking in what was set aside, for programs.
@RestController
@Tag(name = "Feeds")
class TakingBackInApi {

    private final TakingBackIn taking;

    TakingBackInApi(TakingBackIn taking) {
        this.taking = taking;
    }

    @Schema(name = "NewReadmission")
    record Asked(
            @JsonProperty("external_id") @Schema(description = "as the feed's set-aside listings name it") @Nullable
            String externalId,

            @Schema(description = "at most 1,000 characters") @Nullable
            String reason) {}

    @Schema(name = "Readmission")
    record ReadmissionJson(
            String id,
            @JsonProperty("feed_id") String feedId,
            @JsonProperty("external_id") String externalId,
            String reason,
            String by,
            Instant at,

            @JsonProperty("posting_id") @Schema(description = "null until the feed is read again") @Nullable
            String postingId) {

        static ReadmissionJson of(Readmission one) {
            var posting = one.posting();
            return new ReadmissionJson(
                    String.valueOf(one.id()),
                    one.feedId(),
                    one.externalId(),
                    one.reason(),
                    one.by(),
                    one.at(),
                    posting == null ? null : posting.toString());
        }
    }

    @GetMapping(path = "/api/feeds/{id}/readmissions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getReadmissions",
            summary = "Listings of a feed that people took in against the rules, newest first")
    List<ReadmissionJson> of(@PathVariable String id) {
        return taking.of(id).stream().map(ReadmissionJson::of).toList();
    }

    @PostMapping(
            path = "/api/feeds/{id}/readmissions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "readmit",
            summary = "Takes a listing in that was set aside as off topic; it becomes a posting when its feed is read")
    ResponseEntity<ReadmissionJson> takeIn(@PathVariable String id, @RequestBody Asked asked) {
        var made = taking.takeIn(id, asked.externalId(), asked.reason());
        var at = UriComponentsBuilder.fromPath("/api/feeds/{id}/readmissions/{number}")
                .encode()
                .buildAndExpand(id, made.id())
                .toUri();
        return ResponseEntity.created(at).body(ReadmissionJson.of(made));
    }

    @DeleteMapping("/api/feeds/{id}/readmissions/{number:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "undoReadmission", summary = "Takes that back: the rules alone decide about it again")
    void undo(@PathVariable String id, @PathVariable long number) {
        taking.undo(id, number);
    }
}
