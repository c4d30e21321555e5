package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.pursuit.NextStep;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Step;
import pmradar.pursuit.Taken;

/// One posting and what the caller does about it, for programs.
///
/// @param postingId null when the posting is not known here any more
/// @param stage how far it is; null where it is only hidden or noted
/// @param since the day of that stage @param hidden since when it is left out of lists
@Schema(name = "Mine")
record MineJson(
        String id,
        @JsonProperty("posting_id") @Nullable String postingId,
        String title,
        @Nullable String employer,
        @Nullable String link,
        @Nullable String stage,
        @Nullable String since,
        @Nullable String hidden,
        @Nullable NextJson next,
        List<StepJson> steps,
        String changed) {

    @Schema(name = "NextStep")
    record NextJson(@Nullable String on, @Nullable String what) {

        static NextJson of(NextStep next) {
            return new NextJson(next.on().toString(), next.what());
        }
    }

    /// @param stage note where it is a mere note
    @Schema(name = "Step")
    record StepJson(String id, String stage, String on, String note, String said) {

        static StepJson of(Step step) {
            return new StepJson(
                    String.valueOf(step.id()),
                    stageOf(step),
                    step.on().toString(),
                    step.note(),
                    step.said().toString());
        }
    }

    @Schema(name = "Taken")
    record TakenJson(int added, int changed, int same, List<BadLineJson> bad) {

        static TakenJson of(Taken taken) {
            return new TakenJson(
                    taken.added(),
                    taken.changed(),
                    taken.same(),
                    taken.bad().stream()
                            .map(line -> new BadLineJson(line.number(), line.reason()))
                            .toList());
        }
    }

    @Schema(name = "BadLine")
    record BadLineJson(int line, String reason) {}

    static MineJson of(Pursuit one) {
        var current = one.current();
        var next = one.next();
        return new MineJson(
                String.valueOf(one.id()),
                one.posting() == null ? null : one.posting().toString(),
                one.title(),
                one.employer(),
                one.link(),
                current == null ? null : stageOf(current),
                current == null ? null : current.on().toString(),
                one.hidden() == null ? null : one.hidden().toString(),
                next == null ? null : NextJson.of(next),
                one.history().stream().map(StepJson::of).toList(),
                one.changed().toString());
    }

    private static String stageOf(Step step) {
        return step.stage() == null ? "note" : Wording.tag(step.stage());
    }
}
