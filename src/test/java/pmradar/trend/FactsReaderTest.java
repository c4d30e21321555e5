package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pmradar.classify.Flag;
import pmradar.classify.Taxonomy;
import pmradar.posting.Drafts;
import pmradar.posting.Pay;
import pmradar.posting.Posting;
import pmradar.posting.Posting.Life;
import pmradar.posting.Sighting;
import pmradar.search.lucene.Ads;

class FactsReaderTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");

    private final Names names = new Names();
    private final FactsReader reader = new FactsReader(names, Map.of("north", BEGAN), Taxonomy.builtIn());

    private static Posting with(Posting one, Life life, boolean sample) {
        var sightings = List.of(new Sighting("north", "x", null, life.firstSeen(), life.lastSeen(), null));
        return new Posting(
                one.id(),
                one.title(),
                one.company(),
                one.places(),
                one.remote(),
                one.eligible(),
                one.workFrom(),
                one.pay(),
                one.employment(),
                one.seniority(),
                null,
                null,
                null,
                null,
                one.text(),
                null,
                List.of(),
                one.classification(),
                life,
                sightings,
                sample,
                1,
                List.of(),
                one.blockedBy());
    }

    private static Life life(Instant first, @Nullable Instant claimed, @Nullable Instant closed) {
        return new Life(first, closed == null ? first : closed, claimed, null, null, null, closed, null);
    }

    private Facts of(Ads ad, Life life) {
        return reader.of(Drafts.outline(with(ad.posting(), life, false)));
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    private List<String> marks(Facts facts, Kind kind) {
        var values = new ArrayList<String>();
        for (int mark : facts.marks()) if (names.kind(mark) == kind) values.add(names.value(mark));
        return values;
    }

    @Test
    void opensOnTheDayOfTheFirstSightWhereTheFeedWasWatched() {
        var facts = of(ad(1), life(Instant.parse("2026-04-02T23:59:59Z"), Instant.parse("2026-03-20T00:00:00Z"), null));
        assertThat(date(facts.opened())).isEqualTo("2026-04-02");
        assertThat(facts.seenToOpen()).isTrue();
        assertThat(facts.closed()).isEqualTo(Facts.NEVER);
    }

    @Test
    void opensOnTheClaimedDayWhereItWasThereWhenTheFeedWasFirstRead() {
        var facts = of(ad(1), life(BEGAN.plusSeconds(60), Instant.parse("2024-02-03T05:00:00Z"), null));
        assertThat(date(facts.opened())).isEqualTo("2024-02-03");
        assertThat(facts.seenToOpen()).isFalse();
    }

    @Test
    void believesNoClaimThatIsAbsurd() {
        for (var claimed : List.of("2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-03-05T00:00:00Z"))
            assertThat(date(of(ad(1), life(BEGAN, Instant.parse(claimed), null)).opened()))
                    .isEqualTo("2026-03-01");
    }

    @Test
    void knowsWhenItWasClosedInBetween() {
        var first = Instant.parse("2026-04-01T10:00:00Z");
        var again = Instant.parse("2026-05-01T10:00:00Z");
        var closed = Instant.parse("2026-05-11T10:00:00Z");
        var open = new Life(
                first,
                again,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                1,
                again,
                first,
                again,
                Duration.ofDays(9),
                null,
                false);
        var shut = new Life(
                first,
                closed,
                null,
                null,
                null,
                null,
                closed,
                "gone",
                false,
                1,
                again,
                first,
                again,
                Duration.ofDays(19),
                null,
                false);
        for (var life : List.of(open, shut)) {
            var facts = of(ad(1), life);
            assertThat(date(facts.opened())).isEqualTo("2026-04-01");
            assertThat(date(facts.paused())).isEqualTo("2026-04-10");
            assertThat(date(facts.resumed())).isEqualTo("2026-05-01");
        }
        assertThat(date(of(ad(1), shut).closed())).isEqualTo("2026-05-11");
    }

    @Test
    void watchesWhatNobodySawCloseOnlyUntilItWasLastShown() {
        var first = Instant.parse("2026-04-01T10:00:00Z");
        var last = Instant.parse("2026-04-08T10:00:00Z");
        var closed = Instant.parse("2026-05-20T10:00:00Z");
        var facts = of(
                ad(1),
                new Life(
                        first,
                        last,
                        null,
                        null,
                        null,
                        null,
                        closed,
                        "stale",
                        true,
                        0,
                        null,
                        first,
                        first,
                        Duration.ofDays(49),
                        null,
                        false));
        assertThat(date(facts.closed())).isEqualTo("2026-05-20");
        assertThat(date(facts.watched())).isEqualTo("2026-04-08");
    }

    @Test
    void saysWhyAPostingDoesNotCount() {
        var life = life(BEGAN, null, null);
        assertThat(of(ad(1), life).state()).isEqualTo(Facts.State.COUNTED);
        assertThat(of(ad(1).blocked(3), life).state()).isEqualTo(Facts.State.BLOCKED);
        assertThat(of(ad(1).flags(Flag.INSUFFICIENT_TEXT), life).state()).isEqualTo(Facts.State.INSUFFICIENT);
        assertThat(reader.of(Drafts.outline(with(ad(1).posting(), life, true))).state())
                .isEqualTo(Facts.State.SAMPLE);
        assertThat(reader.of(Drafts.outline(ad(1).posting())).state()).isEqualTo(Facts.State.JOINED);
        var offTopic = new Life(
                BEGAN,
                BEGAN,
                null,
                null,
                null,
                null,
                BEGAN,
                "a cook",
                false,
                0,
                null,
                BEGAN,
                BEGAN,
                Duration.ZERO,
                null,
                true);
        assertThat(of(ad(1), offTopic).state()).isEqualTo(Facts.State.OFF_TOPIC);
    }

    @Test
    void knowsEmployersThatDifferInCaseOnlyAsOne() {
        int first = names.of(Kind.COMPANY, "ACME GmbH");
        int other = names.of(Kind.COMPANY, "Acme GmbH");
        assertThat(names.alike(other)).isEqualTo(first);
        assertThat(names.alike(names.of(Kind.COMPANY, "Acme Ltd"))).isNotEqualTo(first);
        assertThat(names.alike(names.of(Kind.PLACE, "ACME GMBH"))).isNotEqualTo(first);
    }

    @Test
    void marksEachRequirementOnceAndAsAMustIfItIsOneSomewhere() {
        var facts = of(
                ad(1).prefers("SQL")
                        .requires("SQL")
                        .requires("Java")
                        .requires("Java")
                        .prefers("Kafka"),
                life(BEGAN, null, null));
        assertThat(marks(facts, Kind.MUST)).containsExactlyInAnyOrder("SQL", "Java");
        assertThat(marks(facts, Kind.PREFERRED)).containsExactly("Kafka");
    }

    @Test
    void leavesOutWordsThatNameNoSkillAndFieldsOfDegrees() {
        var facts = of(
                ad(1).requires("IT")
                        .requires("technical aptitude")
                        .requires("engineering")
                        .requires("Java"),
                life(BEGAN, null, null));
        assertThat(marks(facts, Kind.MUST)).containsExactly("Java");
    }

    @Test
    void takesTheMiddleOfAYearsPay() {
        var hourly = of(ad(1).pay(40, 60, "USD", Pay.Period.HOUR), life(BEGAN, null, null));
        assertThat(hourly.pay()).isEqualTo(104_000);
        assertThat(marks(hourly, Kind.PAID_IN)).containsExactly("USD");
        assertThat(of(ad(1).pay(null, 90_000, "EUR", Pay.Period.YEAR), life(BEGAN, null, null))
                        .pay())
                .isEqualTo(90_000);
        assertThat(BigDecimal.valueOf(of(ad(1), life(BEGAN, null, null)).pay())).isZero();
    }

    @Test
    void readsWordsOfTitlesAndWhetherTheySayTechnical() {
        var plain = of(ad(1).title("Project Manager (m/w/d) for the Graz Office"), life(BEGAN, null, null));
        assertThat(marks(plain, Kind.TITLE_WORD)).containsExactly("project", "manager", "graz", "office");
        assertThat(marks(plain, Kind.TITLE)).containsExactly("plain");
        for (var title : List.of("Technical Program Manager", "Kubernetes Project Manager", "IT-Projektleiter"))
            assertThat(marks(of(ad(1).title(title), life(BEGAN, null, null)), Kind.TITLE))
                    .containsExactly("technical");
    }

    @Test
    void writesAndReadsSlicesAsTheyAre() {
        var facts = of(
                ad(1).title("Ingénieur · проект 经理")
                        .requires("C++")
                        .pay(1, 2, "EUR", Pay.Period.YEAR)
                        .closed(),
                life(BEGAN, null, BEGAN.plusSeconds(86_400)));
        var paused = new Facts(
                Facts.State.BLOCKED, -400, true, 20_000, 20_001, 20_300, 20_100, 1_000_000_000, facts.marks());
        var rows = new ArrayList<@Nullable Facts>();
        for (int row = 0; row < Slice.SIZE; row++) rows.add(row % 3 == 0 ? null : row % 3 == 1 ? facts : paused);
        var bytes = SliceNotation.write(new Slice(9, rows), names);
        var other = new Names();
        other.of(Kind.FEED, "another");
        var read = SliceNotation.read(9, bytes, other);
        assertThat(SliceNotation.write(read, other)).isEqualTo(bytes);
        assertThat(read.opened[2]).isEqualTo(-400);
        assertThat(read.id(5)).isEqualTo(9 * 1024 + 5);
        assertThat(read.rows().get(0)).isNull();
        assertThat(read.pay[2]).isEqualTo(1_000_000_000);
    }
}
