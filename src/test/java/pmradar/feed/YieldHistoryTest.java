package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.TestFeeds.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YieldHistoryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<YieldRun> runs = new ArrayList<>();
    private Instant at = NOW;

    private YieldHistoryTest brought(int found, Duration lasting, boolean doubted) {
        runs.add(new YieldRun(runs.size(), at, at.plus(lasting), 9, found, true, doubted, false, "d" + runs.size()));
        at = at.plus(lasting).plus(HOUR);
        return this;
    }

    private YieldHistory history() {
        var newestFirst = new ArrayList<>(runs);
        Collections.reverse(newestFirst);
        return new YieldHistory(newestFirst);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, true", "100, 10, true", "100, 11, false", "1, 0, true", "9, 1, false", "0, 0, false"})
    void doubtsNothingAtAllAndATenthOfWhatIsUsual(int usual, int found, boolean doubted) {
        for (int i = 0; i < 3; i++) brought(usual, HOUR, false);
        assertThat(history().doubts(found, HOUR, at)).isEqualTo(doubted);
    }

    @Test
    void believesWhatWasSaidForADayAndTwoIntervals() {
        brought(100, HOUR, false);
        var low = at;
        brought(0, HOUR, true);
        assertThat(history().doubts(0, HOUR, low.plus(Duration.ofHours(23)))).isTrue();
        assertThat(history().doubts(0, HOUR, low.plus(Duration.ofHours(24)))).isFalse();
        assertThat(history().doubts(0, Duration.ofHours(20), low.plus(Duration.ofHours(39))))
                .isTrue();
        assertThat(history().doubts(0, Duration.ofHours(20), low.plus(Duration.ofHours(40))))
                .isFalse();
    }

    @Test
    void beginsAnewWhenTheFeedRecoversInBetween() {
        brought(100, HOUR, false).brought(0, Duration.ofHours(20), true).brought(90, HOUR, false);
        assertThat(history().doubts(0, HOUR, at.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void whatWasBelievedOnceIsNotDoubtedAgain() {
        brought(100, HOUR, false).brought(5, Duration.ofDays(2), true).brought(5, HOUR, false);
        assertThat(history().doubts(5, HOUR, at)).isFalse();
        assertThat(history().doubts(0, HOUR, at)).isTrue();
    }

    @Test
    void aFeedThatWasNeverReadIsBelieved() {
        assertThat(history().doubts(0, HOUR, at)).isFalse();
        assertThat(history().usual()).isEmpty();
    }

    @Test
    void noticesTheVerySameOnlyAgainstItsOwnRhythm() {
        for (int i = 0; i < 5; i++) brought(20 + i, Duration.ofDays(1), false);
        brought(30, Duration.ofDays(7), false);
        assertThat(history().sameTooLong()).as("a week is nothing").isEmpty();
        runs.removeLast();
        brought(30, Duration.ofDays(8), false);
        assertThat(history().sameTooLong()).contains(runs.getLast().first());

        runs.clear();
        for (int i = 0; i < 5; i++) brought(20 + i, Duration.ofDays(30), false);
        brought(30, Duration.ofDays(100), false);
        assertThat(history().sameTooLong()).as("a monthly thread").isEmpty();
    }

    @Test
    void aFeedThatNeverChangedHasNoRhythm() {
        brought(20, Duration.ofDays(400), false);
        assertThat(history().sameTooLong()).isEmpty();
    }
}
