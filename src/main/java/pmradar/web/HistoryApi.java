package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.PostingHistory;
import pmradar.posting.Said;

/// For programs: why a posting is one, what changed in it, and a person's word against it.
@RestController
@RequestMapping(path = "/api/postings/{id:\\d{1,18}}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Histories")
class HistoryApi {

    private final SplittingHand hand;

    HistoryApi(SplittingHand hand) {
        this.hand = hand;
    }

    @Schema(name = "History")
    record HistoryJson(
            List<JoinedJson> seen,
            List<SplitJson> splits,
            List<RelativeJson> group,
            List<ChangeJson> changes,
            @Nullable StandingJson standing) {

        static HistoryJson of(PostingHistory history) {
            return new HistoryJson(
                    history.joined().stream().map(JoinedJson::of).toList(),
                    history.splits().stream().map(SplitJson::of).toList(),
                    history.relatives().stream().map(RelativeJson::of).toList(),
                    history.changes().stream().map(ChangeJson::of).toList(),
                    history.standing() == null ? null : StandingJson.of(history.standing()));
        }
    }

    @Schema(name = "JoinedSighting")
    record JoinedJson(
            @Schema(description = "by which it can be split off")
            String id,

            String feed,
            List<String> locations,
            String why,

            @Schema(description = "whether the posting carries its words")
            boolean leads) {

        static JoinedJson of(PostingHistory.Joined one) {
            return new JoinedJson(
                    String.valueOf(one.id()),
                    one.sighting().feedId(),
                    one.places().stream().map(place -> place.raw()).toList(),
                    one.why(),
                    one.leads());
        }
    }

    @Schema(name = "Split")
    record SplitJson(String id, String of, String off, String by, Instant at) {

        static SplitJson of(PostingHistory.Split one) {
            return new SplitJson(
                    String.valueOf(one.id()), one.of().toString(), one.off().toString(), one.by(), one.at());
        }
    }

    @Schema(name = "Relative")
    record RelativeJson(
            String id,
            String title,
            @Nullable String company,
            @Nullable String why,
            boolean open) {

        static RelativeJson of(PostingHistory.Relative one) {
            return new RelativeJson(one.id().toString(), one.title(), one.company(), one.why(), one.open());
        }
    }

    @Schema(name = "Change")
    record ChangeJson(
            Instant at,
            List<String> fields,

            @Schema(description = "the whole text before, where the text changed")
            @JsonProperty("text_before")
            @Nullable
            String textBefore,

            List<ChangeView.Value> values) {

        static ChangeJson of(PostingHistory.Change change) {
            return new ChangeJson(
                    change.at(),
                    change.fields().stream().map(Wording::tag).toList(),
                    change.fields().contains(Said.Field.TEXT) ? change.before().text() : null,
                    ChangeView.values(change));
        }
    }

    /// @param openFromDays from how long on this is shown
    @Schema(name = "Standing")
    record StandingJson(
            @JsonProperty("open_days") long openDays,
            int relisted,
            @JsonProperty("text_since") Instant textSince,
            @JsonProperty("shown_from_days") long openFromDays,
            @JsonProperty("shown_from_relisted") int relistedFrom) {

        static StandingJson of(PostingHistory.Standing one) {
            return new StandingJson(
                    one.openFor().toDays(),
                    one.relisted(),
                    one.textSince(),
                    one.openFrom().toDays(),
                    one.relistedFrom());
        }
    }

    @Schema(name = "SplitPosting")
    record Made(String id) {}

    @GetMapping("/history")
    @Operation(summary = "Where a posting was seen and why that is one, its copies, and what changed in it")
    HistoryJson of(@PathVariable long id) {
        return HistoryJson.of(hand.of(id));
    }

    @PostMapping("/sightings/{sighting:\\d{1,18}}/split")
    @Operation(summary = "Says that a sighting is another posting; it becomes one, and stays one")
    ResponseEntity<Made> split(@PathVariable long id, @PathVariable long sighting) {
        var made = hand.split(id, sighting);
        return ResponseEntity.created(URI.create("/api/postings/" + made)).body(new Made(made.toString()));
    }

    @DeleteMapping("/splits/{number:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a split back: both are one posting again")
    void rejoin(@PathVariable long id, @PathVariable long number) {
        hand.rejoin(id, number);
    }

    @PutMapping("/apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that a posting is no copy of those it is grouped with")
    void apart(@PathVariable long id) {
        hand.setApart(id, true);
    }

    @DeleteMapping("/apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes that back")
    void together(@PathVariable long id) {
        hand.setApart(id, false);
    }
}
