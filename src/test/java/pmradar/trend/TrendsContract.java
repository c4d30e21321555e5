package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pmradar.trend.PlainCount.asks;
import static pmradar.trend.PlainCount.from;
import static pmradar.trend.PlainCount.in;
import static pmradar.trend.PlainCount.insists;
import static pmradar.trend.PlainCount.technical;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import pmradar.StandingClock;
import pmradar.classify.CurrentTaxonomy;
import pmradar.classify.Label;
import pmradar.classify.Taxonomy;
import pmradar.classify.Verdict;
import pmradar.posting.Correction;
import pmradar.posting.Corrections;
import pmradar.posting.FeedSpans;
import pmradar.posting.Outlines;
import pmradar.posting.Posting;
import pmradar.posting.PostingSlice;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.PostingSelection;
import pmradar.search.lucene.IndexInFolder;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;
import pmradar.trend.Question.Grain;

/// What is counted is what is in the store, on every database.
@SpringBootTest(classes = TrendsContract.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class TrendsContract {

    @Import({PostingSlice.class, Counting.class, LedgerTable.class, MarketTrends.class})
    static class Slice {
        @Bean
        StandingClock clock() {
            return new StandingClock(ScriptedMarket.START);
        }

        @Bean
        CurrentTaxonomy taxonomy() {
            return Taxonomy::builtIn;
        }

        @Bean(destroyMethod = "close")
        IndexInFolder index() throws IOException {
            return IndexInFolder.open(Files.createTempDirectory("trend-index"));
        }

        @Bean
        PostingSelection selection(IndexInFolder index) {
            return index.selection();
        }
    }

    /// Criteria, and what they mean.
    private record Wanted(Criteria criteria, Predicate<Posting> holds) {}

    @Autowired
    Postings postings;

    @Autowired
    Outlines outlines;

    @Autowired
    Corrections corrections;

    @Autowired
    StandingClock clock;

    @Autowired
    IndexInFolder index;

    @Autowired
    Trends trends;

    @Autowired
    LedgerTable table;

    @Autowired
    FeedSpans spans;

    @Autowired
    PostingSelection selection;

    @Autowired
    JdbcClient jdbc;

    private boolean filled;

    @BeforeEach
    void fill() {
        if (!filled) clock.set(new ScriptedMarket(11, 260).readInto(postings));
        filled = true;
        index();
        trends.count();
    }

    private void index() {
        index.index().put(all());
        index.index().refresh();
    }

    private List<Posting> all() {
        return postings.changedAfter(0, 10_000);
    }

    private static LocalDate day(int day) {
        return PlainCount.day(ScriptedMarket.at(day));
    }

    private static Wanted of(Facet facet, String value, Predicate<Posting> holds) {
        return new Wanted(
                new Criteria("", List.of(new Criteria.Condition(facet, value, false)), Criteria.Sort.NEWEST), holds);
    }

    private static List<Wanted> searches() {
        return List.of(
                new Wanted(Criteria.ALL, _ -> true),
                of(Facet.LABEL, "technical", technical()),
                of(Facet.COUNTRY, "AT", in("AT")),
                of(Facet.FEED, "north", from("north")),
                of(Facet.FEED, "south", from("south")),
                new Wanted(
                        new Criteria("python", List.of(), Criteria.Sort.NEWEST),
                        posting -> posting.text().contains("Python")),
                new Wanted(
                        new Criteria("-requires:sql country:de", List.of(), Criteria.Sort.NEWEST),
                        insists("SQL").negate().and(in("DE"))));
    }

    private static Question question(LocalDate from, LocalDate to, Grain grain, Criteria criteria) {
        return new Question(from, to, grain, criteria, null, false, false);
    }

    private static Figure figure(TrendReport report, String id) {
        return report.figures().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Measure measure(Row row, int column) {
        return Objects.requireNonNull(row.values().get(column));
    }

    private static Row row(TrendReport report, String figure, String key) {
        return figure(report, figure).rows().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatIsInTheStoreForAnyPeriodAndSearch() {
        var plain = new PlainCount(all());
        var random = new SplittableRandom(5);
        for (int turn = 0; turn < 40; turn++) {
            var wanted = searches().get(turn % searches().size());
            int from = random.nextInt(-40, ScriptedMarket.DAYS);
            int to = Math.min(ScriptedMarket.DAYS, from + random.nextInt(1, 120));
            var grain = Grain.values()[random.nextInt(3)];
            var report = trends.report(question(day(from), day(to), grain, wanted.criteria()));
            compareDays(plain, wanted.holds(), report, day(to));
            compareShares(plain, wanted.holds(), report, day(from), day(to));
        }
    }

    private static void compareDays(PlainCount plain, Predicate<Posting> wanted, TrendReport report, LocalDate to) {
        var rows = figure(report, "open-postings").rows();
        for (int i = 0; i < rows.size(); i++) {
            var first = Objects.requireNonNull(rows.get(i).from());
            var last = i + 1 < rows.size()
                    ? Objects.requireNonNull(rows.get(i + 1).from()).minusDays(1)
                    : to;
            var opened = plain.opened(wanted, first, last);
            assertThat(measure(rows.get(i), 0).count())
                    .isEqualTo(plain.open(wanted, last).size());
            assertThat(measure(rows.get(i), 1).count()).isEqualTo(opened.size());
            assertThat(measure(rows.get(i), 2).count())
                    .isEqualTo(plain.closed(wanted, first, last).size());
            var share = figure(report, "technical-share").rows().get(i);
            if (opened.isEmpty() || share.values().isEmpty()) continue;
            assertThat(measure(share, 0).count())
                    .isEqualTo(opened.stream().filter(technical()).count());
        }
    }

    private static void compareShares(
            PlainCount plain, Predicate<Posting> wanted, TrendReport report, LocalDate from, LocalDate to) {
        var opened = plain.opened(wanted, from, to);
        for (var row : figure(report, "requirements").rows()) {
            if (opened.isEmpty()) continue;
            long asking = opened.stream().filter(asks(row.key())).count();
            assertThat(measure(row, 0).count()).isEqualTo(asking);
            assertThat(measure(row, 0).value()).isEqualTo((double) asking / opened.size());
        }
        for (var row : figure(report, "must-or-preferred").rows()) {
            if (row.values().getFirst() == null) continue;
            assertThat(measure(row, 0).count())
                    .isEqualTo(opened.stream().filter(insists(row.key())).count());
        }
        for (var row : figure(report, "labels-by-country").rows()) {
            if (row.values().getFirst() == null) continue;
            assertThat(measure(row, 0).count())
                    .isEqualTo(opened.stream()
                            .filter(in(row.key()).and(technical()))
                            .count());
        }
        for (var row : figure(report, "employers").rows())
            assertThat(measure(row, 0).count() + measure(row, 1).count())
                    .isEqualTo(opened.stream()
                            .filter(one -> row.key().equals(one.company()))
                            .count());
    }

    @Test
    void givesTheMiddleOfStatedPayInTheMostUsedCurrency() {
        var plain = new PlainCount(all());
        var report = trends.report(question(day(0), day(ScriptedMarket.DAYS), Grain.MONTH, Criteria.ALL));
        assertThat(figure(report, "pay-by-label").currency()).isEqualTo("EUR");
        var pay = plain.opened(technical(), day(0), day(ScriptedMarket.DAYS)).stream()
                .map(Posting::pay)
                .filter(one -> one != null && one.stated() && one.currency().equals("EUR"))
                .map(one -> Objects.requireNonNull(one.min())
                                .add(one.max() == null ? one.min() : one.max())
                                .intValue()
                        / 2)
                .toList();
        assertThat(measure(row(report, "pay-by-label", "technical"), 1).value()).isEqualTo(PlainCount.median(pay));
        assertThat(measure(row(report, "pay-by-label", "technical"), 1).count()).isEqualTo(pay.size());
    }

    @Test
    void namesThePostingsBehindEachValue() {
        var against =
                new Criteria("", List.of(new Criteria.Condition(Facet.FEED, "north", false)), Criteria.Sort.NEWEST);
        for (boolean sameFeeds : new boolean[] {false, true}) {
            var question = new Question(day(40), day(130), Grain.MONTH, Criteria.ALL, against, sameFeeds, true);
            int values = 0;
            for (var figure : trends.report(question).figures())
                for (var row : figure.rows())
                    for (int column = 0; column < row.values().size(); column++) {
                        var measure = row.values().get(column);
                        if (measure == null) continue;
                        var behind = trends.behind(question, figure.id(), row.key(), column, 1000);
                        assertThat(behind.total())
                                .as("%s, %s, %d", figure.id(), row.key(), column)
                                .isEqualTo(measure.count());
                        assertThat(behind.postings())
                                .hasSize((int) measure.count())
                                .doesNotHaveDuplicates();
                        values++;
                    }
            assertThat(values).isGreaterThan(300);
        }
    }

    @Test
    void refusesWhatItsReportHasNot() {
        var question = question(day(0), day(50), Grain.WEEK, Criteria.ALL);
        assertThatThrownBy(() -> trends.behind(question, "moods", "all", 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("moods");
        assertThatThrownBy(() -> trends.behind(question, "remote", "sideways", 0, 10))
                .hasMessageContaining("sideways");
        assertThatThrownBy(() -> trends.behind(question, "remote", "remote", 9, 10))
                .hasMessageContaining("9");
    }

    @Test
    void countsTheSameAgain() {
        var question = question(day(0), day(149), Grain.DAY, Criteria.ALL);
        var before = trends.report(question);
        table.clear();
        trends.count();
        assertThat(trends.report(question)).isEqualTo(before);
    }

    @Test
    void readsWhatAnotherNodeCounted() {
        var question = question(day(0), day(149), Grain.WEEK, Criteria.ALL);
        var other =
                new MarketTrends(new Counting(postings, outlines, spans, Taxonomy::builtIn, table, clock), selection);
        assertThat(other.report(question)).isEqualTo(trends.report(question));
    }

    @Test
    void countsByTheFeedsThatWereReadAllTheTime() {
        var plain = new PlainCount(all());
        var question = new Question(day(10), day(140), Grain.MONTH, Criteria.ALL, null, true, false);
        var report = trends.report(question);
        assertThat(measure(row(report, "labels", "technical"), 0).count())
                .isEqualTo(plain.opened(technical().and(PlainCount.everSeenIn("north")), day(10), day(140))
                        .size());
        assertThat(figure(report, "open-postings").breaks()).isNotEmpty();
    }

    @Test
    void saysWhereASeriesBreaks() {
        var report = trends.report(question(day(10), day(140), Grain.WEEK, Criteria.ALL));
        var breaks = figure(report, "open-postings").breaks();
        assertThat(breaks).hasSize(2);
        assertThat(breaks.getFirst().day()).isEqualTo(day(ScriptedMarket.WEST_COMES));
        assertThat(breaks.getFirst().why()).startsWith("west began");
        assertThat(breaks.getLast().day()).isEqualTo(day(ScriptedMarket.SOUTH_DIES - 1));
        assertThat(breaks.getLast().why()).startsWith("south showed nothing");
        assertThat(figure(report, "labels").breaks()).isEmpty();
    }

    @Test
    void keepsOnWhichDaysFeedsChanged() {
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var change = new FeedChange("north", 20_500, 40, 3, 20);
        long version = table.note().version();
        var known = table.since(Ledger.empty());
        assertThat(known.changes()).isEmpty();
        table.save(
                version,
                new Ledger(known.names(), known.slices(), known.feeds(), List.of(change), version, now),
                List.of());
        assertThat(table.since(Ledger.empty()).changes()).containsExactly(change);
        table.clear();
        trends.count();
        assertThat(table.since(Ledger.empty()).changes()).isEmpty();
    }

    @Test
    void seesWhatCameToFeedsAndWent() {
        var expected = new TreeMap<String, Long>();
        for (var posting : all())
            for (var sighting : posting.sightings()) {
                expected.merge(sighting.feedId() + " " + PlainCount.day(sighting.firstSeen()) + " came", 1L, Long::sum);
                if (sighting.until() != null)
                    expected.merge(sighting.feedId() + " " + PlainCount.day(sighting.until()) + " went", 1L, Long::sum);
            }
        var found = new TreeMap<String, Long>();
        for (var one : spans.turnovers()) {
            var day = one.feedId() + " " + LocalDate.ofEpochDay(one.day());
            if (one.came() > 0) found.put(day + " came", one.came());
            if (one.went() > 0) found.put(day + " went", one.went());
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    @Test
    void saysWhatItLeftOut() {
        var all = all();
        var from = day(-100);
        var report = trends.report(question(from, day(ScriptedMarket.DAYS), Grain.MONTH, Criteria.ALL));
        var coverage = report.coverage();
        assertThat(coverage.postings())
                .isEqualTo(new PlainCount(all).all(_ -> true).count());
        assertThat(coverage.leftOut())
                .extracting(TrendReport.Coverage.LeftOut::why)
                .contains(Facts.State.SAMPLE.words(), Facts.State.INSUFFICIENT.words());
        assertThat(coverage.postings()
                        + coverage.leftOut().stream()
                                .mapToLong(one -> one.postings())
                                .sum())
                .isEqualTo(all.size());
        assertThat(coverage.feeds())
                .extracting(TrendReport.Coverage.FeedSpan::feed)
                .containsExactly("north", "south", "west");
    }

    @Test
    void countsThePastByTheRulesOfToday() {
        var question = question(day(0), day(149), Grain.MONTH, Criteria.ALL);
        var before =
                measure(row(trends.report(question), "labels", "technical"), 0).count();
        var one = new PlainCount(all()).opened(technical(), day(20), day(60)).getFirst();
        var judged = one.classification();
        postings.rejudge(
                one.id(), new Verdict.Tagged(judged.withEvidence(List.of()).withLabel(Label.GENERAL)), clock.instant());
        trends.count();
        assertThat(measure(row(trends.report(question), "labels", "technical"), 0)
                        .count())
                .isEqualTo(before - 1);

        postings.rejudge(one.id(), new Verdict.OffTopic("a cook", 0.9, "en", "rules-2"), clock.instant());
        trends.count();
        var total = figure(trends.report(question), "labels").counted();
        assertThat(total)
                .isEqualTo(new PlainCount(all())
                        .opened(_ -> true, day(0), day(149))
                        .size());

        postings.rejudge(one.id(), new Verdict.Tagged(judged), clock.instant());
        trends.count();
        assertThat(measure(row(trends.report(question), "labels", "technical"), 0)
                        .count())
                .isEqualTo(before);
    }

    @Test
    void leavesOutWhatAPersonCorrectedAndSaysSo() {
        var question = question(day(0), day(149), Grain.MONTH, Criteria.ALL);
        var before = trends.report(question);
        var opened = new PlainCount(all()).opened(technical(), day(20), day(60));
        var label = corrections.correct(
                opened.getFirst().id(), new Correction.LabelIs(Label.GENERAL), "it is not", "me", clock.instant());
        var gate = corrections.correct(
                opened.getLast().id(), new Correction.Gate(true), "it is one", "me", clock.instant());
        trends.count();
        var report = trends.report(question);
        assertThat(technicalOnes(report)).isEqualTo(technicalOnes(before) - 2);
        assertThat(figure(report, "labels").counted())
                .isEqualTo(figure(before, "labels").counted() - 2);
        assertThat(report.coverage().leftOut())
                .contains(new TrendReport.Coverage.LeftOut(Facts.State.CORRECTED.words(), 2));
        corrections.undo(label.id(), clock.instant());
        corrections.undo(gate.id(), clock.instant());
        trends.count();
        assertThat(technicalOnes(trends.report(question))).isEqualTo(technicalOnes(before));
    }

    private static long technicalOnes(TrendReport report) {
        return measure(row(report, "labels", "technical"), 0).count();
    }
}
