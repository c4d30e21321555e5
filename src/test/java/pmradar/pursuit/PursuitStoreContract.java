package pmradar.pursuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.posting.Drafts;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// What the store of pursuits must do on every database.
@SpringBootTest(classes = PursuitSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class PursuitStoreContract {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final long ANNA = 1;
    static final long BEN = 2;

    @Autowired
    Pursuits pursuits;

    @Autowired
    Preferences preferences;

    @Autowired
    Takeaway takeaway;

    @Autowired
    Moves moves;

    @Autowired
    Postings postings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyStore() {
        for (var table : List.of(
                "pursuit",
                "pursuit_seen",
                "pursuit_preference",
                "posting_revision",
                "posting_split",
                "posting_voucher",
                "posting_sighting_content",
                "posting_evidence",
                "posting_sighting",
                "posting")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    Posting posting(Drafts draft) {
        return posting("acme", draft);
    }

    Posting posting(String feed, Drafts draft) {
        transaction.executeWithoutResult(_ -> postings.recordAll(feed, List.of(draft.judged()), NOW));
        return all().getLast();
    }

    List<Posting> all() {
        return postings.changedAfter(0, 1000);
    }

    static Step step(Stage stage, String on, String note) {
        return Step.of(stage, LocalDate.parse(on), note, NOW);
    }

    static Step saved() {
        return step(Stage.SAVED, "2026-11-22", "");
    }

    Standing standing(Posting posting) {
        return pursuits.standings(ANNA, List.of(posting)).getOrDefault(posting.id(), Standing.NONE);
    }

    @Test
    void remembersStepsWithTheirDaysAndNotes() {
        var posting = posting(Drafts.of("a1"));
        pursuits.note(ANNA, posting, saved());
        var pursuit = pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-12", "by mail, with the short CV"));
        assertThat(pursuit.stage()).isEqualTo(Stage.APPLIED);
        assertThat(pursuit.history()).extracting(Step::stage).containsExactly(Stage.SAVED, Stage.APPLIED);
        pursuits.note(ANNA, pursuit.id(), step(null, "2026-11-20", "Called; they decide in December."));
        pursuits.next(ANNA, pursuit.id(), new NextStep(LocalDate.parse("2026-12-01"), "ask again"), NOW);
        var after = pursuits.find(ANNA, pursuit.id()).orElseThrow();
        assertThat(after.stage()).isEqualTo(Stage.APPLIED);
        assertThat(after.next()).isEqualTo(new NextStep(LocalDate.parse("2026-12-01"), "ask again"));
        assertThat(after.history())
                .extracting(Step::note)
                .containsExactly("", "Called; they decide in December.", "by mail, with the short CV");
        assertThat(after.title()).isEqualTo("Project Manager a1");
        assertThat(after.employer()).isEqualTo("Northwind Rail GmbH");
        assertThat(after.link()).isEqualTo("https://jobs.example.com/a1");
    }

    @Test
    void countsWhatIsSaidTwiceOnce() {
        var posting = posting(Drafts.of("a1"));
        pursuits.note(ANNA, posting, saved());
        assertThat(pursuits.note(ANNA, posting, saved()).steps()).hasSize(1);
        assertThat(pursuits.all(ANNA)).hasSize(1);
    }

    @Test
    void keepsTheStageWhenAnEarlierOneIsAddedToTheHistory() {
        var posting = posting(Drafts.of("a1"));
        pursuits.note(ANNA, posting, step(Stage.INTERVIEW, "2026-11-20", ""));
        assertThat(pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-02", ""))
                        .stage())
                .isEqualTo(Stage.INTERVIEW);
        assertThat(pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-25", "anew"))
                        .stage())
                .isEqualTo(Stage.APPLIED);
        assertThat(pursuits.note(ANNA, posting, step(Stage.REJECTED, "2026-11-22", ""))
                        .stage())
                .isEqualTo(Stage.REJECTED);
    }

    @Test
    void changesAndTakesBackSteps() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-12", ""));
        var step = pursuit.steps().getFirst().id();
        pursuits.change(ANNA, pursuit.id(), step, LocalDate.parse("2026-11-10"), "by post", NOW);
        assertThat(pursuits.find(ANNA, pursuit.id()).orElseThrow().steps())
                .containsExactly(new Step(step, Stage.APPLIED, LocalDate.parse("2026-11-10"), "by post", NOW));
        pursuits.remove(ANNA, pursuit.id(), step, NOW);
        assertThat(pursuits.all(ANNA)).isEmpty();
        assertThat(standing(posting)).isEqualTo(Standing.NONE);
    }

    @Test
    void hidesAndBringsBack() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.hide(ANNA, posting, NOW);
        assertThat(pursuits.hidden(ANNA)).containsExactly(posting.id());
        assertThat(standing(posting).own()).isEqualTo(pursuit);
        pursuits.show(ANNA, pursuit.id(), NOW);
        assertThat(pursuits.hidden(ANNA)).isEmpty();
        pursuits.hide(ANNA, posting, NOW);
        pursuits.note(ANNA, posting, step(null, "2026-11-22", "too far away"));
        assertThat(pursuits.hidden(ANNA)).containsExactly(posting.id());
        pursuits.note(ANNA, posting, saved());
        assertThat(pursuits.hidden(ANNA)).isEmpty();
    }

    @Test
    void keepsEverythingWhenAPostingIsReadAgainClosedAndListedAnew() {
        var posting = posting(Drafts.of("a1"));
        pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-12", ""));
        transaction.executeWithoutResult(_ -> {
            postings.recordAll(
                    "acme", List.of(Drafts.of("a1").text("Another text").judged()), NOW.plusSeconds(60));
            postings.readingEnded("acme", true, NOW.plusSeconds(90), NOW.plusSeconds(91));
            postings.readingEnded("acme", true, NOW.plusSeconds(190), NOW.plusSeconds(191));
        });
        var closed = postings.find(posting.id()).orElseThrow();
        assertThat(closed.open()).isFalse();
        moves.follow(posting.id());
        assertThat(standing(closed).own()).isNotNull();
        transaction.executeWithoutResult(
                _ -> postings.recordAll("acme", List.of(Drafts.of("a1").judged()), NOW.plusSeconds(300)));
        assertThat(standing(postings.find(posting.id()).orElseThrow()).own()).isNotNull();
    }

    @Test
    void followsAPostingThatWasMergedIntoAnother() {
        var left = posting(Drafts.of("a1"));
        var right = posting("north", Drafts.of("b7"));
        pursuits.note(ANNA, left, step(Stage.APPLIED, "2026-11-12", "sent"));
        pursuits.hide(BEN, left, NOW);
        merge(left, right);
        assertThat(moves.follow(left.id())).isTrue();
        assertThat(standing(right).own())
                .satisfies(own -> assertThat(own.stage()).isEqualTo(Stage.APPLIED))
                .satisfies(own -> assertThat(own.steps()).extracting(Step::note).containsExactly("sent"));
        assertThat(pursuits.hidden(BEN)).containsExactly(right.id());
    }

    @Test
    void losesNoNoteWhenSomethingWasDoneAboutBothOfTwoMergedPostings() {
        var left = posting(Drafts.of("a1"));
        var right = posting("north", Drafts.of("b7"));
        pursuits.note(ANNA, left, step(Stage.APPLIED, "2026-11-12", "sent"));
        pursuits.hide(ANNA, right, NOW);
        pursuits.note(ANNA, right, step(null, "2026-11-13", "looks the same"));
        merge(left, right);
        moves.follow(left.id());
        assertThat(pursuits.all(ANNA)).singleElement().satisfies(one -> {
            assertThat(one.posting()).isEqualTo(right.id());
            assertThat(one.hidden()).isNull();
            assertThat(one.stage()).isEqualTo(Stage.APPLIED);
            assertThat(one.steps()).extracting(Step::note).containsExactlyInAnyOrder("sent", "looks the same");
        });
    }

    private void merge(Posting from, Posting into) {
        jdbc.sql("update posting_sighting set posting_id = ? where posting_id = ?")
                .params(into.id().value(), from.id().value())
                .update();
        forget(from);
    }

    private void forget(Posting posting) {
        for (var table : List.of("posting_evidence where posting_id", "posting_sighting where posting_id"))
            jdbc.sql("delete from " + table + " = ?")
                    .param(posting.id().value())
                    .update();
        jdbc.sql("delete from posting where id = ?").param(posting.id().value()).update();
    }

    @Test
    void remainsReadableWhenThePostingIsGone() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.note(ANNA, posting, step(Stage.OFFER, "2026-11-12", "62,000 a year"));
        forget(posting);
        assertThat(moves.follow(posting.id())).isFalse();
        assertThat(pursuits.all(ANNA)).containsExactly(pursuit);
        pursuits.note(ANNA, pursuit.id(), step(Stage.WITHDRAWN, "2026-11-23", "took another"));
        assertThat(pursuits.find(ANNA, pursuit.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void marksARepostOfARoleThatWasHiddenOrAppliedTo() {
        var text = Drafts.text(7);
        var first = posting(Drafts.of("a1")
                .title("Project Manager, Rails (m/f/d)")
                .text(text)
                .requisition("R-1"));
        pursuits.hide(ANNA, first, NOW);
        var repost = posting(
                "north",
                Drafts.of("z9")
                        .title("Project Manager, Rails")
                        .text(text + " And more.")
                        .requisition("R-2"));
        var other =
                posting("north", Drafts.of("z8").title("Project Manager, Rails").city("Wels"));
        var elsewhere = posting(
                "north",
                Drafts.of("z7").title("Project Manager, Rails").text(text).company("Fjordbank"));
        assertThat(repost.id()).isNotEqualTo(first.id());
        assertThat(standing(repost).sameRole())
                .satisfies(role -> assertThat(role.posting()).isEqualTo(first.id()));
        assertThat(standing(other).sameRole()).as("another text").isNull();
        assertThat(standing(elsewhere).sameRole())
                .as("a copy of its text under another employer")
                .satisfies(role -> assertThat(role.posting()).isEqualTo(first.id()));
        assertThat(pursuits.hidden(ANNA)).containsExactly(first.id());
    }

    @Test
    void keepsAccountsApart() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.note(ANNA, posting, saved());
        pursuits.seen(ANNA, posting, NOW);
        pursuits.hide(BEN, posting, NOW);
        assertThat(pursuits.hidden(ANNA)).isEmpty();
        assertThat(pursuits.standings(3, List.of(posting))).isEmpty();
        assertThat(pursuits.find(BEN, pursuit.id())).isEmpty();
        var step = pursuit.steps().getFirst().id();
        assertThatThrownBy(() -> pursuits.note(BEN, pursuit.id(), saved()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pursuits.hide(BEN, pursuit.id(), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pursuits.show(BEN, pursuit.id(), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pursuits.next(BEN, pursuit.id(), null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pursuits.remove(BEN, pursuit.id(), step, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pursuits.change(BEN, pursuit.id(), step, TODAY, "x", NOW))
                .isInstanceOf(IllegalArgumentException.class);
        var bens = pursuits.all(BEN).getFirst();
        pursuits.remove(BEN, bens.id(), step, NOW);
        assertThat(pursuits.find(ANNA, pursuit.id())).contains(pursuit);
    }

    @Test
    void knowsWhatWasOpened() {
        var posting = posting(Drafts.of("a1"));
        pursuits.seen(ANNA, posting, NOW);
        pursuits.seen(ANNA, posting, NOW.plusSeconds(60));
        assertThat(standing(posting)).isEqualTo(new Standing(null, null, NOW.plusSeconds(60)));
        assertThat(pursuits.countSeen(ANNA)).isOne();
        pursuits.seen(ANNA, posting(Drafts.of("a2")), NOW.plus(Duration.ofDays(500)));
        assertThat(pursuits.countSeen(ANNA)).as("the first was long ago").isOne();
        pursuits.forgetSeen(ANNA);
        assertThat(pursuits.countSeen(ANNA)).isZero();
    }

    @Test
    void letsTwoRequestsAtOnceMakeOnePursuit() throws Exception {
        var posting = posting(Drafts.of("a1"));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Pursuit>> both = IntStream.range(0, 8)
                    .<Callable<Pursuit>>mapToObj(
                            i -> () -> pursuits.note(ANNA, posting, step(null, "2026-11-22", "note " + i)))
                    .toList();
            for (var done : pool.invokeAll(both)) done.get();
        }
        assertThat(pursuits.all(ANNA))
                .singleElement()
                .satisfies(one -> assertThat(one.steps()).hasSize(8));
    }

    @Test
    void refusesWhatHasNoRoom() {
        assertThatThrownBy(() -> step(null, "2026-11-22", " ")).hasMessage("A note needs words.");
        assertThatThrownBy(() -> step(Stage.SAVED, "2026-11-22", "x".repeat(4001)))
                .hasMessage("A note has at most 4,000 characters.");
        assertThatThrownBy(() -> step(Stage.SAVED, "1066-10-14", "")).hasMessageContaining("1066-10-14");
        var pursuit = pursuits.note(ANNA, posting(Drafts.of("a1")), saved());
        for (int i = 1; i < Pursuits.MOST_STEPS; i++)
            pursuits.note(ANNA, pursuit.id(), step(null, "2026-11-22", "note " + i));
        assertThatThrownBy(() -> pursuits.note(ANNA, pursuit.id(), step(null, "2026-11-22", "one more")))
                .hasMessage("A posting can have at most 200 steps and notes.");
    }

    @Test
    void takesEverythingOutAndBringsItInOnce() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.note(ANNA, posting, step(Stage.APPLIED, "2026-11-12", "=1+1 \"quoted\"\nline"));
        pursuits.next(ANNA, pursuit.id(), new NextStep(TODAY, "call"), NOW);
        pursuits.hide(ANNA, posting(Drafts.of("a2")), NOW);
        pursuits.seen(ANNA, posting, NOW);
        preferences.set(ANNA, new Preference("dark", ZoneId.of("Europe/Oslo"), "pay", 50, true, "de"));
        var lines = exported(ANNA);
        assertThat(lines).hasSize(4).noneMatch(line -> line.contains("\n"));

        assertThat(takeaway.take(BEN, lines.stream(), NOW.plusSeconds(5))).isEqualTo(new Taken(2, 2, 0, List.of()));
        assertThat(exported(BEN)).isEqualTo(lines);
        assertThat(pursuits.hidden(BEN)).isEqualTo(pursuits.hidden(ANNA));
        assertThat(takeaway.take(BEN, lines.stream(), NOW.plusSeconds(9))).isEqualTo(new Taken(0, 0, 4, List.of()));
        assertThat(takeaway.take(ANNA, lines.stream(), NOW.plusSeconds(9))).isEqualTo(new Taken(0, 0, 4, List.of()));
        assertThat(exported(ANNA)).isEqualTo(lines);
    }

    @Test
    void bringsInWhatIsKnownHereUnderAnotherNumberAndWhatIsNotKnownAtAll() {
        var posting = posting(Drafts.of("a1"));
        pursuits.note(ANNA, posting, saved());
        pursuits.note(ANNA, posting(Drafts.of("a2")), saved());
        var lines = exported(ANNA);
        emptyStore();
        posting(Drafts.of("other"));
        var again = posting(Drafts.of("a1"));
        assertThat(again.id()).isNotEqualTo(posting.id());
        assertThat(takeaway.take(ANNA, lines.stream(), NOW).added()).isEqualTo(2);
        assertThat(standing(again).own()).isNotNull();
        assertThat(pursuits.all(ANNA)).extracting(Pursuit::posting).containsOnlyOnce((PostingId) null);
        assertThat(takeaway.take(ANNA, lines.stream(), NOW).same()).isEqualTo(2);
    }

    @Test
    void keepsTheLaterWordAboutHidingAndAllSteps() {
        var posting = posting(Drafts.of("a1"));
        var pursuit = pursuits.hide(ANNA, posting, NOW);
        pursuits.note(ANNA, pursuit.id(), step(null, "2026-11-22", "far"));
        var lines = exported(ANNA);
        pursuits.show(ANNA, pursuit.id(), NOW.plusSeconds(60));
        pursuits.note(ANNA, pursuit.id(), Step.of(null, TODAY, "not so far", NOW.plusSeconds(61)));
        assertThat(takeaway.take(ANNA, lines.stream(), NOW.plusSeconds(70)).same())
                .isOne();
        assertThat(pursuits.hidden(ANNA)).isEmpty();
        assertThat(pursuits.find(ANNA, pursuit.id()).orElseThrow().steps()).hasSize(2);
    }

    @Test
    void saysWhichLinesCannotBeReadAndKeepsTheOthers() {
        var taken = takeaway.take(
                ANNA,
                Stream.of(
                        "\uFEFF{\"title\":\"Kept\",\"steps\":[{\"stage\":\"applied\",\"on\":\"2026-11-12\"}]}",
                        "",
                        "not json",
                        "[]",
                        "{\"what\":\"posting\"}",
                        "{\"title\":\"x\",\"steps\":[{\"stage\":\"flown\",\"on\":\"2026-11-12\"}]}",
                        "{\"title\":\"x\",\"steps\":[{\"stage\":\"applied\",\"on\":\"12 Nov\"}]}",
                        "{\"title\":\"x\",\"steps\":[]}",
                        "{\"what\":\"seen\",\"posting_id\":\"999999\",\"at\":\"2026-11-12T00:00:00Z\"}",
                        "{\"what\":\"preference\",\"theme\":\"pink\"}",
                        "{\"what\":\"posting\",\"title\":\"" + "x".repeat(1_000_001) + "\"}",
                        "{\"title\":\"x\",\"posting_id\":\"1e400\",\"hidden\":\"2026-11-12T00:00:00Z\"}"),
                NOW);
        assertThat(taken.added()).isOne();
        assertThat(taken.bad()).extracting(Taken.BadLine::number).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(taken.bad())
                .extracting(Taken.BadLine::reason)
                .contains(
                        "not a JSON object", "'title' is missing", "there is no stage 'flown'", "the line is too long")
                .anyMatch(reason -> reason.startsWith("a day is written 2026-11-12"));
        assertThat(pursuits.all(ANNA)).extracting(Pursuit::title).containsExactly("Kept");
    }

    @Test
    void keepsPreferencesPerAccount() {
        var liked = new Preference("dark", ZoneId.of("Europe/Oslo"), "pay", 50, true, "de");
        preferences.set(ANNA, liked);
        preferences.set(ANNA, liked.withTheme("light"));
        assertThat(preferences.of(ANNA)).isEqualTo(liked.withTheme("light"));
        assertThat(preferences.of(BEN)).isEqualTo(Preference.USUAL);
        preferences.forget(ANNA);
        assertThat(preferences.of(ANNA)).isEqualTo(Preference.USUAL);
        assertThatThrownBy(() -> Preference.zone("Atlantis/Main")).hasMessageContaining("Atlantis/Main");
        assertThatThrownBy(() -> new Preference("dark", null, null, 31, false, "en"))
                .hasMessageContaining("Postings per page");
    }

    List<String> exported(long account) {
        var lines = new ArrayList<String>();
        takeaway.export(account, lines::add);
        return lines;
    }
}
