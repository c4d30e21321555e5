package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.classify.Domain;
import pmradar.posting.Correction;
import pmradar.posting.Corrections;

/// Corrections for programs: made, taken back, and exported as labelled data.
@RestController
@Tag(name = "Corrections")
class CorrectionApi {

    private final Correcting correcting;
    private final Corrections corrections;

    CorrectionApi(Correcting correcting, Corrections corrections) {
        this.correcting = correcting;
        this.corrections = corrections;
    }

    @Schema(name = "NewCorrection")
    record Asked(
            @Schema(allowableValues = {"gate", "label", "unit"}) @Nullable
            String what,

            @Schema(
                    description = "gate: project-manager or not-project-manager; label: technical or general; "
                            + "unit: words of the text that are no evidence, or are the evidence that 'unit' says")
            @Nullable
            String value,

            @Nullable NewUnit unit,

            @Schema(description = "at most 1,000 characters") @Nullable
            String reason) {}

    /// @param unit what the words are; null where they are none
    /// @param undone when it was taken back; null while it holds
    @Schema(name = "Correction")
    record CorrectionJson(
            String id,
            @JsonProperty("posting_id") String postingId,
            String what,
            String value,
            @Nullable NewUnit unit,
            String reason,
            String by,
            Instant at,
            @Nullable Instant undone) {

        static CorrectionJson of(Correction made) {
            var id = String.valueOf(made.id());
            return new CorrectionJson(
                    id,
                    made.posting().toString(),
                    what(made.change()),
                    value(made.change()),
                    unit(made.change()),
                    made.reason(),
                    made.by(),
                    made.at(),
                    made.undone());
        }

        private static @Nullable NewUnit unit(Correction.Change change) {
            return change instanceof Correction.HasUnit has
                    ? new NewUnit(
                            has.type().name(),
                            has.strength().name(),
                            Wording.tag(has.necessity()),
                            has.domains().stream().map(Domain::tag).toList())
                    : null;
        }

        private static String what(Correction.Change change) {
            return switch (change) {
                case Correction.Gate _ -> "gate";
                case Correction.LabelIs _ -> "label";
                case Correction.NoUnit _, Correction.HasUnit _ -> "unit";
            };
        }

        private static String value(Correction.Change change) {
            return switch (change) {
                case Correction.Gate(var is) -> is ? "project-manager" : "not-project-manager";
                case Correction.LabelIs(var label) -> Wording.label(label);
                case Correction.NoUnit(var quote) -> quote;
                case Correction.HasUnit has -> has.quote();
            };
        }
    }

    @GetMapping(path = "/api/postings/{id:\\d{1,18}}/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getCorrections", summary = "All corrections ever made of a posting, newest first")
    List<CorrectionJson> of(@PathVariable long id) {
        return correcting.ofKnown(id).stream().map(CorrectionJson::of).toList();
    }

    @PostMapping(
            path = "/api/postings/{id:\\d{1,18}}/corrections",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "correctPosting",
            summary = "Corrects gate, label or a unit of a posting",
            description = "With If-Match, only while the posting is as that ETag of it says; else 412.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CorrectionJson> correct(
            @PathVariable long id,
            @Parameter(description = "the posting's ETag")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Asked asked) {
        if (ifMatch != null) correcting.stillAs(id, ifMatch);
        var made = correcting.correct(id, asked.what(), asked.value(), unit(asked), asked.reason());
        return ResponseEntity.created(URI.create("/api/postings/%d/corrections/%d".formatted(id, made.id())))
                .body(CorrectionJson.of(made));
    }

    private static @Nullable NewUnit unit(Asked asked) {
        if (asked.unit() != null && !"unit".equals(asked.what())) throw new BadRequest("'unit' goes with what: unit.");
        return asked.unit();
    }

    @DeleteMapping("/api/postings/{id:\\d{1,18}}/corrections/{number:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "undoCorrection",
            summary = "Takes a correction back; it stays on record as undone",
            description = "With If-Match, only while the posting is as that ETag of it says; else 412.")
    void undo(
            @PathVariable long id,
            @PathVariable long number,
            @Parameter(description = "the posting's ETag")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch) {
        if (ifMatch != null) correcting.stillAs(id, ifMatch);
        correcting.undo(id, number);
    }

    @GetMapping(path = "/api/corrections.jsonl", produces = "application/jsonl")
    @Operation(operationId = "exportCorrections", summary = "Every corrected posting as a line of labelled data")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/jsonl");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"corrections.jsonl\"");
        var out = response.getOutputStream();
        corrections.export(line -> {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        out.flush();
    }
}
