package pmradar.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Posting;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Stage;
import pmradar.pursuit.Standing;
import pmradar.pursuit.Step;

/// What a person does about one posting, in words: for its row, its page and its card on the board.
///
/// @param number by which it is known; null while nothing was done
/// @param posting null when it is gone
/// @param stage as a tag; null while there is none @param stageWords with its day
/// @param history latest first
/// @param marks what happened to the posting in the meantime
/// @param before what was done about another posting of the same role
record MineView(
        @Nullable Long number,
        @Nullable Long posting,
        String title,
        String employer,
        @Nullable String link,
        boolean hidden,
        boolean seen,
        @Nullable String stage,
        @Nullable String stageWords,
        List<StepView> history,
        @Nullable Next next,
        List<String> marks,
        @Nullable Before before) {

    /// @param day for machines; @param words the same for people
    record StepView(long id, String what, String day, String words, String note) {}

    record Next(String day, String words, String what, boolean due) {}

    record Before(String words, String link) {}

    static MineView of(Posting posting, Standing standing, LocalDate today) {
        var own = standing.own();
        if (own != null) return of(own, posting, standing.seen() != null, today);
        var same = standing.sameRole();
        return new MineView(
                null,
                posting.id().value(),
                posting.title(),
                Objects.requireNonNullElse(posting.company(), "Employer not named"),
                null,
                false,
                standing.seen() != null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                same == null ? null : before(same));
    }

    /// @param posting null when it is gone
    static MineView of(Pursuit own, @Nullable Posting posting, boolean seen, LocalDate today) {
        var current = own.current();
        return new MineView(
                own.id(),
                posting == null ? null : posting.id().value(),
                own.title(),
                Objects.requireNonNullElse(own.employer(), "Employer not named"),
                PostingView.webAddress(own.link()),
                own.hidden() != null,
                seen,
                current == null ? null : what(current),
                current == null ? null : stageWords(current),
                own.history().stream().map(MineView::step).toList(),
                next(own, today),
                marks(own, posting),
                null);
    }

    private static StepView step(Step step) {
        return new StepView(step.id(), what(step), step.on().toString(), Wording.day(step.on()), step.note());
    }

    private static String what(Step step) {
        return step.stage() == null ? "note" : Wording.tag(step.stage());
    }

    private static String stageWords(Step step) {
        return "%s on %s".formatted(what(step), Wording.day(step.on()));
    }

    private static @Nullable Next next(Pursuit own, LocalDate today) {
        var next = own.next();
        if (next == null) return null;
        return new Next(
                next.on().toString(),
                Wording.day(next.on()),
                next.what(),
                !next.on().isAfter(today));
    }

    private static List<String> marks(Pursuit own, @Nullable Posting posting) {
        if (posting == null) return List.of("no longer known here");
        var life = posting.life();
        if (life.closed() != null) return List.of("closed on " + Wording.day(life.closed()));
        if (life.changed() != null && life.changed().isAfter(own.changed()))
            return List.of("its text changed on " + Wording.day(life.changed()));
        return List.of();
    }

    private static Before before(Pursuit same) {
        var current = same.current();
        String did;
        if (current != null && current.stage() != Stage.SAVED) did = "Same role as one that is " + stageWords(current);
        else if (same.hidden() != null) did = "Same role as one that you hid on " + Wording.day(same.hidden());
        else if (current != null) did = "Same role as one that you saved on " + Wording.day(current.on());
        else did = "Same role as one that you wrote a note about";
        var show = same.hidden() == null ? "all" : "hidden";
        return new Before(did, "/mine?show=" + show + "#m" + same.id());
    }

    public boolean saved() {
        return "saved".equals(stage);
    }

    /// What the screen reader hears after a button was pressed.
    public String said() {
        if (hidden) return "Hidden";
        return stageWords == null ? "Neither saved nor hidden" : stageWords;
    }

    /// The stage that usually follows; null at the end.
    public @Nullable String following() {
        if (stage == null) return "saved";
        return switch (stage) {
            case "saved" -> "applied";
            case "applied" -> "interview";
            case "interview" -> "offer";
            default -> null;
        };
    }
}
