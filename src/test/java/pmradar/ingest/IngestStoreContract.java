package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import pmradar.StandingClock;
import pmradar.classify.Label;
import pmradar.feed.Feed;
import pmradar.feed.FeedEvent;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.PageWatch;
import pmradar.feed.Reading;
import pmradar.posting.Drafts;
import pmradar.posting.Posting;
import pmradar.posting.PostingSlice;
import pmradar.posting.Postings;
import pmradar.posting.Sighting;

/// What reading feeds must do on every database.
@SpringBootTest(classes = IngestStoreContract.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Timeout(60)
abstract class IngestStoreContract {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Import({
        PostingSlice.class,
        Line.class,
        Cleaner.class,
        PlaceReader.class,
        JdbcReadLog.class,
        FeedReading.class,
        Lease.class,
        Durable.class,
        Samples.class,
        Ingest.class,
        Replay.class,
        Reclassification.class,
        AskedLook.class
    })
    static class Slice {
        @Bean
        StandingClock clock() {
            return new StandingClock(NOW);
        }

        @Bean
        PlayedFeeds feeds() {
            return new PlayedFeeds();
        }

        @Bean
        PlayedAnswers answers() {
            return new PlayedAnswers();
        }

        @Bean
        PlayedHealth health() {
            return new PlayedHealth();
        }

        @Bean
        WordClassifier classifier() {
            return new WordClassifier();
        }
    }

    @Autowired
    SecondLook secondLook;

    @Autowired
    pmradar.posting.Corrections corrections;

    @Autowired
    StandingClock clock;

    @Autowired
    PlayedFeeds feeds;

    @Autowired
    WordClassifier classifier;

    @Autowired
    Ingest ingest;

    @Autowired
    JdbcReadLog log;

    @Autowired
    Lease lease;

    @Autowired
    PlayedHealth health;

    @Autowired
    PlayedAnswers answers;

    @Autowired
    Replay replay;

    @Autowired
    Postings postings;

    @Autowired
    Reclassification reclassification;

    @Autowired
    JdbcClient jdbc;

    Feed north = PlayedFeeds.feed("north", Feed.Origin.DECLARED);

    @BeforeEach
    void emptyStore() {
        for (var table : List.of(
                "posting_split",
                "posting_revision",
                "posting_correction",
                "posting_revision",
                "posting_split",
                "posting_sighting_content",
                "posting_voucher",
                "posting_evidence",
                "posting_sighting",
                "posting",
                "ingest_reading",
                "ingest_set_aside",
                "ingest_lease")) {
            jdbc.sql("delete from " + table).update();
        }
        feeds.clear();
        health.doubting = false;
        health.noted.clear();
        answers.clear();
        jdbc.sql("delete from ingest_rules").update();
        feeds.add(north);
        clock.set(NOW);
        classifier.version = "words-1";
    }

    @Test
    void countsAllThatCame() {
        feeds.play(
                north,
                true,
                Listings.of("a1"),
                Listings.of("a2"),
                Listings.of("b1", "Plumber", "<p>Pipes</p>"),
                Listings.of("b2", null, "<p>No title</p>"),
                Listings.of("b3", "Project Manager", "poison"));
        var record = ingest.readNow(north).orElseThrow();
        assertThat(record.tally())
                .isEqualTo(new Tally(
                        5,
                        2,
                        0,
                        0,
                        Map.of(
                                "the duties are not those of a project", 1,
                                "has no title", 1,
                                "could not be read: IllegalStateException", 1)));
        assertThat(log.last("north")).contains(record);
        assertThat(log.setAside("north", 10, null))
                .extracting(ReadLog.SetAside::externalId)
                .containsExactlyInAnyOrder("b1", "b2", "b3");
        assertThat(log.setAside("north", 10, null))
                .filteredOn(ReadLog.SetAside::offTopic)
                .singleElement()
                .satisfies(row -> assertThat(row.title()).isEqualTo("Plumber"));
        var first = log.setAside("north", 2, null);
        var last = first.getLast();
        assertThat(log.setAside("north", 2, new ReadLog.Place(last.at(), last.externalId())))
                .as("what follows the first page")
                .singleElement()
                .satisfies(row -> assertThat(first).doesNotContain(row));
        assertThat(log.progress().reading()).isEmpty();
        assertThat(all())
                .hasSize(2)
                .allSatisfy(posting -> assertThat(posting.url()).doesNotContain("utm"));
        assertThat(feeds.finished).containsExactly("north");
    }

    @Test
    void aSecondReadingAddsNothing() {
        for (int i = 0; i < 2; i++) feeds.play(north, true, Listings.of("a1"), Listings.of("b1", "Plumber", "Pipes"));
        ingest.readNow(north);
        clock.set(NOW.plus(Duration.ofHours(1)));
        var second = ingest.readNow(north).orElseThrow().tally();
        assertThat(second.same()).isEqualTo(1);
        assertThat(second.added() + second.changed()).isZero();
        assertThat(log.setAside("north", 10, null)).hasSize(1);
        assertThat(log.recent("north", 10)).hasSize(2);
    }

    @Test
    void idsThatChangeAtEachReadingMakeNoNewPostings() {
        for (int reading = 1; reading <= 4; reading++) {
            feeds.play(north, true, renamed("a", reading), renamed("b", reading), renamed("c", reading));
            clock.set(NOW.plus(Duration.ofHours(reading)));
            ingest.readNow(north);
        }
        assertThat(all()).hasSize(3).allSatisfy(posting -> {
            assertThat(posting.open()).isTrue();
            assertThat(posting.sightings()).extracting(Sighting::externalId).anyMatch(id -> id.endsWith("-4"));
            assertThat(posting.life().firstSeen()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        });
    }

    /// The same job under another id and address at each reading, as session ids make it.
    private static Listing renamed(String job, int reading) {
        var one = Listings.of(job);
        return new Listing(
                job + "-" + reading,
                one.title(),
                one.company(),
                one.where(),
                new Listing.Links("https://jobs.example.com/" + job + "?session=" + reading, null),
                one.dates(),
                one.body(),
                one.terms());
    }

    @Test
    void oneCulpritDoesNotSpoilItsPage() {
        jdbc.sql("alter table posting add constraint no_cursed check (title <> 'Project Manager cursed')")
                .update();
        try {
            feeds.play(
                    north,
                    true,
                    Listings.of("a1"),
                    Listings.of("x", "Project Manager cursed", "<p>text</p>"),
                    Listings.of("a2"));
            var tally = ingest.readNow(north).orElseThrow().tally();
            assertThat(tally.added()).isEqualTo(2);
            assertThat(tally.setAside())
                    .containsExactly(Map.entry("could not be recorded: DataIntegrityViolationException", 1));
            assertThat(all()).hasSize(2);
        } finally {
            jdbc.sql("alter table posting drop constraint no_cursed").update();
        }
    }

    @Test
    void aVanishedPostingClosesAfterTwoCompleteReadingsAndOpensAgain() {
        feeds.play(north, true, Listings.of("a1"), Listings.of("a2"));
        for (int i = 0; i < 2; i++) feeds.play(north, true, Listings.of("a2"));
        feeds.play(north, true, Listings.of("a1"), Listings.of("a2"));
        for (int hour = 0; hour < 3; hour++) {
            clock.set(NOW.plus(Duration.ofHours(hour)));
            ingest.readNow(north);
            assertThat(postings.countOpen()).isEqualTo(hour == 2 ? 1 : 2);
        }
        clock.set(NOW.plus(Duration.ofHours(3)));
        assertThat(ingest.readNow(north).orElseThrow().tally().changed()).isEqualTo(1);
        assertThat(postings.countOpen()).isEqualTo(2);
    }

    @Test
    void notModifiedMeansThatTheGoneIsStillGone() {
        feeds.play(north, true, Listings.of("a1"), Listings.of("a2"));
        feeds.play(north, true, Listings.of("a2"));
        for (int i = 0; i < 3; i++) feeds.play(north, new PlayedFeeds.Play(List.of(), new Reading.Unchanged(), null));
        for (int hour = 0; hour < 5; hour++) {
            clock.set(NOW.plus(Duration.ofHours(hour)));
            ingest.readNow(north);
        }
        assertThat(all()).filteredOn(Posting::open).singleElement().satisfies(posting -> {
            assertThat(posting.title()).isEqualTo("Project Manager a2");
            assertThat(posting.life().lastSeen()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        });
    }

    @Test
    void aFailedReadingClosesNothingAndSaysWhatHappened() {
        feeds.play(north, true, Listings.of("a1"));
        ingest.readNow(north);
        for (int hour = 1; hour < 4; hour++) {
            clock.set(NOW.plus(Duration.ofHours(hour)));
            assertThat(ingest.readNow(north).orElseThrow().problem()).isEqualTo("nothing to play");
        }
        assertThat(postings.countOpen()).isEqualTo(1);
    }

    /// As after a crash in mid-reading: pages that were committed stay, the bookmark is not saved, and the next reading
    /// brings the rest without doubling anything.
    @Test
    void whatWasCommittedBeforeACrashIsNotDoubled() {
        var pages = IntStream.range(0, 3)
                .mapToObj(page -> Page.whole(
                        IntStream.range(0, 50)
                                .mapToObj(i -> Listings.of("p" + page + "-" + i))
                                .toList(),
                        List.of()))
                .toList();
        var broken = new java.util.ArrayList<>(pages.subList(0, 2));
        feeds.play(north, new PlayedFeeds.Play(broken, new Reading.Failed("cut off", null), null));
        feeds.play(north, new PlayedFeeds.Play(pages, PlayedFeeds.fresh(150, true), null));
        ingest.readNow(north);
        assertThat(all()).hasSize(100);
        var tally = ingest.readNow(north).orElseThrow().tally();
        assertThat(tally.same()).isEqualTo(100);
        assertThat(tally.added()).isEqualTo(50);
    }

    @Test
    void noTwoReadersReadOneFeed() throws Exception {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        feeds.play(
                north,
                new PlayedFeeds.Play(
                        List.of(Page.whole(List.of(Listings.of("a1")), List.of())), PlayedFeeds.fresh(1, true), () -> {
                            inside.countDown();
                            try {
                                go.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
        var first = Thread.ofVirtual().start(() -> ingest.readNow(north));
        inside.await();
        assertThat(log.progress().reading()).containsExactly("north");
        assertThat(ingest.readNow(north)).isEmpty();
        go.countDown();
        first.join();
        assertThat(all()).hasSize(1);
        assertThat(ingest.readNow(north)).isPresent();
    }

    @Test
    void aReaderThatSleptThroughItsHoldWritesNothing() {
        feeds.play(
                north,
                new PlayedFeeds.Play(
                        List.of(Page.whole(List.of(Listings.of("a1")), List.of())), PlayedFeeds.fresh(1, true), () -> {
                            clock.set(NOW.plus(Lease.HOLD).plusSeconds(1));
                            assertThat(lease.take("north")).isNotNull();
                        }));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ingest.readNow(north))
                .isInstanceOf(LeaseLost.class);
        assertThat(all()).isEmpty();
        assertThat(feeds.finished).isEmpty();
    }

    @Test
    void samplesLeaveWhenTheFirstLivePostingArrives() {
        var sample = feeds.add(PlayedFeeds.feed("samples", Feed.Origin.SAMPLE));
        for (int i = 0; i < 2; i++) feeds.play(sample, true, Listings.of("s1"), Listings.of("s2"));
        feeds.play(north, true, Listings.of("a1"));
        var fresh = new Samples(feeds, postings);
        assertThat(fresh.unwanted(sample)).isFalse();
        ingest.readNow(sample);
        ingest.readNow(north);
        ingest.readNow(sample);
        assertThat(all())
                .singleElement()
                .satisfies(posting -> assertThat(posting.sample()).isFalse());
    }

    @Test
    void judgesOldPostingsAnewWithProgress() {
        feeds.play(north, true, Listings.of("a1"), Listings.of("a2"));
        ingest.readNow(north);
        reclassification.run();
        classifier.version = "words-2";
        reclassification.run();
        var progress = java.util.Objects.requireNonNull(reclassification.progress());
        assertThat(progress.total()).isEqualTo(2);
        assertThat(progress.done()).isEqualTo(2);
        assertThat(progress.labelsChanged()).isZero();
        assertThat(progress.ended()).isNotNull();
        assertThat(all())
                .allSatisfy(posting ->
                        assertThat(posting.classification().rulesVersion()).isEqualTo("words-2"));
        assertThat(all().getFirst().classification().label()).isEqualTo(Label.TECHNICAL);
    }

    @Test
    void whatAPersonTakesBackInIsRecordedByTheNextReading() {
        var listing = Listings.of("b1", "Plumber", "<p>" + Drafts.text(1) + "</p>");
        for (int i = 0; i < 4; i++) feeds.play(north, true, Listings.of("a1"), listing);
        ingest.readNow(north);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> secondLook.readmit("north", "a1", "why", "ada"))
                .isInstanceOf(IllegalArgumentException.class);
        var correction = secondLook.readmit("north", "b1", "leads the works", "ada");
        assertThat(feeds.asked).containsExactly("north");
        assertThat(feeds.forgotten).containsExactly("north");
        clock.set(NOW.plus(Duration.ofHours(1)));
        assertThat(ingest.readNow(north).orElseThrow().tally().added()).isEqualTo(1);
        assertThat(log.setAside("north", 10, null)).isEmpty();
        assertThat(open("Plumber"))
                .singleElement()
                .satisfies(posting -> assertThat(posting.corrections()).hasSize(1));
        clock.set(NOW.plus(Duration.ofHours(2)));
        assertThat(ingest.readNow(north).orElseThrow().tally().same()).isEqualTo(2);
        classifier.version = "words-2";
        reclassification.run();
        assertThat(open("Plumber")).hasSize(1);
        corrections.undo(correction, clock.instant());
        clock.set(NOW.plus(Duration.ofHours(3)));
        ingest.readNow(north);
        assertThat(open("Plumber")).isEmpty();
    }

    List<Posting> open(String title) {
        return all().stream()
                .filter(posting -> posting.open() && posting.title().equals(title))
                .toList();
    }

    @Test
    void aPostingThatTurnsOffTopicClosesForThatReason() {
        feeds.play(north, true, Listings.of("a1"));
        for (int i = 0; i < 3; i++) feeds.play(north, true, Listings.of("a1", "Plumber", "<p>Pipes</p>"));
        for (int hour = 0; hour < 4; hour++) {
            clock.set(NOW.plus(Duration.ofHours(hour)));
            ingest.readNow(north);
        }
        assertThat(all())
                .singleElement()
                .satisfies(posting ->
                        assertThat(posting.life().closedWhy()).contains("the duties are not those of a project"));
    }

    @Test
    void newRulesMakeAllFeedsTellAllOnce() {
        reclassification.run();
        feeds.forgotten.clear();
        reclassification.run();
        assertThat(feeds.forgotten).isEmpty();
        classifier.version = "words-3";
        reclassification.run();
        reclassification.run();
        assertThat(feeds.forgotten).containsExactly("all");
    }

    @Test
    void readsAllDueFeedsAtOnceAndWaits() {
        for (int i = 0; i < 12; i++) {
            var feed = feeds.add(PlayedFeeds.feed("f" + i, Feed.Origin.DECLARED));
            feeds.play(
                    feed,
                    true,
                    IntStream.range(0, 40)
                            .mapToObj(n -> Listings.of(feed.id() + "-" + n))
                            .toArray(Listing[]::new));
        }
        var heard = new ArrayList<String>();
        var done = ingest.readAllDue(record -> heard.add(record.feedId()));
        assertThat(done).hasSize(13);
        assertThat(heard).hasSize(13);
        assertThat(all()).hasSize(480);
    }

    List<Posting> all() {
        return postings.changedAfter(0, 10_000);
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    /// Issue 4, point 3: an empty answer must not close what is open.
    @Test
    void aDoubtedReadingClosesNothingHoweverOftenItComes() {
        feeds.play(north, true, Listings.of("a1"), Listings.of("a2"));
        ingest.readNow(north);
        health.doubting = true;
        for (int day = 1; day <= 40; day++) {
            clock.set(hours(24 * day));
            feeds.play(north, true);
            ingest.readNow(north);
        }
        assertThat(all()).hasSize(2).allMatch(Posting::open);
        assertThat(feeds.forgotten).as("the next answer must come in full").hasSize(40);
        assertThat(health.noted).hasSize(41);
        health.doubting = false;
        for (int hour = 0; hour < 2; hour++) {
            clock.set(hours(24 * 41 + hour));
            feeds.play(north, true);
            ingest.readNow(north);
        }
        assertThat(all()).hasSize(2).noneMatch(Posting::open);
    }

    /// Issue 4, point 4: a parser that misread titles is mended, and the answers are read again.
    @Test
    void aReplayMendsWhatWasMisreadAndChangesNothingElse() {
        feeds.play(north, true, Listings.of("a1", "Project Manager, misread", "<p>Text of a1</p>"), Listings.of("a2"));
        ingest.readNow(north);
        clock.set(hours(1));
        for (int i = 0; i < 2; i++) {
            feeds.play(north, true, Listings.of("a2"));
            ingest.readNow(north);
            clock.set(hours(2));
        }
        var before = all();
        answers.keep(
                "north", NOW, NOW, Listings.of("a1", "Project Manager a1", "<p>Text of a1</p>"), Listings.of("a2"));
        answers.keep("north", hours(1), hours(2), Listings.of("a2"));
        clock.set(hours(50));
        var outcome = replay.replay("north", Instant.EPOCH, reading -> {}).orElseThrow();
        assertThat(outcome.readings()).isEqualTo(2);
        assertThat(outcome.tally().changed()).isEqualTo(1);
        assertThat(all())
                .extracting(Posting::title)
                .contains("Project Manager a1")
                .doesNotContain("Project Manager, misread");
        assertThat(all())
                .as("life and sightings are as they were")
                .extracting(
                        posting -> posting.life().lastSeen(),
                        Posting::open,
                        posting -> posting.life().closed())
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(posting -> tuple(
                                posting.life().lastSeen(),
                                posting.open(),
                                posting.life().closed()))
                        .toList());
        assertThat(replay.replay("north", Instant.EPOCH, reading -> {})
                        .orElseThrow()
                        .tally()
                        .changed())
                .as("a second replay finds nothing to mend")
                .isZero();
    }

    @Test
    void aReplayLetsNewerWordsStand() {
        feeds.play(north, true, Listings.of("a1", "Project Manager, old", "<p>Text</p>"));
        ingest.readNow(north);
        clock.set(hours(5));
        feeds.play(north, true, Listings.of("a1", "Project Manager, new", "<p>Text</p>"));
        ingest.readNow(north);
        answers.keep("north", NOW, NOW, Listings.of("a1", "Project Manager, old", "<p>Text</p>"));
        replay.replay("north", Instant.EPOCH, reading -> {});
        assertThat(all()).extracting(Posting::title).containsExactly("Project Manager, new");

        answers.keep("north", hours(5), hours(5), Listings.of("a1", "Project Manager, mended", "<p>Text</p>"));
        replay.replay("north", Instant.EPOCH, reading -> {});
        assertThat(all())
                .as("the newest answer counts, whatever older ones say")
                .extracting(Posting::title)
                .containsExactly("Project Manager, mended");
    }

    @Test
    void aReplayRecordsWhatWasUnreadableAsSeenWhenItCame() {
        feeds.play(north, true, Listings.of("a1"));
        ingest.readNow(north);
        clock.set(hours(30));
        answers.keep("north", NOW, NOW, Listings.of("a1"), Listings.of("a2"));
        var outcome = replay.replay("north", Instant.EPOCH, reading -> {}).orElseThrow();
        assertThat(outcome.tally().added()).isEqualTo(1);
        assertThat(all())
                .hasSize(2)
                .allSatisfy(posting -> assertThat(posting.life().lastSeen()).isEqualTo(NOW));
        assertThat(replay.replay("north", hours(1), reading -> {}).orElseThrow().readings())
                .as("answers before --since are left alone")
                .isZero();
        assertThat(replay.replay("unknown", Instant.EPOCH, reading -> {})).isEmpty();
    }

    /// Issue 4: a dead feed keeps nothing open for ever; that it was seen to close is not said either.
    @Test
    void whatOnlyAFeedShowedThatFailsForLongIsNotKnownToBeOpenAnyMore() {
        feeds.play(north, true, Listings.of("a1"));
        ingest.readNow(north);
        for (int day = 40; day < 46; day++) {
            clock.set(hours(24 * day));
            ingest.readNow(north);
            assertThat(all())
                    .as("day %d", day)
                    .allSatisfy(posting -> assertThat(posting.open()).isTrue());
        }
        clock.set(hours(24 * 46));
        ingest.readNow(north);
        assertThat(all()).singleElement().satisfies(posting -> {
            assertThat(posting.open()).isFalse();
            assertThat(posting.life().lost()).isTrue();
            assertThat(posting.life().closedWhy()).isEqualTo("not shown by north for 45 days");
        });
        feeds.play(north, true, Listings.of("a1"));
        clock.set(hours(24 * 47));
        ingest.readNow(north);
        assertThat(all())
                .singleElement()
                .satisfies(posting -> assertThat(posting.open()).isTrue());
    }

    /// Issue 4: nothing that nobody reads any more stays open for ever.
    @Test
    void whatOnlyARemovedFeedShowedEndsAndIsNoRelistingWhenTheFeedIsTakenBack() {
        var south = feeds.add(PlayedFeeds.feed("south", Feed.Origin.ADDED));
        for (int i = 0; i < 2; i++) feeds.play(south, true, Listings.of("a1"), Listings.of("a2"));
        feeds.play(north, true, Listings.of("a2"));
        ingest.readNow(south);
        ingest.readNow(north);
        clock.set(hours(1));
        new RemovedFeeds(postings, clock).on(new FeedEvent.FeedRemoved("south"));
        assertThat(all()).filteredOn(posting -> !posting.open()).singleElement().satisfies(posting -> {
            assertThat(posting.title()).isEqualTo("Project Manager a1");
            assertThat(posting.life().closedWhy()).isEqualTo("its feed south was removed");
            assertThat(posting.life().lost()).isTrue();
        });
        clock.set(hours(24 * 30));
        ingest.readNow(south);
        assertThat(all()).hasSize(2).allSatisfy(posting -> {
            assertThat(posting.open()).isTrue();
            assertThat(posting.life().relisted()).isZero();
        });
    }

    private Recheck recheck(PageWatch pages) {
        return new Recheck(postings, pages, clock);
    }

    /// Issue 4, point 12.
    @Test
    void looksAgainAtPagesThatNoFeedVouchesForAndClosesWhatIsGone() {
        feeds.play(north, false, Listings.of("a1"), Listings.of("a2"), Listings.of("a3"));
        ingest.readNow(north);
        var looked = new ArrayList<String>();
        var recheck = recheck(page -> {
            looked.add(page.getPath());
            return switch (page.getPath()) {
                case "/a1" -> new PageWatch.Outcome.Gone("its page is gone");
                case "/a2" -> new PageWatch.Outcome.Open();
                default -> new PageWatch.Outcome.Unknown("jobs.example.com asks for a log-in.");
            };
        });
        assertThat(recheck.run()).isEqualTo(new Recheck.Outcome(0, 0, 0));
        clock.set(NOW.plus(Recheck.BETWEEN_LOOKS).plusSeconds(1));
        assertThat(recheck.run()).isEqualTo(new Recheck.Outcome(3, 1, 1));
        assertThat(all()).filteredOn(posting -> !posting.open()).singleElement().satisfies(posting -> {
            assertThat(posting.url()).endsWith("/a1");
            assertThat(posting.life().closedWhy()).isEqualTo("its page is gone");
        });
        recheck.run();
        assertThat(looked).as("each page once in some days").hasSize(3);
        clock.move(Recheck.BETWEEN_LOOKS.plusSeconds(1));
        recheck.run();
        assertThat(looked).hasSize(5);
    }

    @Test
    void looksAtFewPagesOfOneHost() {
        feeds.play(
                north,
                false,
                IntStream.range(0, 20).mapToObj(i -> Listings.of("p" + i)).toArray(Listing[]::new));
        ingest.readNow(north);
        clock.set(NOW.plus(Recheck.BETWEEN_LOOKS).plusSeconds(1));
        var outcome = recheck(page -> new PageWatch.Outcome.Open()).run();
        assertThat(outcome.looked()).isEqualTo(Recheck.PER_HOST);
    }
}
