package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pmradar.StandingClock;
import pmradar.feed.Trouble;
import pmradar.posting.Pay;
import pmradar.posting.PostingId;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Stage;
import pmradar.pursuit.Step;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;

/// What people are told without a search, on every database: changes of their own postings, and feeds in trouble.
@SpringBootTest(
        classes = AlertSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "jobrunr.background-job-server.enabled=false")
abstract class StandingContract {
    private static final Instant NOW = Ads.NOW;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long ANNA = 1;
    private static final long BERT = 2;
    private static final long OWNER = 3;

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void indexInFolder(DynamicPropertyRegistry registry) {
        registry.add("pmradar.search.directory", () -> folder.resolve("index").toString());
    }

    @Autowired
    SavedSearches searches;

    @Autowired
    Destinations destinations;

    @Autowired
    Inbox inbox;

    @Autowired
    DeliveryLog log;

    @Autowired
    HitRecorder recorder;

    @Autowired
    FeedNews feeds;

    @Autowired
    Dispatch dispatch;

    @Autowired
    HeldChannel channel;

    @Autowired
    HeldTroubles troubles;

    @Autowired
    StoredInMemory postings;

    @Autowired
    Pursuits pursuits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StandingClock clock;

    @BeforeEach
    void empty() {
        clock.set(NOW);
        jdbc.sql("update alert_search set removed = ?, revision = (select revision + 1 from alert_progress)")
                .param(Notation.at(NOW))
                .update();
        jdbc.sql("update alert_progress set revision = revision + 1").update();
        jdbc.sql("delete from pursuit").update();
        recorder.step(NOW);
        for (var table : List.of("delivery", "destination", "told", "hit", "notice", "digest", "search"))
            jdbc.sql("delete from alert_" + table).update();
        for (long id = 1; id <= 100; id++) postings.forget(id);
        jdbc.sql("update alert_progress set version = 0, pursuit = 0").update();
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
        troubles.clear();
    }

