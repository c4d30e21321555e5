package pmradar.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Label;
import pmradar.classify.Verdict;

/// What the store of postings must do on every database.
@SpringBootTest(classes = PostingSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@RecordApplicationEvents
abstract class PostingStoreContract {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Postings postings;

    @Autowired
    Outlines outlines;

    @Autowired
    Corrections corrections;

    @Autowired
    Readmissions readmissions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void emptyStore() {
        for (var table : List.of(
                "posting_correction",
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

    @Test
    void keepsAllThatADraftAndItsJudgementSay() {
        var draft = Drafts.of("a1").requisition("R-7").closesAt(NOW.plus(HOUR));
        assertThat(record("north", NOW, draft)).containsExactly(Recorded.NEW);

        var posting = only();
        assertThat(posting.title()).isEqualTo("Project Manager a1");
        assertThat(posting.places()).containsExactly(new Place("Graz, Austria", "Graz", null, "AT"));
        assertThat(posting.pay()).isEqualTo(draft.draft().pay());
        assertThat(posting.employment()).containsExactlyInAnyOrder(EmploymentType.CONTRACT, EmploymentType.FULL_TIME);
        assertThat(posting.eligible()).containsExactly("EU");
        assertThat(posting.workFrom()).containsExactly("EU");
        assertThat(posting.seniority()).isEqualTo(Seniority.SENIOR);
        assertThat(posting.contradictions()).containsExactly("A field says hybrid; the text says remote.");
        assertThat(posting.remote()).isEqualTo(Remote.HYBRID);
        assertThat(posting.classification()).isEqualTo(draft.judged().classification());
        assertThat(posting.sightings())
                .containsExactly(new Sighting("north", "a1", "https://jobs.example.com/a1", NOW, NOW, null));
        assertThat(posting.life())
                .isEqualTo(new Posting.Life(
                        NOW,
                        NOW,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        "1 Nov 2026",
                        NOW.plus(HOUR),
                        null,
                        null,
                        null));
        assertThat(events.stream(PostingEvent.class)).containsExactly(new PostingEvent.PostingPublished(posting.id()));
    }

    @Test
    void addsNothingWhenReadASecondTime() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"));
        var before = postings.lastVersion();
        assertThat(record("north", NOW.plus(HOUR), Drafts.of("a1"), Drafts.of("a2")))
                .containsExactly(Recorded.SAME, Recorded.SAME);
        assertThat(postings.lastVersion()).isEqualTo(before);
        assertThat(all())
                .hasSize(2)
                .allSatisfy(posting -> assertThat(posting.life().lastSeen()).isEqualTo(NOW.plus(HOUR)));
        assertThat(events.stream(PostingEvent.class)).hasSize(2);
    }

    @Test
    void changesAPostingWhoseTextChanged() {
        record("north", NOW, Drafts.of("a1"));
        var changed = Drafts.of("a1").text(Drafts.text(99));
        assertThat(record("north", NOW.plus(HOUR), changed)).containsExactly(Recorded.CHANGED);
        assertThat(only().text()).isEqualTo(Drafts.text(99));
        assertThat(only().life().changed()).isEqualTo(NOW.plus(HOUR));
        assertThat(only().life().firstSeen()).isEqualTo(NOW);
        assertThat(events.stream(PostingEvent.PostingChanged.class)).hasSize(1);
    }

    @Test
    void takesTheFirstOfTwoListingsWithOneIdOnAPage() {
        var twice = Drafts.of("a1").text(Drafts.text(5));
        assertThat(record("north", NOW, Drafts.of("a1"), twice)).containsExactly(Recorded.NEW, Recorded.SAME);
        assertThat(record("north", NOW, Drafts.of("a1"), twice)).containsExactly(Recorded.SAME, Recorded.SAME);
        assertThat(only().text()).isEqualTo(Drafts.of("a1").text());
    }

    @Test
    void knowsAPostingByItsPageFromAnotherFeed() {
        record("north", NOW, Drafts.of("a1"));
        var elsewhere = Drafts.of("x9")
                .title("Project Manager A1 (m/w/d)")
                .url(Drafts.of("a1").url())
                .company(null)
                .text("Short.");
        assertThat(record("south", NOW.plus(HOUR), elsewhere)).containsExactly(Recorded.CHANGED);
        assertThat(only().sightings()).extracting(Sighting::feedId).containsExactly("north", "south");
        assertThat(only().text()).isEqualTo(Drafts.of("a1").text());
        assertThat(record("south", NOW.plus(HOUR), elsewhere)).containsExactly(Recorded.SAME);
    }

    @Test
    void knowsAPostingByEmployerTitleAndText() {
        record("north", NOW, Drafts.of("a1"));
        var copy = Drafts.of("x9")
                .title("Project Manager A1")
                .company("northwind rail")
                .url("https://else.example.org/9")
                .text(Drafts.of("a1").text() + " Apply now.");
        assertThat(record("south", NOW, copy)).containsExactly(Recorded.CHANGED);
        assertThat(all()).hasSize(1);
    }

    @Test
    void findsTheTwinOnTheSamePage() {
        var copy =
                Drafts.of("a2").title("Project Manager a1").text(Drafts.of("a1").text());
        assertThat(record("north", NOW, Drafts.of("a1"), copy)).containsExactly(Recorded.NEW, Recorded.CHANGED);
        assertThat(all()).hasSize(1);
    }

    @Test
    void keepsApartWhatIsNotSurelyTheSame() {
        var first = Drafts.of("a1").requisition("R-1");
        record("north", NOW, first);
        var text = first.text();
        var title = first.title();
        var other = Drafts.of("a2").title(title).text(text).url("https://jobs.example.com/other");
        record(
                "north",
                NOW,
                other.requisition("R-2"),
                new Drafts("a3", title, first.company(), "Wien", text.substring(90), null, null, null, false),
                Drafts.of("a4").title(title).text(Drafts.text(4)).url(first.url()),
                Drafts.of("a5").title("Senior " + title).text(text),
                Drafts.of("a6").title(title).text(text).company("Southwind Rail"),
                Drafts.of("a7").title(title).text(text.substring(0, text.length() / 2)));
        assertThat(all()).hasSize(7);
    }

    @Test
    void closesAPostingMissedTwice() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"));
        var first = NOW.plus(HOUR);
        record("north", first, Drafts.of("a2"));
        postings.readingEnded("north", true, first, first);
        assertThat(postings.countOpen()).isEqualTo(2);
        var second = first.plus(HOUR);
        record("north", second, Drafts.of("a2"));
        postings.readingEnded("north", true, second, second);

        assertThat(postings.countOpen()).isEqualTo(1);
        var closed = all().stream().filter(posting -> !posting.open()).toList();
        assertThat(closed).singleElement().satisfies(posting -> {
            assertThat(posting.title()).isEqualTo("Project Manager a1");
            assertThat(posting.life().closed()).isEqualTo(second);
            assertThat(posting.life().closedWhy()).isEqualTo("missing from two complete readings of north");
            assertThat(posting.sightings().getFirst().until()).isEqualTo(second);
        });
        assertThat(events.stream(PostingEvent.PostingClosed.class)).hasSize(1);
    }

    @Test
    void doesNotCloseWhatWasMissedOnlyNowAndThen() {
        record("north", NOW, Drafts.of("a1"));
        for (int i = 1; i < 6; i++) {
            var at = NOW.plus(HOUR.multipliedBy(i));
            if (i % 2 == 0) record("north", at, Drafts.of("a1"));
            postings.readingEnded("north", true, at, at);
        }
        assertThat(postings.countOpen()).isEqualTo(1);
    }

    @Test
    void incompleteReadingsCloseOnlyWhatIsStale() {
        record("rolling", NOW, Drafts.of("a1"));
        for (int day = 1; day <= 44; day++) {
            var at = NOW.plus(Duration.ofDays(day));
            postings.readingEnded("rolling", false, at, at);
        }
        assertThat(postings.countOpen()).isEqualTo(1);
        var late = NOW.plus(Duration.ofDays(46));
        postings.readingEnded("rolling", false, late, late);
        assertThat(only().life().closedWhy()).isEqualTo("not shown by rolling for 45 days");
    }

    @Test
    void aFeedThatSaysNothingChangedKeepsItsPostingsFresh() {
        record("rolling", NOW, Drafts.of("a1"));
        postings.stillThere("rolling", NOW, NOW.plus(Duration.ofDays(40)));
        var late = NOW.plus(Duration.ofDays(60));
        postings.readingEnded("rolling", false, late, late);
        assertThat(postings.countOpen()).isEqualTo(1);
    }

    @Test
    void opensAgainWhatIsSeenAgain() {
        record("north", NOW, Drafts.of("a1"));
        postings.readingEnded("north", true, NOW.plus(HOUR), NOW.plus(HOUR));
        postings.readingEnded("north", true, NOW.plus(HOUR), NOW.plus(HOUR));
        assertThat(only().open()).isFalse();
        assertThat(record("north", NOW.plus(HOUR.multipliedBy(9)), Drafts.of("a1")))
                .containsExactly(Recorded.CHANGED);
        assertThat(only().open()).isTrue();
        assertThat(only().life().closedWhy()).isNull();
        assertThat(only().life().firstSeen()).isEqualTo(NOW);
        assertThat(only().sightings().getFirst().until()).isNull();
    }

    @Test
    void anotherSightingLeadsWhenTheFirstIsOver() {
        record("north", NOW, Drafts.of("a1"));
        var copy =
                Drafts.of("x9").title("Project Manager a1").text(Drafts.of("a1").text() + " Apply now.");
        record("south", NOW, copy);
        postings.readingEnded("north", true, NOW.plus(HOUR), NOW.plus(HOUR));
        postings.readingEnded("north", true, NOW.plus(HOUR), NOW.plus(HOUR));
        assertThat(only().open()).isTrue();
        assertThat(record("south", NOW.plus(HOUR), copy)).containsExactly(Recorded.CHANGED);
        assertThat(only().text()).endsWith("Apply now.");
        assertThat(record("south", NOW.plus(HOUR), copy)).containsExactly(Recorded.SAME);
    }

    @Test
    void closesAtItsOwnDateAndStaysClosedThoughStillShown() {
        var draft = Drafts.of("a1").closesAt(NOW.plus(HOUR));
        record("north", NOW, draft);
        assertThat(postings.closeOverdue(NOW)).isZero();
        assertThat(postings.closeOverdue(NOW.plus(HOUR))).isEqualTo(1);
        assertThat(record("north", NOW.plus(HOUR), draft)).containsExactly(Recorded.SAME);
        assertThat(only().life().closedWhy()).isEqualTo("its closing date has passed");
        var extended = draft.closesAt(NOW.plus(Duration.ofDays(9)));
        assertThat(record("north", NOW.plus(HOUR), extended)).containsExactly(Recorded.CHANGED);
        assertThat(only().open()).isTrue();
    }

    @Test
    void removesSamplesForGood() {
        record("samples", NOW, Drafts.of("s1").asSample(), Drafts.of("s2").asSample());
        record("north", NOW, Drafts.of("a1"));
        assertThat(postings.removeSamples()).isEqualTo(2);
        assertThat(only().sample()).isFalse();
        assertThat(events.stream(PostingEvent.PostingClosed.class)).hasSize(2);
    }

    @Test
    void judgesAnewAndTellsWhetherTheLabelChanged() {
        record("north", NOW, Drafts.of("a1"));
        var id = only().id();
        assertThat(postings.judgedOtherwise("rules-2", new PostingId(0), 10)).hasSize(1);
        var general = Drafts.classification(only().text(), "rules-2", Label.GENERAL);
        assertThat(postings.rejudge(id, new Verdict.Tagged(general), NOW)).isTrue();
        assertThat(only().classification()).isEqualTo(general);
        assertThat(postings.countJudgedOtherwise("rules-2")).isZero();

        assertThat(postings.rejudge(id, new Verdict.OffTopic("sells", 0.9, "en", "rules-3"), NOW))
                .isTrue();
        assertThat(only().life().closedWhy()).contains("sells");
        assertThat(record("north", NOW.plus(HOUR), Drafts.of("a1"))).containsExactly(Recorded.SAME);
        assertThat(only().open()).isFalse();
        assertThat(postings.rejudge(id, new Verdict.Tagged(general), NOW)).isTrue();
        assertThat(only().open()).isTrue();
    }

    @Test
    void aCorrectedLabelOutlivesReadingAndJudgingAnewAndCanBeUndone() {
        record("north", NOW, Drafts.of("a1"));
        var id = only().id();
        var said = corrections.correct(id, new Correction.LabelIs(Label.GENERAL), "only a tool", "ada", NOW);
        assertThat(only().classification().label()).isEqualTo(Label.GENERAL);
        assertThat(only().corrections()).containsExactly(said);
        record("north", NOW.plus(HOUR), Drafts.of("a1").text(Drafts.text(7)));
        var technical = Drafts.classification(only().text(), "rules-2", Label.TECHNICAL);
        postings.rejudge(id, new Verdict.Tagged(technical), NOW);
        assertThat(only().classification().label()).isEqualTo(Label.GENERAL);
        corrections.undo(said.id(), NOW.plus(HOUR));
        assertThat(only().classification()).isEqualTo(technical);
        assertThat(corrections.of(id))
                .singleElement()
                .satisfies(one -> assertThat(one.holds()).isFalse());
    }

    @Test
    void aUnitThatIsNoneLeavesTheScoreAndItsLabel() {
        record("north", NOW, Drafts.of("a1"));
        var quote = only().classification().evidence().getFirst().quote();
        corrections.correct(only().id(), new Correction.NoUnit(quote), "about the employer", "ada", NOW);
        assertThat(only().classification().evidence()).isEmpty();
        assertThat(only().classification().score()).isZero();
        assertThat(only().classification().label()).isEqualTo(Label.GENERAL);
        assertThatThrownBy(() -> corrections.correct(only().id(), new Correction.NoUnit("nothing"), "x", "ada", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonMayAddAUnitThatWasOverlookedAndTheScoreFollows() {
        var text = "You plan. You configure routers yourself. " + Drafts.text(3);
        record("north", NOW, Drafts.of("a1").text(text));
        var id = only().id();
        var unit = unit("configure routers yourself", Evidence.Strength.S, Evidence.Necessity.MUST);
        var said = corrections.correct(id, unit, "work with one's own hands", "ada", NOW);
        var found = only().classification();
        assertThat(found.evidence()).extracting(Evidence::points).containsExactlyInAnyOrder(25, 15);
        assertThat(found.score()).isEqualTo(50);
        assertThat(found.domains()).contains(Domain.INFRASTRUCTURE, Domain.DATA_AI);
        assertThat(found.evidence())
                .allSatisfy(one ->
                        assertThat(text.substring(one.start(), one.end())).isEqualTo(one.quote()));
        var lines = new ArrayList<String>();
        corrections.export(lines::add);
        assertThat(lines).singleElement().asString().contains("configure routers yourself");

        record("north", NOW.plus(HOUR), Drafts.of("a1").text("New words before it. " + text));
        assertThat(only().classification().evidence()).hasSize(2);
        record("north", NOW.plus(HOUR), Drafts.of("a1").text(Drafts.text(3)));
        assertThat(only().classification().evidence()).hasSize(1);
        corrections.undo(said.id(), NOW.plus(HOUR));
        assertThat(only().classification())
                .isEqualTo(Drafts.classification(Drafts.text(3), "rules-1", Label.TECHNICAL));
    }

    @Test
    void aPersonMayWeighAUnitOtherwiseAndTheLaterWordHolds() {
        record("north", NOW, Drafts.of("a1"));
        var quote = only().classification().evidence().getFirst().quote();
        corrections.correct(only().id(), new Correction.NoUnit(quote), "about the employer", "ada", NOW);
        var weak = unit(quote, Evidence.Strength.W, Evidence.Necessity.PREFERRED);
        corrections.correct(only().id(), weak, "only nice to have", "ada", NOW);
        var found = only().classification();
        assertThat(found.evidence()).singleElement().satisfies(one -> {
            assertThat(one.strength()).isEqualTo(Evidence.Strength.W);
            assertThat(one.necessity()).isEqualTo(Evidence.Necessity.PREFERRED);
            assertThat(one.requirement()).isEqualTo("PostgreSQL");
        });
        assertThat(found.score()).isEqualTo(2);
        assertThat(found.label()).isEqualTo(Label.GENERAL);
        assertThat(only().corrections()).hasSize(1);
        assertThat(corrections.of(only().id())).hasSize(2);
    }

    @Test
    void refusesAUnitThatTheTextDoesNotHave() {
        record("north", NOW, Drafts.of("a1"));
        var unit = unit("no such words", Evidence.Strength.S, Evidence.Necessity.MUST);
        assertThatThrownBy(() -> corrections.correct(only().id(), unit, "x", "ada", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such words");
    }

    static Correction.HasUnit unit(String quote, Evidence.Strength strength, Evidence.Necessity necessity) {
        return new Correction.HasUnit(quote, Evidence.Type.E5, strength, necessity, List.of(Domain.INFRASTRUCTURE));
    }

    @Test
    void aPostingWhoseListingTurnsOffTopicClosesWithThatReasonAndMayComeBack() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"));
        for (int hour = 1; hour < 4; hour++) {
            var at = NOW.plus(HOUR.multipliedBy(hour));
            record("north", at, Drafts.of("a2"));
            turn("a1", at);
            postings.readingEnded("north", true, at, at);
        }
        assertThat(all()).filteredOn(posting -> !posting.open()).singleElement().satisfies(posting -> {
            assertThat(posting.life().closedWhy()).contains("sells software");
            assertThat(posting.life().closed()).isEqualTo(NOW.plus(HOUR));
            assertThat(posting.sightings().getFirst().until()).isNull();
        });
        assertThat(events.stream(PostingEvent.PostingClosed.class)).hasSize(1);
        assertThat(record("north", NOW.plus(HOUR.multipliedBy(5)), Drafts.of("a1"), Drafts.of("a2")))
                .containsExactly(Recorded.CHANGED, Recorded.SAME);
        assertThat(postings.countOpen()).isEqualTo(2);
    }

    @Test
    void whatAPersonKeptDoesNotTurnOffTopic() {
        record("north", NOW, Drafts.of("a1"));
        corrections.correct(only().id(), new Correction.Gate(true), "plans and budgets", "ada", NOW);
        turn("a1", NOW.plus(HOUR));
        assertThat(only().open()).isTrue();
    }

    void turn(String externalId, Instant at) {
        var off = new Verdict.OffTopic("sells software", 0.9, "en", "rules-1");
        transaction.executeWithoutResult(
                status -> postings.turnedOffTopic("north", java.util.Map.of(externalId, off, "unknown", off), at));
    }

    @Test
    void knowsWhatIsStillTheSameWithoutJudgingIt() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"));
        var page = List.of(
                Drafts.of("a1").draft(),
                Drafts.of("a2").text(Drafts.text(5)).draft(),
                Drafts.of("a3").draft());
        var later = NOW.plus(HOUR);
        assertThat(still(page, "rules-2", later)).isEmpty();
        assertThat(still(page, "rules-1", later)).containsExactly("a1");
        assertThat(all())
                .filteredOn(posting -> posting.life().lastSeen().equals(later))
                .hasSize(1);
    }

    java.util.Set<String> still(List<Draft> page, String rules, Instant at) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> postings.stillSame("north", page, rules, at)));
    }

    /// The first draft joins a known posting, so that its sighting is noted before the second's posting.
    @Test
    void recordsAPageThatBeginsWithAPostingKnownFromElsewhere() {
        record("north", NOW, Drafts.of("a1"));
        var copy =
                Drafts.of("x1").title("Project Manager a1").url(Drafts.of("a1").url());
        assertThat(record("south", NOW, copy.text(Drafts.of("a1").text()), Drafts.of("x2")))
                .containsExactly(Recorded.CHANGED, Recorded.NEW);
        assertThat(all()).hasSize(2);
    }

    @Test
    void aReadmittedListingCarriesTheCorrectionAndLeavesWhenItIsTakenBack() {
        var correction = readmissions.readmit("north", "a1", "plans and budgets", "ada", NOW);
        assertThat(readmissions.among("north", List.of("a1", "a2"))).containsExactly("a1");
        assertThat(readmissions.among("south", List.of("a1"))).isEmpty();
        record("north", NOW, Drafts.of("a1"));
        readmissions.arrived("north", List.of("a1", "a2"), NOW);
        assertThat(only().corrections()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(correction);
            assertThat(one.change()).isEqualTo(new Correction.Gate(true));
            assertThat(one.reason()).isEqualTo("plans and budgets");
        });
        var lines = new ArrayList<String>();
        corrections.export(lines::add);
        assertThat(lines).singleElement().asString().contains("\"role\":\"project-manager\"", "plans and budgets");
        turn("a1", NOW.plus(HOUR));
        assertThat(only().open()).isTrue();

        corrections.undo(correction, NOW.plus(HOUR));
        assertThat(readmissions.among("north", List.of("a1"))).isEmpty();
        assertThat(only().open()).isFalse();
        assertThat(only().life().closedWhy()).contains("taken back");
    }

    @Test
    void aPersonMayTurnAPostingAwayAndTakeThatBack() {
        record("north", NOW, Drafts.of("a1"));
        var id = only().id();
        var said = corrections.correct(id, new Correction.Gate(false), "sells software", "ada", NOW);
        assertThat(only().open()).isFalse();
        record("north", NOW.plus(HOUR), Drafts.of("a1").text(Drafts.text(7)));
        postings.rejudge(id, new Verdict.Tagged(Drafts.classification(only().text(), "rules-2", Label.TECHNICAL)), NOW);
        assertThat(only().open()).isFalse();
        var lines = new ArrayList<String>();
        corrections.export(lines::add);
        assertThat(lines).singleElement().asString().contains("\"role\":\"not-project-manager\"", "sells software");
        corrections.undo(said.id(), NOW);
        assertThat(only().open()).isTrue();
        var kept = corrections.correct(id, new Correction.Gate(true), "plans and budgets", "ada", NOW);
        assertThat(postings.rejudge(id, new Verdict.OffTopic("sells", 0.9, "en", "rules-3"), NOW))
                .isFalse();
        assertThat(only().open()).isTrue();
        assertThat(kept.holds()).isTrue();
    }

    @Test
    void aPageIsRecordedWholeOrNotAtAll() {
        var poison = Drafts.of("bad").url("https://example.com/" + "x".repeat(3000));
        assertThatThrownBy(() -> record("north", NOW, Drafts.of("a1"), poison, Drafts.of("a2")))
                .isNotNull();
        assertThat(all()).isEmpty();
        assertThat(record("north", NOW, Drafts.of("a1"), Drafts.of("a2"))).containsOnly(Recorded.NEW);
    }

    @Test
    void findsInTheOrderAskedAndLeavesOutTheUnknown() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"), Drafts.of("a3"));
        var ids = new ArrayList<>(all().stream().map(Posting::id).toList().reversed());
        ids.add(1, new PostingId(-5));
        assertThat(postings.find(ids))
                .extracting(Posting::title)
                .containsExactly("Project Manager a3", "Project Manager a2", "Project Manager a1");
        assertThat(postings.find(new PostingId(-5))).isEmpty();
    }

    @Test
    void pagesThroughChangesByVersion() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2"), Drafts.of("a3"));
        var first = postings.changedAfter(0, 2);
        var rest = postings.changedAfter(first.getLast().version(), 2);
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(postings.lastVersion()).isEqualTo(rest.getLast().version());
    }

    @Test
    void anOutlineSaysWhatThePostingSays() {
        record("north", NOW, Drafts.of("a1"), Drafts.of("a2").text(Drafts.text(2)), Drafts.of("a3"));
        record("south", NOW.plus(HOUR), Drafts.of("b1"));
        postings.readingEnded("north", true, NOW.plus(HOUR), NOW.plus(HOUR));
        postings.readingEnded("north", true, NOW.plus(HOUR.multipliedBy(2)), NOW.plus(HOUR.multipliedBy(2)));
        record("north", NOW.plus(HOUR.multipliedBy(3)), Drafts.of("a2").text(Drafts.text(2)));
        var all = postings.changedAfter(0, 10);
        assertThat(all).extracting(Posting::open).contains(true, false);
        assertThat(outlines.changedAfter(0, 10))
                .containsExactlyElementsOf(all.stream().map(Drafts::outline).toList());
        assertThat(outlines.changedAfter(all.getFirst().version(), 1)).containsExactly(Drafts.outline(all.get(1)));
    }

    @Test
    void anOutlineIsAsJudgedAndTellsThatAPersonCorrectedIt() {
        record("north", NOW, Drafts.of("a1"));
        var before = only();
        corrections.correct(before.id(), new Correction.LabelIs(Label.GENERAL), "only a tool", "ada", NOW);
        assertThat(outlines.changedAfter(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.corrected()).isTrue();
            assertThat(one.label()).isEqualTo(before.classification().label());
        });
    }

    @Test
    void namesThePostingsThatAreGone() {
        record("north", NOW, Drafts.of("a1"));
        var there = only().id();
        var never = new PostingId(there.value() + 1_000_000);
        assertThat(outlines.gone(List.of(there, never, never))).containsExactly(never);
    }

    /// Readers that saw version N have seen all up to N, though eight writers commit at once; and the posting that all
    /// of
    /// them bring is one.
    @Test
    void versionsBecomeVisibleInTheirOrder() throws Exception {
        var before = postings.lastVersion();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int writer = 0; writer < 8; writer++) {
                var feed = "feed" + writer;
                tasks.add(() -> {
                    for (int page = 0; page < 5; page++) {
                        var at = page;
                        var drafts = IntStream.range(0, 4).mapToObj(i -> Drafts.of(feed + "-" + at + "-" + i));
                        record(
                                feed,
                                NOW,
                                java.util.stream.Stream.concat(drafts, java.util.stream.Stream.of(Drafts.of("common")))
                                        .toArray(Drafts[]::new));
                    }
                    return 0;
                });
            }
            var running = tasks.stream().map(pool::submit).toList();
            var seen = new ArrayList<Long>();
            long last = before;
            while (true) {
                var done = running.stream().allMatch(java.util.concurrent.Future::isDone);
                var news = postings.changedAfter(last, 1000);
                news.forEach(posting -> seen.add(posting.version()));
                if (!news.isEmpty()) last = news.getLast().version();
                if (done && news.isEmpty()) break;
            }
            for (var task : running) task.get();
            var stored = all().stream().map(Posting::version).toList();
            assertThat(seen).containsAll(stored);
            assertThat(stored).hasSize(8 * 5 * 4 + 1).doesNotHaveDuplicates();
        }
    }

    List<Recorded> record(String feed, Instant at, Drafts... drafts) {
        var page = java.util.Arrays.stream(drafts).map(Drafts::judged).toList();
        return java.util.Objects.requireNonNull(transaction.execute(status -> postings.recordAll(feed, page, at)));
    }

    List<Posting> all() {
        return postings.changedAfter(0, 10_000);
    }

    Posting only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }
}
