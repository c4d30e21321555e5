package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pmradar.trend.TrendReport.Finding;

/// Nothing is said to rise or fall that does not.
class FindingsTest {

    private static final int DAYS = 180;
    private static final int SKILLS = 60;

    /// Half a year in which each posting asks for things as likely as any other day. The first half is the period
    /// before.
    ///
    /// @param alike how many postings of an employer are the same, word for word
    private static InventedLedger history(SplittableRandom random, int postings, int alike, double planted) {
        var ledger = new InventedLedger();
        var likely = IntStream.range(0, SKILLS)
                .mapToDouble(_ -> 0.5 * Math.pow(random.nextDouble(), 3))
                .toArray();
        var planned = new ArrayList<Integer>();
        for (int number = 0; number < postings; number++) {
            int day = number % alike == 0 ? random.nextInt(DAYS) : planned.getLast();
            planned.add(day);
        }
        List<Integer> marks = List.of();
        for (int number = 0; number < postings; number++) {
            int day = planned.get(number);
            if (number % alike == 0) marks = marks(ledger, random, likely, number / alike, day, planted);
            ledger.add(day, null, 0, marks);
        }
        return ledger;
    }

    private static List<Integer> marks(
            InventedLedger ledger, SplittableRandom random, double[] likely, int employer, int day, double planted) {
        var marks = new ArrayList<Integer>();
        marks.add(ledger.mark(Kind.FEED, "feed"));
        marks.add(ledger.mark(Kind.LABEL, random.nextInt(3) == 0 ? "technical" : "general"));
        marks.add(ledger.mark(Kind.COMPANY, "Employer " + employer));
        marks.add(ledger.mark(
                Kind.REMOTE, List.of("remote", "hybrid", "on-site", "unknown").get(random.nextInt(4))));
        marks.add(
                ledger.mark(Kind.COUNTRY, List.of("AT", "DE", "CH", "US", "GB").get(random.nextInt(5))));
        for (int skill = 0; skill < SKILLS; skill++)
            if (random.nextDouble() < likely[skill]) marks.add(ledger.mark(Kind.MUST, "skill " + skill));
        if (random.nextDouble() < (day < DAYS / 2 ? 0.10 : 0.10 + planted))
            marks.add(ledger.mark(Kind.MUST, "Planted"));
        return marks;
    }

    private static List<Finding> findings(InventedLedger ledger) {
        return ledger.report(DAYS / 2, DAYS - 1).findings();
    }

    @Test
    void saysNothingOfTwoHundredHistoriesInWhichNothingChanged() {
        var random = new SplittableRandom(1);
        long alarms = IntStream.range(0, 200)
                .filter(_ -> !findings(history(random, random.nextInt(200, 2500), 1, 0))
                        .isEmpty())
                .count();
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void isNotDeceivedByEmployersWhoAdvertiseAlikePostings() {
        var random = new SplittableRandom(2);
        long alarms = IntStream.range(0, 200)
                .filter(_ -> !findings(history(random, random.nextInt(400, 2500), 12, 0))
                        .isEmpty())
                .count();
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void findsWhatWasPlanted() {
        var random = new SplittableRandom(3);
        int found = 0;
        for (int turn = 0; turn < 50; turn++) {
            var findings = findings(history(random, 3000, 1, 0.10));
            if (findings.stream().anyMatch(one -> one.row().equals("requirement:Planted"))) found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void saysWhatRoseWithItsInterval() {
        var finding = findings(history(new SplittableRandom(4), 4000, 1, 0.15)).getFirst();
        assertThat(finding.figure()).isEqualTo("changes");
        assertThat(finding.row()).isEqualTo("requirement:Planted");
        assertThat(finding.sentence())
                .matches(
                        "Planted as a requirement rose from \\d+\\.\\d% to \\d+\\.\\d% of new postings against the period"
                                + " before \\(95% interval: \\d+\\.\\d to \\d+\\.\\d points more\\)\\.");
    }

    @Test
    void saysWhatFell() {
        var findings = findings(history(new SplittableRandom(5), 4000, 1, -0.08));
        assertThat(findings.getFirst().sentence())
                .contains("Planted as a requirement fell from")
                .endsWith("points less).");
    }

    @Test
    void comparesOnlyFeedsThatWereReadInBothPeriods() {
        var ledger = history(new SplittableRandom(6), 4000, 1, 0.15);
        var late = new Ledger(
                ledger.names,
                ledger.ledger(DAYS).slices(),
                List.of(new pmradar.posting.FeedSpans.FeedSpan(
                        "feed",
                        InventedLedger.FIRST.plusDays(20).atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                        ledger.ledger(DAYS).counted())),
                1,
                ledger.ledger(DAYS).counted());
        var scope = Scope.of(InventedLedger.question(DAYS / 2, DAYS - 1), late, null, null);
        assertThat(new Answer(scope).report().findings()).isEmpty();
    }
}
