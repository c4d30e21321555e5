package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pmradar.posting.FeedSpans.Turnover;

/// Which days make another feed of one that goes on being read.
class FeedChangeTest {

    private static final int FIRST = 20_000;

    /// A feed that shows a hundred listings, of which some come and go on most days.
    private static List<Turnover> usual(SplittableRandom random) {
        var days = new ArrayList<Turnover>();
        days.add(new Turnover("north", FIRST, 100, 0));
        for (int day = 1; day < 300; day++)
            days.add(new Turnover("north", FIRST + day, random.nextInt(5), random.nextInt(5)));
        return days;
    }

    private static List<Turnover> with(int day, long came, long went) {
        var days = usual(new SplittableRandom(1));
        days.set(day, new Turnover("north", FIRST + day, came, went));
        return days;
    }

    @Test
    void findsNoneInFeedsThatStayWhatTheyAre() {
        var random = new SplittableRandom(2);
        for (int turn = 0; turn < 200; turn++)
            assertThat(FeedChange.of(usual(random))).isEmpty();
    }

    @Test
    void findsThatAFeedShowsManyTimesAsMuch() {
        var changes = FeedChange.of(with(100, 250, 2));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().day()).isEqualTo(FIRST + 100);
        assertThat(changes.getFirst().inWords())
                .startsWith("north changed: it showed 250 listings that it had not shown before, beside ");
    }

    @Test
    void findsThatMostOfItIsGoneAtOnce() {
        var changes = FeedChange.of(with(100, 1, 85));
        assertThat(changes).extracting(FeedChange::day).containsExactly(FIRST + 100);
        assertThat(changes.getFirst().inWords()).contains("85 of the ").endsWith(" were gone at once");
    }

    /// All listings have other numbers there, and the old ones are missed for two readings before they end.
    @Test
    void findsTheDayOnWhichItWasMovedToAnotherSystemOnce() {
        var days = with(100, 105, 1);
        days.set(103, new Turnover("north", FIRST + 103, 2, 100));
        assertThat(FeedChange.of(days)).extracting(FeedChange::day).containsExactly(FIRST + 100);
    }

    @Test
    void takesAFeedThatIsReadSeldomAsItIs() {
        var days = new ArrayList<Turnover>();
        for (int month = 0; month < 20; month++)
            days.add(new Turnover("west", FIRST + 30 * month, 100, month == 0 ? 0 : 100));
        assertThat(FeedChange.of(days)).isEmpty();
    }

    @Test
    void takesTheFirstDaysOfALargeFeedAsItsBeginning() {
        var days = usual(new SplittableRandom(3));
        days.set(2, new Turnover("north", FIRST + 2, 300, 0));
        assertThat(FeedChange.of(days)).isEmpty();
    }

    @Test
    void saysNothingOfFeedsThatShowLittle() {
        var days = List.of(new Turnover("small", FIRST, 4, 0), new Turnover("small", FIRST + 50, 9, 0));
        assertThat(FeedChange.of(days)).isEmpty();
    }

    @Test
    void marksABreakWhereAFeedChanged() {
        var ledger = new InventedLedger();
        var marks = List.of(ledger.mark(Kind.FEED, "feed"), ledger.mark(Kind.LABEL, "general"));
        for (int day = 0; day < 60; day++) ledger.add(day, 20, 0, marks);
        ledger.changed(30, 40, 0, 20);
        var figures = ledger.report(10, 59).figures();
        var series = figures.stream()
                .filter(one -> one.id().equals("open-postings"))
                .findFirst()
                .orElseThrow();
        assertThat(series.breaks()).hasSize(1);
        assertThat(series.breaks().getFirst().day()).isEqualTo(InventedLedger.FIRST.plusDays(30));
        assertThat(series.breaks().getFirst().why()).startsWith("feed changed: ");
        assertThat(ledger.report(31, 59).figures().stream().flatMap(figure -> figure.breaks().stream()))
                .isEmpty();
    }
}