    @Test
    void tellsOnceWhatChangedInAPostingOfMine() {
        record(NOW, ad(1), ad(2));
        save(ANNA, 1, Stage.SAVED);
        save(ANNA, 2, Stage.APPLIED);
        record(
                NOW.plus(HOUR),
                ad(1).pay(80, 90, "EUR", Pay.Period.YEAR).version(3),
                ad(2).title("Other").version(4));
        record(
                NOW.plus(HOUR),
                ad(1).pay(80, 90, "EUR", Pay.Period.YEAR).title("Other").version(5));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.digest().searchName()).isEqualTo("My postings");
            assertThat(entry.digest().lines()).singleElement().satisfies(line -> {
                assertThat(line.posting()).isEqualTo(1);
                assertThat(line.kind()).isEqualTo(Hit.Kind.CHANGED);
                assertThat(line.said()).isEqualTo("Pay: 80 to 90 EUR a year, before: not stated.");
                assertThat(line.reasons()).containsExactly("you saved it on 2026-11-20");
            });
        });
        assertThat(inbox.of(BERT, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void tellsOnceThatAPostingOfMineClosed() {
        record(NOW, ad(1));
        save(ANNA, 1, Stage.APPLIED);
        record(NOW.plus(HOUR), ad(1).closed().version(3));
        record(NOW.plus(HOUR), ad(1).closed().title("Other").version(4));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.digest().lines()).singleElement().satisfies(line -> {
                assertThat(line.kind()).isEqualTo(Hit.Kind.CLOSED);
                assertThat(line.said()).isEqualTo("It has closed: test.");
                assertThat(line.reasons()).containsExactly("you pursue it since 2026-11-20");
            });
        });
    }

    @Test
    void tellsEachChangeThoughTheOneBeforeStillWaits() {
        var own = searches.setUp(ANNA, SavedSearch.Subject.OWN, NOW);
        record(NOW, ad(1));
        save(ANNA, 1, Stage.SAVED);
        quietUntilEight(own);
        record(NOW.plus(HOUR), ad(1).pay(80, 90, "EUR", Pay.Period.YEAR).version(3));
        record(
                NOW.plus(HOUR.multipliedBy(2)),
                ad(1).pay(80, 90, "EUR", Pay.Period.YEAR).requires("Oracle").version(4));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        due(Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.digest().lines())
                        .extracting(Digest.Line::said)
                        .containsExactly("Now required: Oracle.", "Pay: 80 to 90 EUR a year, before: not stated."));
    }

    @Test
    void aSavedSearchTellsThatAPostingClosedThoughItsChangeStillWaits() {
        var asks = new Wishes(50, 5, 0, EnumSet.allOf(Wishes.Change.class), false);
        var daily = new Schedule(
                Schedule.Pace.DAILY,
                ZoneOffset.UTC,
                LocalTime.of(13, 0),
                EnumSet.allOf(java.time.DayOfWeek.class),
                null);
        var saved = searches.save(ANNA, new SavedSearches.Order("all", all(), daily, asks), NOW);
        record(NOW, ad(1));
        due(NOW.plus(HOUR));
        record(
                NOW.plus(HOUR.multipliedBy(2)),
                ad(1).pay(80, 90, "EUR", Pay.Period.YEAR).version(3));
        record(NOW.plus(HOUR.multipliedBy(3)), ad(1).closed().version(4));
        due(NOW.plus(HOUR.multipliedBy(25)));
        assertThat(inbox.ofSearch(saved.id(), 10).stream()
                        .map(entry -> entry.digest().lines().getFirst().kind()))
                .containsExactly(Hit.Kind.CLOSED, Hit.Kind.NEW);
    }

    @Test
    void tellsNothingOfWhatIsHiddenOrOverNorWhenItIsOff() {
        record(NOW, ad(1), ad(2), ad(3));
        save(ANNA, 1, Stage.REJECTED);
        save(ANNA, 2, Stage.SAVED);
        save(BERT, 3, Stage.SAVED);
        pursuits.hide(ANNA, ad(2).posting(), NOW);
        recorder.step(NOW);
        searches.pause(
                BERT,
                searches.standing(BERT, SavedSearch.Subject.OWN).orElseThrow().id(),
                true,
                NOW);
        record(
                NOW.plus(HOUR),
                ad(1).closed().version(4),
                ad(2).closed().version(5),
                ad(3).requires("X").version(6));
        searches.pause(
                BERT,
                searches.standing(BERT, SavedSearch.Subject.OWN).orElseThrow().id(),
                false,
                NOW);
        record(NOW.plus(HOUR), ad(3).requires("X").title("Other").version(7));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(inbox.of(BERT, Long.MAX_VALUE, 10)).isEmpty();
        record(NOW.plus(HOUR), ad(3).requires("Y").version(8));
        assertThat(inbox.of(BERT, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void tellsOnlyTheKindsOfChangeThatAreWished() {
        record(NOW, ad(1));
        save(ANNA, 1, Stage.SAVED);
        recorder.step(NOW);
        var own = searches.standing(ANNA, SavedSearch.Subject.OWN).orElseThrow();
        var wishes = new Wishes(50, 5, 0, Set.of(Wishes.Change.CLOSING), false);
        searches.change(ANNA, own.id(), new SavedSearches.Order("Mine", own.criteria(), own.schedule(), wishes), NOW);
        record(NOW.plus(HOUR), ad(1).requires("Oracle").version(3));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        record(NOW.plus(HOUR), ad(1).closed().version(4));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void whatIsToldWithoutASearchIsNoSavedSearch() {
        var own = searches.setUp(ANNA, SavedSearch.Subject.OWN, NOW);
        assertThat(searches.setUp(ANNA, SavedSearch.Subject.OWN, NOW).id()).isEqualTo(own.id());
        assertThat(searches.of(ANNA)).isEmpty();
        assertThat(searches.remove(ANNA, own.id(), NOW)).isFalse();
        assertThat(searches.standing(BERT, SavedSearch.Subject.OWN)).isEmpty();
        assertThat(searches.find(BERT, own.id())).isEmpty();
    }

    @Test
    void tellsOwnersOnceOfEachTroubleAndOnceOfTheRecovery() {
        look(NOW.plus(HOUR.multipliedBy(1)));
        var told = searches.standing(OWNER, SavedSearch.Subject.FEEDS).orElseThrow();
        destinations.add(OWNER, told.id(), "held", "owner");
        troubles.add(1, "acme", Trouble.Kind.EMPTY, NOW, false);
        look(NOW.plus(HOUR.multipliedBy(2)));
        look(NOW.plus(HOUR.multipliedBy(3)));
        troubles.add(2, "acme", Trouble.Kind.MOVED, NOW, false);
        look(NOW.plus(HOUR.multipliedBy(4)));
        troubles.over(1, "It was read again.", NOW);
        look(NOW.plus(HOUR.multipliedBy(5)));
        troubles.over(2, "It was read again and named 9 postings.", NOW);
        look(NOW.plus(HOUR.multipliedBy(6)));
        look(NOW.plus(HOUR.multipliedBy(7)));
        assertThat(channel.sent)
                .extracting(sent -> sent.digest().notices().getFirst().title())
                .containsExactly(
                        "Feed acme names no postings", "Feed acme has moved or closed", "Feed acme has recovered");
        assertThat(channel.sent.getLast().digest().notices())
                .containsExactly(new Digest.Notice(
                        "Feed acme has recovered", "It was read again and named 9 postings.", "/feeds/acme"));
        assertThat(log.of(OWNER, 10)).hasSize(3).allMatch(entry -> entry.state() == DeliveryLog.State.SENT);
        assertThat(inbox.of(OWNER, Long.MAX_VALUE, 10)).hasSize(3);
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        troubles.add(3, "acme", Trouble.Kind.EMPTY, NOW, false);
        look(NOW.plus(HOUR.multipliedBy(8)));
        assertThat(channel.sent).hasSize(4);
    }

    @Test
    void tellsNothingOfTroublesThatWereThereBeforeOrAreKnownOrOverBeforeTheirTurn() {
        troubles.add(1, "acme", Trouble.Kind.EMPTY, NOW, false);
        look(NOW);
        troubles.add(2, "birch", Trouble.Kind.EMPTY, NOW, true);
        look(NOW);
        quietUntilEight(searches.standing(OWNER, SavedSearch.Subject.FEEDS).orElseThrow());
        troubles.add(3, "cedar", Trouble.Kind.EMPTY, NOW, false);
        troubles.add(4, "removed", Trouble.Kind.EMPTY, NOW, false);
        look(NOW.plus(HOUR));
        for (long id = 1; id <= 4; id++) troubles.over(id, "It was read again.", NOW);
        look(NOW.plus(HOUR));
        look(NOW.plus(Duration.ofDays(1)));
        assertThat(inbox.of(OWNER, Long.MAX_VALUE, 10)).isEmpty();
    }

    private void quietUntilEight(SavedSearch search) {
        var quiet = new Schedule(
                Schedule.Pace.AT_ONCE,
                ZoneOffset.UTC,
                LocalTime.of(9, 0),
                EnumSet.allOf(java.time.DayOfWeek.class),
                new Schedule.Quiet(LocalTime.of(11, 0), LocalTime.of(8, 0)));
        searches.change(
                search.owner(),
                search.id(),
                new SavedSearches.Order(search.name(), search.criteria(), quiet, search.wishes()),
                NOW);
    }

    private static pmradar.search.Criteria all() {
        return new pmradar.search.Criteria("", List.of(), pmradar.search.Criteria.Sort.NEWEST);
    }

    private static Ads ad(long id) {
        return Ads.ad(id)
                .text("Plan with Kubernetes.")
                .requires("Kubernetes")
                .score(40)
                .seen(Duration.ZERO);
    }

    private void save(long account, long posting, Stage stage) {
        var found = postings.find(new PostingId(posting)).orElseThrow();
        pursuits.note(account, found, Step.of(stage, LocalDate.of(2026, 11, 20), "", NOW));
        recorder.step(NOW);
    }

    private void record(Instant now, Ads... ads) {
        Arrays.stream(ads).map(Ads::posting).forEach(postings::put);
        while (recorder.step(now)) Thread.onSpinWait();
        due(now);
    }

    private void look(Instant now) {
        feeds.look(now);
        due(now);
    }

    private void due(Instant moment) {
        clock.set(moment);
        dispatch.due(moment);
    }
}
