package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pmradar.StandingClock;
import pmradar.account.AccountEvent;
import pmradar.posting.Pay;
import pmradar.search.Criteria;
import pmradar.search.PostingIndex;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;

/// What saved searches, hits and digests must do on every database.
@SpringBootTest(classes = AlertSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class AlertStoreContract {
    private static final Instant NOW = Ads.NOW;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long ANNA = 1;
    private static final long BERT = 2;

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
    SearchLines lines;

    @Autowired
    HitRecorder recorder;

    @Autowired
    Dispatch dispatch;

    @Autowired
    HeldChannel channel;

    @Autowired
    StoredInMemory postings;

    @Autowired
    PostingIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OtherNames names;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    StandingClock clock;

    @BeforeEach
    void empty() {
        clock.set(NOW);
        for (long account : new long[] {ANNA, BERT})
            for (var search : searches.of(account)) searches.remove(account, search.id(), NOW);
        recorder.step(NOW);
        for (var table : List.of("delivery", "destination", "told", "hit", "notice", "digest", "search"))
            jdbc.sql("delete from alert_" + table).update();
        for (long id = 1; id <= 200; id++) postings.forget(id);
        jdbc.sql("update alert_progress set version = 0").update();
        index.clear();
        names.are(Map.of());
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
    }

    @Test
    void tellsOfANewPostingOnceWithTheReasons() {
        var saved = save("Kubernetes roles", "kubernetes score:>=25", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        record(NOW, kubernetes(1), Ads.ad(2).title("Site manager").seen(Duration.ZERO));
        record(NOW.plus(HOUR), kubernetes(1).version(3));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.digest().search()).isEqualTo(saved.id());
            assertThat(entry.digest().lines()).singleElement().satisfies(line -> {
                assertThat(line.posting()).isEqualTo(1);
                assertThat(line.kind()).isEqualTo(Hit.Kind.NEW);
                assertThat(line.reasons()).hasSize(2).anyMatch(reason -> reason.contains("kubernetes"));
                assertThat(line.deciding()).isEqualTo("Kubernetes");
            });
        });
        assertThat(inbox.of(BERT, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void knowsNewNamesOfAThingAsSoonAsAnOwnerAddsThem() {
        save("By its short name", "k8s", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        record(NOW, kubernetes(1));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        names.are(Map.of("k8s", List.of("kubernetes")));
        record(NOW.plus(HOUR), kubernetes(2));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.digest().lines())
                        .extracting(Digest.Line::posting)
                        .containsExactly(2L));
    }

    @Test
    void putsTogetherWhatWasJustFoundAndLeavesTheRestForLater() {
        var older = save("older", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        postings.put(kubernetes(1).posting());
        recorder.step(NOW);
        long before = dispatch.lastHit();
        var newer = save("newer", "terraform", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        destinations.add(ANNA, newer.id(), "held", "anna").orElseThrow();
        postings.put(kubernetes(2).text("Plan with Terraform.").version(2).posting());
        recorder.step(NOW);
        dispatch.gatherFound(before, NOW);
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.digest().search())
                .containsExactly(newer.id());
        assertThat(log.of(ANNA, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(DeliveryLog.State.WAITING));
        dispatch.gather(NOW);
        assertThat(inbox.ofSearch(older.id(), 10)).hasSize(1);
        assertThat(inbox.ofSearch(newer.id(), 10)).hasSize(1);
    }

    @Test
    void keepsWhatIsForAPersonWhoIsKeptOutUntilTheyAreLetInAgain() {
        var annas = save("Anna's", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        destinations.add(ANNA, annas.id(), "held", "anna").orElseThrow();
        channel.answers(new Channel.Outcome.Refused("Down.", false, null));
        record(NOW, kubernetes(1));
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
        house.publishEvent(new AccountEvent.Disabled(ANNA));
        record(NOW.plus(HOUR), kubernetes(2));
        record(NOW.plus(Duration.ofDays(5)));
        assertThat(channel.sent).as("sent to one who is kept out").isEmpty();
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
        clock.set(NOW.plus(Duration.ofDays(6)));
        house.publishEvent(new AccountEvent.LetIn(ANNA));
        channel.answers(new Channel.Outcome.Refused("Down.", false, null));
        record(NOW.plus(Duration.ofDays(6)));
        assertThat(log.of(ANNA, 10))
                .as("tried for three days anew")
                .extracting(DeliveryLog.Entry::state)
                .containsOnly(DeliveryLog.State.WAITING);
        channel.sent.clear();
        channel.answers(new Channel.Outcome.Accepted());
        record(NOW.plus(Duration.ofDays(7)));
        assertThat(channel.sent)
                .flatExtracting(sent -> sent.digest().lines())
                .extracting(Digest.Line::posting)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void neverSendsTheBacklogAsNews() {
        postings.put(kubernetes(1).posting());
        index.put(List.of(kubernetes(1).posting()));
        index.refresh();
        save("all", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        record(
                NOW.plus(HOUR),
                kubernetes(1).title("Project Manager, spelled better").version(2));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        record(NOW.plus(HOUR), kubernetes(3));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void tellsOfChangesOnlyToThoseWhoAskedForThem() {
        var asks = new Wishes(50, 5, 0, EnumSet.allOf(Wishes.Change.class), false);
        save("quiet", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        var curious = save("curious", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), asks);
        record(NOW, kubernetes(1));
        record(NOW.plus(HOUR), kubernetes(1).title("Project Manager (again)").version(2));
        record(
                NOW.plus(HOUR.multipliedBy(2)),
                kubernetes(1).pay(80, 90, "EUR", Pay.Period.YEAR).version(3));
        record(
                NOW.plus(HOUR.multipliedBy(3)),
                kubernetes(1).pay(80, 90, "EUR", Pay.Period.YEAR).closed().version(4));
        assertThat(inbox.ofSearch(curious.id(), 10).stream()
                        .map(entry -> entry.digest().lines().getFirst().kind()))
                .containsExactly(Hit.Kind.CLOSED, Hit.Kind.CHANGED, Hit.Kind.NEW);
        assertThat(inbox.ofSearch(curious.id(), 10)
                        .get(1)
                        .digest()
                        .lines()
                        .getFirst()
                        .said())
                .contains("80")
                .contains("not stated");
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(4);
    }

    @Test
    void tellsAPersonOnceForAllOfTheirSearchesOnWish() {
        var once = new Wishes(50, 5, 0, Set.of(), true);
        save("one", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), once);
        save("two", "plan", Schedule.atOnce(ZoneOffset.UTC), once);
        record(NOW, kubernetes(1));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void listsNoMoreThanWishedAndCountsTheRest() {
        save("few", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), new Wishes(3, 2, 0, Set.of(), false));
        record(
                NOW,
                kubernetes(1),
                kubernetes(2),
                kubernetes(3),
                kubernetes(4).company("Other"),
                kubernetes(5).company("Third"));
        var digest = inbox.of(ANNA, Long.MAX_VALUE, 10).getFirst().digest();
        assertThat(digest.lines()).hasSize(3);
        assertThat(digest.more())
                .containsExactlyInAnyOrder(new Digest.More("Invented Works", 1), new Digest.More(null, 1));
        record(NOW.plus(HOUR), kubernetes(6));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
        due(NOW.plus(Duration.ofHours(24)));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void tellsInSeveralDigestsWhatIsTooMuchForOne() {
        save("All", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), new Wishes(1000, 1000, 0, Set.of(), true));
        record(
                NOW,
                LongStream.rangeClosed(1, 160)
                        .mapToObj(AlertStoreContract::kubernetes)
                        .toArray(Ads[]::new));
        due(NOW.plusSeconds(1));
        var digests = inbox.of(ANNA, Long.MAX_VALUE, 10).stream()
                .map(Inbox.Entry::digest)
                .toList();
        assertThat(digests).extracting(digest -> digest.lines().size()).containsExactly(10, 150);
        assertThat(digests).allSatisfy(digest -> assertThat(digest.more()).isEmpty());
        assertThat(digests.stream().flatMap(digest -> digest.lines().stream()).map(Digest.Line::posting))
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatClosedBeforeItWasTold() {
        save("daily", "kubernetes", daily(), Wishes.DEFAULT);
        record(NOW, kubernetes(1), kubernetes(2));
        record(NOW.plus(HOUR), kubernetes(1).closed().version(3));
        due(NOW.plus(Duration.ofDays(1)));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.digest().lines())
                        .extracting(Digest.Line::posting)
                        .containsExactly(2L));
    }

    @Test
    void aPausedSearchCollectsNothingAndAMutedOneTellsLater() {
        var paused = save("paused", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        var muted = save("muted", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        searches.pause(ANNA, paused.id(), true, NOW);
        searches.mute(ANNA, muted.id(), NOW.plus(HOUR), NOW);
        record(NOW, kubernetes(1));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        searches.pause(ANNA, paused.id(), false, NOW.plus(HOUR));
        due(NOW.plus(HOUR));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.digest().search()).isEqualTo(muted.id()));
    }

    @Test
    void whatBelongsToAnotherIsNotThere() {
        var saved = save("mine", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        var to = destinations.add(ANNA, saved.id(), "held", "anna").orElseThrow();
        record(NOW, kubernetes(1));
        var digest = inbox.of(ANNA, Long.MAX_VALUE, 1).getFirst().digest();
        assertThat(searches.find(BERT, saved.id())).isEmpty();
        assertThat(searches.remove(BERT, saved.id(), NOW)).isFalse();
        assertThat(destinations.add(BERT, saved.id(), "held", "bert")).isEmpty();
        assertThat(destinations.remove(BERT, to.entry().id())).isFalse();
        assertThat(destinations.test(BERT, to.entry().id(), NOW)).isEmpty();
        assertThat(inbox.find(BERT, digest.id())).isEmpty();
        assertThat(log.of(BERT, 10)).isEmpty();
        assertThat(log.resend(BERT, log.of(ANNA, 10).getFirst().id(), NOW)).isFalse();
    }

    @Test
    void triesAgainForThreeDaysAndThenParks() {
        var saved = save("out", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        destinations.add(ANNA, saved.id(), "held", "there");
        channel.refuses("It is down.", false, null);
        record(NOW, kubernetes(1));
        for (var at = NOW; at.isBefore(NOW.plus(Duration.ofDays(5))); at = at.plus(Duration.ofMinutes(10))) due(at);
        assertThat(log.of(ANNA, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DeliveryLog.State.PARKED);
            assertThat(entry.said()).isEqualTo("It is down.");
            assertThat(entry.tries()).isBetween(8, 20);
        });
        assertThat(channel.sent)
                .extracting(HeldChannel.Sent::key)
                .containsOnly(channel.sent.getFirst().key());
        channel.answers(new Channel.Outcome.Accepted());
        assertThat(log.resend(ANNA, log.of(ANNA, 1).getFirst().id(), NOW)).isTrue();
        due(NOW);
        assertThat(log.of(ANNA, 1).getFirst().state()).isEqualTo(DeliveryLog.State.SENT);
    }

    @Test
    void aReceiverThatWantsNoMoreGetsNoMore() {
        var saved = save("out", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        destinations.add(ANNA, saved.id(), "held", "there");
        channel.refuses("It is gone.", true, null);
        record(NOW, kubernetes(1));
        record(NOW.plus(HOUR), kubernetes(2));
        assertThat(channel.sent).hasSize(1);
        assertThat(destinations.of(ANNA, saved.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.ended()).isEqualTo("It is gone."));
    }

    @Test
    void waitsForNothingThatWouldGoToADestinationThatIsNoMore() {
        var saved = save("out", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        var gone = destinations.add(ANNA, saved.id(), "held", "gone").orElseThrow();
        channel.refuses("It is down.", false, null);
        record(NOW, kubernetes(1));
        record(NOW.plusSeconds(1), kubernetes(2));
        channel.refuses("It is gone.", true, null);
        due(NOW.plus(HOUR));
        assertThat(log.of(ANNA, 10)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(DeliveryLog.State.PARKED);
            assertThat(entry.said()).isEqualTo("It is gone.");
            assertThat(entry.ended()).isTrue();
        });
        channel.refuses("It is down.", false, null);
        var removed = destinations.add(ANNA, saved.id(), "held", "removed").orElseThrow();
        record(NOW.plus(HOUR), kubernetes(3));
        assertThat(destinations.remove(ANNA, removed.entry().id())).isTrue();
        assertThat(destinations.remove(ANNA, gone.entry().id())).isTrue();
        assertThat(log.of(ANNA, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DeliveryLog.State.PARKED);
            assertThat(entry.said()).isEqualTo("The destination was removed.");
        });
        assertThat(log.of(ANNA, 10)).extracting(DeliveryLog.Entry::said).contains("It is gone.");
    }

    /// A backup from before it was sent is restored: the receiver gets it twice, under one key.
    @Test
    void theSameNewsHaveTheSameKeyAfterAnOlderBackupWasRestored() {
        var saved = save("out", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        destinations.add(ANNA, saved.id(), "held", "there");
        record(NOW, kubernetes(1), kubernetes(2));
        for (var table : List.of("delivery", "told", "hit", "digest"))
            jdbc.sql("delete from alert_" + table).update();
        jdbc.sql("update alert_progress set version = 0").update();
        record(NOW.plus(HOUR));
        record(NOW.plus(HOUR.multipliedBy(2)), kubernetes(3));
        assertThat(channel.sent).hasSize(3);
        assertThat(channel.sent.get(1).key()).isEqualTo(channel.sent.get(0).key());
        assertThat(channel.sent.get(2).key()).isNotEqualTo(channel.sent.get(0).key());
    }

    @Test
    void bringsBackWhatWasRemoved() {
        var saved = save("back", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        searches.remove(ANNA, saved.id(), NOW);
        record(NOW, kubernetes(1));
        assertThat(searches.of(ANNA)).isEmpty();
        assertThat(searches.restore(ANNA, saved.id(), NOW)).isTrue();
        record(NOW.plus(HOUR), kubernetes(2));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.digest().lines())
                        .extracting(Digest.Line::posting)
                        .containsExactly(2L));
    }

    @Test
    void refusesAnAddressThatTheChannelDoesNotTake() {
        var saved = save("out", "kubernetes", Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
        assertThatThrownBy(() -> destinations.add(ANNA, saved.id(), "held", " "))
                .hasMessageContaining("address");
        assertThatThrownBy(() -> destinations.add(ANNA, saved.id(), "pigeon", "x"))
                .hasMessageContaining("held");
    }

    @Test
    void tellsByTheClockAndNotAsSoonAsSomethingIsFound() {
        save("daily", "kubernetes", daily(), Wishes.DEFAULT);
        due(NOW.plus(Duration.ofDays(1)));
        record(NOW.plus(Duration.ofHours(25)), kubernetes(1));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).isEmpty();
        due(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(inbox.of(ANNA, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void takesSavedSearchesOutAndBringsThemInOnce() {
        var asks = new Wishes(7, 2, 30, Set.of(Wishes.Change.PAY), true);
        save("one", "kubernetes", daily(), asks);
        var paused = save("two", "", Schedule.atOnce(ZoneId.of("Europe/Vienna")), Wishes.DEFAULT);
        searches.pause(ANNA, paused.id(), true, NOW);
        var written = new ArrayList<String>();
        lines.export(ANNA, written::add);
        assertThat(lines.take(ANNA, written.stream(), NOW)).isEqualTo(new SearchLines.Taken(0, 2, List.of()));
        assertThat(lines.take(BERT, written.stream(), NOW)).isEqualTo(new SearchLines.Taken(2, 0, List.of()));
        assertThat(searches.of(BERT))
                .satisfiesExactly(one -> assertThat(one.wishes()).isEqualTo(asks), two -> {
                    assertThat(two.paused()).isTrue();
                    assertThat(two.schedule().zone()).hasToString("Europe/Vienna");
                });
        var again = new ArrayList<String>();
        lines.export(BERT, again::add);
        assertThat(again).isEqualTo(written);
    }

    @Test
    void namesTheLinesThatCannotBeRead() {
        var good =
                "{\"name\":\"x\",\"schedule\":{\"pace\":\"AT_ONCE\",\"zone\":\"UTC\",\"at\":\"08:00\",\"days\":[\"MONDAY\"]}}";
        var taken = lines.take(
                ANNA,
                Stream.of("?", "null", "{}", good, good.replace("\"MONDAY\"", ""), "", good.replace("UTC", "Moon/Sea")),
                NOW);
        assertThat(taken.added()).isEqualTo(1);
        assertThat(taken.bad()).extracting(SearchLines.BadLine::number).containsExactly(1, 2, 3, 5, 7);
        assertThat(taken.bad())
                .extracting(SearchLines.BadLine::reason)
                .contains("Choose at least one day of the week.");
    }

    private static Ads kubernetes(long id) {
        return Ads.ad(id)
                .text("Plan with Kubernetes.")
                .requires("Kubernetes")
                .score(40)
                .seen(Duration.ZERO);
    }

    private static Schedule daily() {
        return new Schedule(
                Schedule.Pace.DAILY, ZoneOffset.UTC, LocalTime.of(8, 0), EnumSet.allOf(DayOfWeek.class), null);
    }

    private SavedSearch save(String name, String query, Schedule schedule, Wishes wishes) {
        var criteria = new Criteria(query, List.of(), Criteria.Sort.NEWEST);
        return searches.save(ANNA, new SavedSearches.Order(name, criteria, schedule, wishes), NOW);
    }

    private void record(Instant now, Ads... ads) {
        for (var posting : Arrays.stream(ads).map(Ads::posting).toList()) {
            postings.put(posting);
            index.put(List.of(posting));
        }
        index.refresh();
        while (recorder.step(now)) Thread.onSpinWait();
        due(now);
    }

    private void due(Instant moment) {
        clock.set(moment);
        dispatch.due(moment);
    }
}
