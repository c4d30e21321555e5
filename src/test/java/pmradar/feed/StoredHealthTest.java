package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pmradar.feed.HostileServer.text;
import static pmradar.feed.TestFeeds.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

class StoredHealthTest {
    private static final Reading.Failed NO_BOARD =
            new Reading.Failed("board.example has no feed at this address (404).", null, Reading.Symptom.GONE);

    private final List<Object> events = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private HostileServer server;
    private Fetcher fetcher;
    private StoredHealth health;
    private StoredFeeds feeds;
    private Instant now = NOW;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        TestFeeds.tables(source);
        var jdbc = JdbcClient.create(source);
        var declared = new FeedSettings.Declared(
                "acme",
                "plain",
                server.uri("/board").toString(),
                null,
                null,
                server.uri("/careers"),
                Duration.ofHours(1),
                null,
                List.of(),
                Map.of());
        var base = TestFeeds.settings();
        var settings = new FeedSettings(
                List.of(declared), List.of(), true, base.allowedPrivateHosts(), null, base.limits(), TestFeeds.keep());
        var types = TestFeeds.types(new PlainLines());
        var known = new KnownFeeds(settings, types, new MockEnvironment());
        var moves = new FeedMoves(jdbc);
        fetcher = new Fetcher(settings, TestFeeds.CLOCK);
        feeds = new StoredFeeds(known, new FeedRows(jdbc), moves, TestFeeds.CLOCK);
        var rows = new HealthRows(jdbc);
        health = new StoredHealth(
                rows,
                new TroubleRows(jdbc),
                new MovedBoards(new PoliteFinder(types, fetcher, settings), types, known, moves, jdbc),
                new HeardTerms(rows, types, known, fetcher),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                events::add,
                metrics);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private Feed acme() {
        return feeds.state("acme").orElseThrow().feed();
    }

    private StoredHealthTest after(Duration time) {
        now = now.plus(time);
        return this;
    }

    private StoredHealthTest hour() {
        return after(Duration.ofHours(1));
    }

    private void reads(Reading reading) {
        health.note(acme(), reading, now);
    }

    private static Reading.Fresh fresh(int listings, Reading.Part... parts) {
        return fresh(listings, "digest of " + listings, parts);
    }

    private static Reading.Fresh fresh(int listings, String digest, Reading.Part... parts) {
        var signs = new Reading.Signs(digest, List.of(parts), null, Polling.NONE);
        return new Reading.Fresh(listings, 0, true, Reading.Bookmark.NONE, 1, 1, signs);
    }

    private List<Trouble.Kind> goingOn() {
        return health.troubles().stream().map(Trouble::kind).toList();
    }

    private double gauge(String kind) {
        return metrics.get("pmradar.feeds.trouble").tag("kind", kind).gauge().value();
    }

