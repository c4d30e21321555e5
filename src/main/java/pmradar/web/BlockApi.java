package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.Blocks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The block list for programs: looked at beforehand, changed, exported and imported.
@RestController
@Tag(name = "Blocked")
class BlockApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = 2_000_000;

    private final Blocking blocking;

    BlockApi(Blocking blocking) {
        this.blocking = blocking;
    }

    @Schema(name = "NewBlock")
    record Asked(
            @Schema(allowableValues = {"employer", "agency", "title", "text"}) @Nullable
            String kind,

            @Nullable String words,

            @Schema(description = "at most 1,000 characters") @Nullable
            String reason) {}

    /// @param undone when it was taken back; null while it holds @param hides how many postings it hides now
    @Schema(name = "Block")
    record BlockJson(
            String id,
            String kind,
            String words,
            String reason,
            String by,
            Instant at,
            @Nullable Instant undone,
            long hides) {
        static BlockJson of(Blocks.Block one) {
            return new BlockJson(
                    String.valueOf(one.id()),
                    Wording.tag(one.kind()),
                    one.words(),
                    one.reason(),
                    one.by(),
                    one.at(),
                    one.undone(),
                    one.hides());
        }
    }

    @Schema(name = "BlockPreview")
    record PreviewJson(long count, long looked, boolean all, List<HiddenJson> newest) {}

    @Schema(name = "BlockHidden")
    record HiddenJson(String id, String title, @Nullable String company) {}

    @GetMapping(path = "/api/blocked", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All rules of the block list, newest first, those taken back among them")
    List<BlockJson> all() {
        return blocking.all().stream().map(BlockJson::of).toList();
    }

    @PostMapping(
            path = "/api/blocked/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a rule would hide; saves nothing")
    PreviewJson preview(@RequestBody Asked asked) {
        var preview = blocking.preview(asked.kind(), asked.words());
        return new PreviewJson(
                preview.count(),
                preview.looked(),
                preview.all(),
                preview.newest().stream()
                        .map(one -> new HiddenJson(one.id().toString(), one.title(), one.company()))
                        .toList());
    }

    @PostMapping(
            path = "/api/blocked",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds a rule; stored postings follow within moments")
    ResponseEntity<BlockJson> add(@RequestBody Asked asked) {
        var made = blocking.add(asked.kind(), asked.words(), asked.reason());
        return ResponseEntity.created(URI.create("/api/blocked/" + made.id())).body(BlockJson.of(made));
    }

    @DeleteMapping("/api/blocked/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a rule back; it stays on record as undone")
    void undo(@PathVariable long id) {
        blocking.undo(id);
    }

    @GetMapping(path = "/api/blocked.jsonl", produces = "application/jsonl")
    @Operation(summary = "The rules that hold, one JSON object a line")
    ResponseEntity<String> export() {
        var lines = new StringBuilder();
        blocking.all().reversed().stream()
                .filter(one -> one.undone() == null)
                .forEach(one -> lines.append(
                                JSON.writeValueAsString(new Asked(Wording.tag(one.kind()), one.words(), one.reason())))
                        .append('\n'));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"blocked.jsonl\"")
                .body(lines.toString());
    }

    /// @param added rules that are new @param refused lines that are none, or that hold already, each with its reason
    @Schema(name = "BlockImport")
    record Imported(int added, List<Refused> refused) {}

    @Schema(name = "BlockRefused")
    record Refused(@JsonProperty("line") int number, String reason) {}

    @PostMapping(
            path = "/api/blocked/import",
            consumes = "application/jsonl",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds the rules of an export and says which lines were refused")
    Imported importLines(HttpServletRequest request) throws IOException {
        if (!blocking.mayChange()) throw new BadRequest("Only the owner of this PM Radar changes the block list.");
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new BadRequest("The file is too large for a block list.");
        int added = 0;
        var refused = new ArrayList<Refused>();
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            try {
                var asked = JSON.readValue(lines.get(i), Asked.class);
                blocking.add(asked.kind(), asked.words(), asked.reason());
                added++;
            } catch (BadRequest bad) {
                refused.add(new Refused(i + 1, String.valueOf(bad.getMessage())));
            } catch (JacksonException | NullPointerException broken) {
                refused.add(new Refused(i + 1, "The line is no JSON object with kind, words and reason."));
            }
        }
        return new Imported(added, refused);
    }
}
