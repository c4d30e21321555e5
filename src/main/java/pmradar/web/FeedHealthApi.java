package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedMove;
import pmradar.feed.Feeds;
import pmradar.feed.Proposal;

/// What is answered to a feed's troubles and to proposals of where it may be now, for programs.
@RestController
@RequestMapping(path = "/api/feeds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Feeds")
class FeedHealthApi {

    private final FeedHealth health;
    private final Feeds feeds;
    private final CurrentAccount current;
    private final Clock clock;

    FeedHealthApi(FeedHealth health, Feeds feeds, CurrentAccount current, Clock clock) {
        this.health = health;
        this.feeds = feeds;
        this.current = current;
        this.clock = clock;
    }

    /// @param move null where the feed is read where it was declared
    @Schema(name = "Proposals")
    record Proposals(List<ProposalJson> proposals, @Nullable MoveJson move) {}

    @Schema(name = "Proposal")
    record ProposalJson(
            long id,
            String type,
            String at,

            @Schema(description = "how it was found, in a sentence")
            String how,

            Instant found) {

        static ProposalJson of(Proposal one) {
            return new ProposalJson(one.id(), one.type(), one.at(), one.how(), one.found());
        }
    }

    @Schema(name = "Move")
    record MoveJson(
            @JsonProperty("declared_type") String declaredType,
            @JsonProperty("declared_at") String declaredAt,
            String type,
            String at,
            Instant accepted,
            @JsonProperty("accepted_by") String acceptedBy) {

        static MoveJson of(FeedMove move) {
            return new MoveJson(
                    move.declaredType(), move.declaredAt(), move.type(), move.at(), move.accepted(), move.acceptedBy());
        }
    }

    @Schema(name = "Answer")
    record AnswerJson(
            @Schema(description = "whether the feed is to be read there from now on")
            boolean accepted) {}

    @GetMapping("/proposals")
    @Operation(operationId = "getProposals", summary = "Where a feed's board may be now")
    Proposals proposals(@PathVariable String id) {
        if (feeds.state(id).isEmpty()) throw new NotThere("There is no feed with the id '%s'.".formatted(id));
        return new Proposals(
                health.proposals(id).stream().map(ProposalJson::of).toList(),
                health.move(id).map(MoveJson::of).orElse(null));
    }

    @PutMapping(path = "/proposals/{proposal:\\d{1,18}}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "answerProposal",
            summary = "Accepts a proposal, so that the feed is read there at once, or puts it away")
    Proposals answer(@PathVariable String id, @PathVariable long proposal, @RequestBody AnswerJson answer) {
        if (answer.accepted) {
            found(health.accept(id, proposal, who(), clock.instant()));
            feeds.readNow(id, clock.instant());
        } else found(health.decline(id, proposal, clock.instant()));
        return proposals(id);
    }

    @DeleteMapping("/move")
    @Operation(operationId = "undoMove", summary = "Has the feed read where it was declared again")
    Proposals takeBack(@PathVariable String id) {
        found(health.takeBack(id));
        return proposals(id);
    }

    @PutMapping("/troubles/{trouble:\\d{1,18}}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "acknowledgeTrouble",
            summary = "Notes that a trouble is known: it is shown, but not counted any more")
    void acknowledge(@PathVariable String id, @PathVariable long trouble) {
        found(health.acknowledge(id, trouble, who(), clock.instant()));
    }

    @DeleteMapping("/troubles/{trouble:\\d{1,18}}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unacknowledgeTrouble", summary = "Makes a trouble count again")
    void unacknowledge(@PathVariable String id, @PathVariable long trouble) {
        found(health.unacknowledge(id, trouble));
    }

    private String who() {
        return current.get().map(Account::name).orElse("owner");
    }

    private static void found(boolean there) {
        if (!there) throw new NotThere("There is no such entry for this feed any more.");
    }
}