    @Test
    void tellsOnceThatAFeedNamesNothingAnyMoreAndNotesItsRecovery() {
        reads(fresh(12));
        for (int i = 0; i < 3; i++) hour().reads(fresh(0));
        assertThat(goingOn()).containsExactly(Trouble.Kind.EMPTY);
        var trouble = health.troubles("acme").getFirst();
        assertThat(trouble.words()).contains("it named 12 postings before");
        assertThat(trouble.since()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(trouble.lastSeen()).isEqualTo(now);
        assertThat(events).containsExactly(new FeedEvent.FeedInTrouble("acme"));
        assertThat(gauge("empty")).isEqualTo(1);

        hour().reads(new Reading.Failed("Nothing answers.", null));
        assertThat(goingOn()).as("a failure proves no recovery").containsExactly(Trouble.Kind.EMPTY);
        hour().reads(fresh(11));
        assertThat(goingOn()).isEmpty();
        assertThat(health.troubles("acme").getFirst().ending()).isEqualTo("It was read again and named 11 postings.");
        assertThat(events).endsWith(new FeedEvent.FeedRecovered("acme")).hasSize(2);
        assertThat(gauge("empty")).isZero();
    }

    @Test
    void anEmptyFeedThatAlwaysWasIsNoNews() {
        for (int i = 0; i < 9; i++) hour().reads(fresh(0));
        assertThat(health.troubles("acme")).isEmpty();
    }

    @Test
    void noticesADropByNineTenthsAndTakesItForUsualInTheEnd() {
        for (int i = 0; i < 5; i++) hour().reads(fresh(200 + i));
        hour().reads(fresh(20));
        assertThat(goingOn()).containsExactly(Trouble.Kind.DROPPED);
        assertThat(health.troubles().getFirst().words())
                .isEqualTo("It named 20 postings, where it usually names 202 postings.");
        for (int i = 0; i < 9; i++) after(Duration.ofDays(1)).reads(fresh(20 + i % 2));
        assertThat(goingOn()).isEmpty();
        assertThat(health.troubles("acme"))
                .as("told once")
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.ending()).contains("no drop any more"));
    }

    @Test
    void noticesTheVerySameForTooLongUnlessTheServerVouchesForIt() {
        for (int i = 0; i < 6; i++) after(Duration.ofDays(1)).reads(fresh(20, "day " + i));
        for (int i = 0; i < 10; i++) after(Duration.ofDays(1)).reads(fresh(20, "stale"));
        assertThat(goingOn()).containsExactly(Trouble.Kind.SAME);
        assertThat(health.troubles().getFirst().since()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        after(Duration.ofDays(1)).reads(new Reading.Unchanged());
        assertThat(goingOn()).isEmpty();
        after(Duration.ofDays(1)).reads(fresh(20, "stale"));
        assertThat(goingOn()).isEmpty();
    }

    @Test
    void aBoardThatIsGoneIsToldAtTheSecondSightAndNotBefore() {
        reads(fresh(12));
        hour().reads(NO_BOARD);
        assertThat(health.troubles("acme")).isEmpty();
        hour().reads(NO_BOARD);
        assertThat(goingOn()).containsExactly(Trouble.Kind.MOVED);
        assertThat(health.troubles().getFirst().words()).contains("404");
    }

    @Test
    void aFailureThatPassesIsNeverToldAndOneOfThreeDaysIs() {
        reads(new Reading.Failed("Nothing answers.", null));
        hour().reads(new Reading.Failed("Nothing answers.", null));
        hour().reads(fresh(1));
        assertThat(health.troubles("acme")).isEmpty();
        var began = hour().now;
        for (int day = 0; day <= 3; day++) {
            reads(new Reading.Failed("Nothing answers at board.example.", null));
            if (day < 3) {
                assertThat(goingOn()).isEmpty();
                after(Duration.ofDays(1));
            }
        }
        assertThat(goingOn()).containsExactly(Trouble.Kind.FAILING);
        assertThat(health.troubles().getFirst().since()).isEqualTo(began);
    }

    @Test
    void aGateIsNamedAsSuch() {
        for (int i = 0; i < 2; i++)
            hour().reads(new Reading.Failed("board.example asks for a log-in.", null, Reading.Symptom.LOG_IN));
        assertThat(goingOn()).containsExactly(Trouble.Kind.GATED);
    }

    /// A dead slug does not hide in a healthy feed.
    @Test
    void eachPartFailsAndRecoversOnItsOwn() {
        var good = new Reading.Part("/one.xml", 10, null);
        reads(fresh(20, good, new Reading.Part("/two.xml", 10, null)));
        for (int i = 0; i < 2; i++) hour().reads(fresh(10 + i, good, new Reading.Part("/two.xml", 0, "404")));
        assertThat(health.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Trouble.Kind.PART);
            assertThat(trouble.part()).isEqualTo("/two.xml");
        });
        hour().reads(fresh(20, good, new Reading.Part("/two.xml", 9, null)));
        assertThat(goingOn()).isEmpty();
        for (int i = 0; i < 2; i++) hour().reads(fresh(10 + i, good, new Reading.Part("/two.xml", 0, null)));
        assertThat(health.troubles().getFirst().words()).contains("it named 9 postings before");
    }

    @Test
    void whatAPersonKnowsOfIsCountedNoMoreUntilTheyTakeItBack() {
        reads(fresh(12));
        hour().reads(fresh(0));
        var id = health.troubles().getFirst().id();
        assertThat(health.acknowledge("other", id, "owner", now)).isFalse();
        assertThat(health.acknowledge("acme", id, "owner", now)).isTrue();
        assertThat(gauge("empty")).isZero();
        assertThat(health.troubles().getFirst().pressing()).isFalse();
        hour().reads(fresh(0));
        assertThat(events).as("told once").hasSize(1);
        health.unacknowledge("acme", id);
        assertThat(gauge("empty")).isEqualTo(1);
    }

    @Test
    void aBoardThatMovedIsLookedForAndOnlyAPersonMovesTheFeed() {
        server.on("/careers", text(200, "Content-Type: text/html\r\n", """
                <!doctype html><html><body><a href="https://www.example.org/">us</a>
                <a href="https://jobs.lever.co/acme-labs/123">Welder</a>
                <a href="https://jobs.lever.co/acme-labs/456">Planner</a>
                <script src="https://boards.greenhouse.io/embed/job_board/js?for=acmeold"></script></body></html>"""));
        reads(fresh(12));
        for (int i = 0; i < 3; i++) hour().reads(NO_BOARD);
        assertThat(server.requests()).as("looked at once").hasSize(1);
        assertThat(health.proposals("acme"))
                .extracting(Proposal::type, Proposal::at)
                .containsExactlyInAnyOrder(tuple("lever", "acme-labs"), tuple("greenhouse", "acmeold"));
        assertThat(acme().type()).as("nothing is changed by itself").isEqualTo("plain");

        var lever = health.proposals("acme").stream()
                .filter(one -> one.type().equals("lever"))
                .findFirst()
                .orElseThrow();
        assertThat(lever.how()).contains("/careers").contains("jobs.lever.co/acme-labs");
        assertThat(health.accept("acme", lever.id(), "owner", now)).isTrue();
        assertThat(acme().type()).isEqualTo("lever");
        assertThat(acme().at()).isEqualTo("acme-labs");
        assertThat(health.proposals("acme")).extracting(Proposal::type).containsExactly("greenhouse");
        assertThat(health.move("acme").orElseThrow().acceptedBy()).isEqualTo("owner");
        health.takeBack("acme");
        assertThat(acme().type()).isEqualTo("plain");
        health.decline("acme", lever.id(), now);
        assertThat(health.proposals("acme")).extracting(Proposal::type).containsExactly("greenhouse");
    }

    @Test
    void aCareersPageThatCannotBeReadIsNoted() {
        reads(fresh(12));
        for (int i = 0; i < 2; i++) hour().reads(NO_BOARD);
        assertThat(health.lastLook("acme").orElseThrow().outcome())
                .contains("could not be read")
                .contains("404");
    }

    @Test
    void keepsWhatTheFeedBroughtWithoutGrowing() {
        for (int i = 0; i < 100; i++) hour().reads(fresh(i + 1, "d" + i));
        for (int i = 0; i < 30; i++) hour().reads(fresh(100, "d99"));
        assertThat(health.history("acme", 1000)).hasSize(HealthRows.RUNS_KEPT);
        assertThat(health.history("acme", 1).getFirst().readings()).isEqualTo(31);
    }

    @Test
    void remembersWhatTheServerAllowsAndAsksFor() {
        assertThat(health.terms("acme").robots()).isEqualTo(FeedTerms.RobotsVerdict.UNKNOWN);
        server.on("/robots.txt", text(200, "", "User-agent: *\nCrawl-delay: 2\nDisallow: /private\n"));
        server.on("/board", text(200, "", "a"));
        fetcher.fetch(FeedRequest.get(URI.create(acme().at())), Reading.Bookmark.NONE);
        var polling = new Polling(Duration.ofMinutes(90), Set.of(3), Set.of(DayOfWeek.SUNDAY));
        var signs = new Reading.Signs("x", List.of(), null, polling);
        reads(new Reading.Fresh(1, 0, true, Reading.Bookmark.NONE, 1, 1, signs));
        reads(new Reading.Unchanged());
        assertThat(health.terms("acme"))
                .isEqualTo(new FeedTerms(
                        FeedTerms.RobotsVerdict.ALLOWED, NOW, Duration.ofSeconds(2), Duration.ZERO, polling));
    }

    @Test
    void aMoveForGoodIsToldThoughTheFeedIsReadOn() {
        var signs = new Reading.Signs("x", List.of(), URI.create("https://new.example/feed"), Polling.NONE);
        for (int i = 0; i < 2; i++) hour().reads(new Reading.Fresh(3, 0, true, Reading.Bookmark.NONE, 1, 1, signs));
        assertThat(health.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("https://new.example/feed"));
    }
}
