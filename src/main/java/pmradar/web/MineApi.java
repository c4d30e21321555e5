package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Takeaway;

/// What the caller does about postings, for programs: everything that the board and the rows can do.
@RestController
@Tag(name = "Mine")
class MineApi {

    private static final String ID = "{id:\\d{1,18}}";
    private static final String MATCH = "the ETag of this entry; with it, only while it is as that says, else 412";
    private static final String ONE = "/api/mine/" + ID;
    private static final String STEP = ONE + "/steps/{step:\\d{1,18}}";

    private final Pursuing pursuing;
    private final Pursuits pursuits;
    private final Takeaway takeaway;
    private final Clock clock;

    MineApi(Pursuing pursuing, Pursuits pursuits, Takeaway takeaway, Clock clock) {
        this.pursuing = pursuing;
        this.pursuits = pursuits;
        this.takeaway = takeaway;
        this.clock = clock;
    }

    @Schema(name = "MineList")
    record Found(int total, List<MineJson> mine, @Nullable String next) {}

    @Schema(name = "NewStep")
    record Asked(
            @Schema(
                    description = "saved, applied, interview, offer, rejected, withdrawn or note; "
                            + "on a posting also hidden, shown and unsaved")
            @Nullable
            String state,

            @Schema(description = "the day, as 2026-11-12; today when absent") @Nullable
            String on,

            @Schema(description = "at most 4,000 characters") @Nullable
            String note) {

        String act() {
            if (state == null) throw new BadRequest("Say which 'state': saved, applied, ...");
            return switch (state) {
                case "hidden" -> "hide";
                case "shown" -> "show";
                case "unsaved" -> "unsave";
                default -> state;
            };
        }
    }

    @GetMapping(path = "/api/mine", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Everything of the caller, last changed first")
    ResponseEntity<Found> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        if (size < 1 || size > 1000) throw new BadRequest("size must be from 1 to 1000.");
        var all = pursuits.all(pursuing.account()).stream()
                .filter(one -> state == null || is(one, state))
                .toList();
        int from = cursor == null || cursor.isBlank() ? 0 : after(all, cursor);
        var page = all.stream().skip(from).limit(size).map(MineJson::of).toList();
        var next = from + page.size() < all.size() ? page.getLast().id() : null;
        return tagged(new Found(all.size(), page, next));
    }

    private static boolean is(Pursuit one, String state) {
        if (state.equals("hidden")) return one.hidden() != null;
        var stage = one.stage();
        return stage != null && Wording.tag(stage).equals(state);
    }

    private static int after(List<Pursuit> all, String cursor) {
        return IntStream.range(0, all.size())
                        .filter(i -> String.valueOf(all.get(i).id()).equals(cursor))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("The cursor is none of this list. Ask again without it."))
                + 1;
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One posting of the caller, with all steps")
    ResponseEntity<MineJson> one(@PathVariable long id) {
        return tagged(MineJson.of(pursuing.mine(id)));
    }

    @PutMapping(
            path = "/api/postings/" + ID + "/mine",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Saves, hides, or says how far it is; the same twice counts once",
            description = "Answers 204 where nothing is left to remember.")
    ResponseEntity<MineJson> put(@PathVariable long id, @RequestBody Asked asked) {
        pursuing.act(id, asked.act(), asked.on(), asked.note());
        var own = pursuing.standing(pursuing.posting(id)).own();
        return own == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(MineJson.of(own));
    }

    @PostMapping(
            path = ONE + "/steps",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds a step or a note, whether the posting is still there or not")
    ResponseEntity<MineJson> add(
            @PathVariable long id,
            @RequestBody Asked asked,
            @Parameter(description = MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        still(id, ifMatch);
        pursuing.act(pursuing.mine(id), asked.act(), asked.on(), asked.note());
        return left(id);
    }

    @PutMapping(path = STEP, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives a step another day and other words")
    ResponseEntity<MineJson> change(
            @PathVariable long id,
            @PathVariable long step,
            @RequestBody Asked asked,
            @Parameter(description = MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        still(id, ifMatch);
        pursuing.changeStep(id, step, asked.on(), asked.note());
        return left(id);
    }

    @DeleteMapping(STEP)
    @Operation(summary = "Takes a step back for good")
    ResponseEntity<MineJson> remove(
            @PathVariable long id,
            @PathVariable long step,
            @Parameter(description = MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        still(id, ifMatch);
        pursuing.removeStep(id, step);
        return left(id);
    }

    @PutMapping(
            path = ONE + "/next",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Says what comes next, and when")
    ResponseEntity<MineJson> next(
            @PathVariable long id,
            @RequestBody MineJson.NextJson next,
            @Parameter(description = MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        still(id, ifMatch);
        pursuing.next(id, next.on(), next.what());
        return left(id);
    }

    @DeleteMapping(ONE + "/next")
    @Operation(summary = "Nothing comes next")
    ResponseEntity<MineJson> noNext(
            @PathVariable long id,
            @Parameter(description = MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        still(id, ifMatch);
        pursuing.next(id, null, null);
        return left(id);
    }

    /// 204 where nothing is left to remember.
    private ResponseEntity<MineJson> left(long id) {
        return pursuits.find(pursuing.account(), id)
                .map(one -> ResponseEntity.ok(MineJson.of(one)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(path = "/api/mine.jsonl", produces = "application/jsonl")
    @Operation(summary = "Everything of the caller, to keep and to bring in again")
    ResponseEntity<StreamingResponseBody> export() {
        return MineFiles.jsonLines(takeaway, pursuing.account());
    }

    @GetMapping(path = "/api/mine.csv", produces = "text/csv")
    @Operation(summary = "The same for a spreadsheet, without what was merely opened")
    ResponseEntity<StreamingResponseBody> csv() {
        return MineFiles.csv(pursuits.all(pursuing.account()));
    }

    @PostMapping(
            path = "/api/mine.jsonl",
            consumes = {"application/jsonl", "application/x-ndjson"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Brings in what was exported; lines that cannot be read are named and hinder no other")
    MineJson.TakenJson take(InputStream body) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            return MineJson.TakenJson.of(takeaway.take(pursuing.account(), lines.lines(), clock.instant()));
        }
    }

    @PutMapping("/api/postings/" + ID + "/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Notes that a posting was looked at, so that lists shade it")
    void seen(@PathVariable long id) {
        pursuing.seen(id);
    }

    @DeleteMapping("/api/mine/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets for good which postings were merely looked at")
    void forgetSeen() {
        pursuits.forgetSeen(pursuing.account());
    }

    private void still(long id, @Nullable String ifMatch) {
        if (ifMatch != null) IfMatch.check(ifMatch, tag(MineJson.of(pursuing.mine(id))));
    }

    private static String tag(Object body) {
        return "\"" + DigestUtils.md5DigestAsHex(body.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private static <T> ResponseEntity<T> tagged(T body) {
        return ResponseEntity.ok().eTag(tag(body)).body(body);
    }
}
