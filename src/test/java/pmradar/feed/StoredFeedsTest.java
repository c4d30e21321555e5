package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.TestFeeds.NOW;
import static pmradar.feed.TestFeeds.declared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class StoredFeedsTest {
    private final MockEnvironment environment = new MockEnvironment();
    private JdbcClient jdbc;
    private StoredFeeds feeds;

    @BeforeEach
    void fresh() {
        var source = database();
        TestFeeds.tables(source);
        jdbc = JdbcClient.create(source);
        feeds = feeds(List.of(
                declared("one", "plain", "https://one.example/feed"),
                declared("two", "plain", "https://two.example/feed")));
    }

    /// An empty one.
    DataSource database() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return source;
    }

    private StoredFeeds feeds(List<FeedSettings.Declared> declared) {
        var sample = new FeedSettings.Sample("atlas", "plain", "atlas.txt", null, null, Map.of());
        var settings = new FeedSettings(
                declared, List.of(sample), true, Set.of(), null, TestFeeds.limits(Duration.ZERO), TestFeeds.keep());
        var known = new KnownFeeds(settings, new FeedTypes(List.of(new PlainLines())), environment);
        return new StoredFeeds(known, new FeedRows(jdbc), new FeedMoves(jdbc), TestFeeds.CLOCK);
    }

    private Feed feed(String id) {
        return feeds.state(id).orElseThrow().feed();
    }

    private static Reading.Fresh fresh(int listings) {
        return new Reading.Fresh(listings, 0, true, new Reading.Bookmark("\"e\"", "yesterday"), 1, 1);
    }

    private static Instant after(Duration wait) {
        return NOW.plus(wait);
    }

    @Test
    void allFeedsAreDueAtFirst() {
        assertThat(feeds.due(NOW)).extracting(Feed::id).containsExactly("one", "two", "atlas");
    }

    @Test
    void aFeedThatWasReadIsDueAgainAfterItsGap() {
        feeds.finished(feed("one"), fresh(3), NOW);
        assertThat(feeds.due(after(Duration.ofMinutes(59))))
                .extracting(Feed::id)
                .doesNotContain("one");
        assertThat(feeds.due(after(Duration.ofMinutes(60))))
                .extracting(Feed::id)
                .containsExactly("two", "one");
        assertThat(feeds.state("one").orElseThrow().lastDelivered()).isEqualTo(NOW);
    }

    @Test
    void failuresWaitTwiceAsLongEachTimeUpToADay() {
        var failed = new Reading.Failed("Nothing answers.", null);
        var waits = java.util.stream.IntStream.range(0, 9)
                .mapToObj(_ -> {
                    feeds.finished(feed("one"), failed, NOW);
                    return Duration.between(
                                    NOW, feeds.state("one").orElseThrow().nextDue())
                            .toMinutes();
                })
                .toList();
        assertThat(waits).containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L);
        assertThat(feeds.state("one").orElseThrow().failures()).isEqualTo(9);
        assertThat(feeds.state("one").orElseThrow().problem()).isEqualTo("Nothing answers.");

        feeds.finished(feed("one"), fresh(1), NOW);
        assertThat(feeds.state("one").orElseThrow().failures()).isZero();
        assertThat(feeds.state("one").orElseThrow().problem()).isNull();
    }

    @Test
    void retryAfterAndMaxAgeAreTheLeastGap() {
        feeds.finished(feed("one"), new Reading.Failed("429", Duration.ofHours(3)), NOW);
        assertThat(feeds.state("one").orElseThrow().nextDue()).isEqualTo(after(Duration.ofHours(3)));
        var slow = new Reading.Fresh(1, 0, true, new Reading.Bookmark(null, null, Duration.ofHours(5)), 1, 1);
        feeds.finished(feed("two"), slow, NOW);
        assertThat(feeds.state("two").orElseThrow().nextDue()).isEqualTo(after(Duration.ofHours(5)));
    }

    @Test
    void aBookmarkIsKeptVerbatimThroughFailuresAndDroppedWithItsAddress() {
        feeds.finished(feed("one"), fresh(1), NOW);
        feeds.finished(feed("one"), new Reading.Failed("500", null), NOW);
        assertThat(feeds.of(feed("one"))).isEqualTo(new Reading.Bookmark("\"e\"", "yesterday"));
        feeds = feeds(List.of(declared("one", "plain", "https://one.example/moved")));
        assertThat(feeds.of(feed("one"))).isEqualTo(Reading.Bookmark.NONE);
        assertThat(feeds.state("one").orElseThrow().lastTried()).isNull();
        feeds.finished(feed("one"), fresh(1), NOW);
        assertThat(feeds.of(feed("one")).etag()).isEqualTo("\"e\"");
    }

    @Test
    void aForgottenBookmarkLetsAllListingsComeAgain() {
        for (var id : List.of("one", "two")) feeds.finished(feed(id), fresh(1), NOW);
        feeds.forgetBookmark("one");
        assertThat(feeds.of(feed("one"))).isEqualTo(Reading.Bookmark.NONE);
        assertThat(feeds.of(feed("two")).etag()).isEqualTo("\"e\"");
        feeds.forgetBookmarks();
        assertThat(feeds.of(feed("two"))).isEqualTo(Reading.Bookmark.NONE);
        assertThat(feeds.state("two").orElseThrow().lastDelivered()).isEqualTo(NOW);
    }

    @Test
    void peopleMayAskAgainAfterFiveMinutesAndNotWithinWhatTheServerAskedFor() {
        feeds.finished(feed("one"), fresh(1), NOW);
        feeds.readNow("one", after(Duration.ofMinutes(1)));
        assertThat(feeds.state("one").orElseThrow().nextDue()).isEqualTo(after(Duration.ofMinutes(5)));
        feeds.readNow("one", after(Duration.ofMinutes(20)));
        assertThat(feeds.state("one").orElseThrow().nextDue()).isEqualTo(after(Duration.ofMinutes(20)));

        feeds.finished(feed("two"), new Reading.Failed("429", Duration.ofHours(2)), NOW);
        feeds.readNow("two", after(Duration.ofMinutes(20)));
        assertThat(feeds.state("two").orElseThrow().nextDue()).isEqualTo(after(Duration.ofHours(2)));
        feeds.readNow("no such feed", NOW);
    }

    @Test
    void samplesLeaveForeverWhenALiveFeedHasDelivered() {
        feeds.finished(feed("atlas"), fresh(300), NOW);
        feeds.finished(feed("one"), fresh(0), NOW);
        assertThat(feeds.liveHasDelivered()).isFalse();
        assertThat(feeds.state("atlas")).isPresent();

        feeds.finished(feed("one"), fresh(1), NOW);
        assertThat(feeds.liveHasDelivered()).isTrue();
        assertThat(feeds.state("atlas")).isEmpty();
        feeds = feeds(List.of(declared("new", "plain", "https://new.example/")));
        assertThat(feeds.due(NOW)).extracting(Feed::id).containsExactly("new");
    }

    @Test
    void samplesCountTheirDatesFromTheirFirstReading() {
        assertThat(feeds.samplesSince(NOW)).isEqualTo(NOW);
        assertThat(feeds.samplesSince(after(Duration.ofDays(9)))).isEqualTo(NOW);
    }

    @Test
    void aFeedWithoutItsKeyWaitsAndSaysWhichVariableItWants() {
        feeds = feeds(List.of(declared("keyed", "plain", "https://k.example/", "FIRST_KEY", "SECOND_KEY")));
        assertThat(feeds.state("keyed").orElseThrow().waiting())
                .isEqualTo("wants the variables FIRST_KEY and SECOND_KEY");
        assertThat(feeds.due(NOW)).extracting(Feed::id).doesNotContain("keyed");
        environment.setProperty("FIRST_KEY", "a");
        assertThat(feeds.state("keyed").orElseThrow().waiting()).isEqualTo("wants the variable SECOND_KEY");
        environment.setProperty("SECOND_KEY", "b");
        assertThat(feeds.due(NOW)).extracting(Feed::id).contains("keyed");
        assertThat(feed("keyed").options()).as("keys stay out of what is shown").isEmpty();
    }

    @Test
    void aFeedThatFallsSilentSaysSo() {
        feeds.finished(feed("one"), fresh(0), NOW);
        assertThat(feeds.state("one").orElseThrow().problem()).isNull();
        feeds.finished(feed("one"), fresh(5), NOW);
        feeds.finished(feed("one"), fresh(0), NOW);
        assertThat(feeds.state("one").orElseThrow().problem()).contains("no postings any more");
    }
}
