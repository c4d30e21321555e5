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

    /// What is not as chance would have it.
    ///
    /// @param asked by how much "Planted" is asked for more in the second half @param raise what all pay more then
    /// @param technical what technical postings pay more @param worth what those pay more that ask for "Planted"
    private record Planted(double asked, int raise, int technical, int worth) {

        static final Planted NOTHING = new Planted(0, 0, 0, 0);

        static Planted asked(double asked) {
            return new Planted(asked, 0, 0, 0);
        }
    }

    /// Half a year in which each posting asks for things as likely as any other day, and pays as much. The first half
    /// is the period before.
    ///
    /// @param alike how many postings of an employer are the same, word for word
    private static InventedLedger history(SplittableRandom random, int postings, int alike, Planted planted) {
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
        int pay = 0;
        for (int number = 0; number < postings; number++) {
            int day = planned.get(number);
            if (number % alike == 0) {
                marks = marks(ledger, random, likely, number / alike, day, planted);
                pay = pay(ledger, random, marks, day, planted);
            }
            ledger.add(day, null, pay, marks);
        }
        return ledger;
    }

    /// Every other one says what it pays.
    private static int pay(
            InventedLedger ledger, SplittableRandom random, List<Integer> marks, int day, Planted planted) {
        if (random.nextBoolean()) return 0;
        boolean technical = marks.contains(ledger.mark(Kind.LABEL, "technical"));
        boolean asked = marks.contains(ledger.mark(Kind.MUST, "Planted"));
        marks.add(ledger.mark(Kind.PAID_IN, "EUR"));
        return 1000 * random.nextInt(50, 90)
                + (day < DAYS / 2 ? 0 : planted.raise())
                + (technical ? planted.technical() : 0)
                + (asked ? planted.worth() : 0);
    }

    private static List<Integer> marks(
            InventedLedger ledger, SplittableRandom random, double[] likely, int employer, int day, Planted planted) {
        var marks = new ArrayList<Integer>();
        marks.add(ledger.mark(Kind.FEED, "feed"));
        marks.add(ledger.mark(Kind.LABEL, random.nextInt(3) == 0 ? "technical" : "general"));
        marks.add(ledger.mark(Kind.DOMAIN, random.nextBoolean() ? "software" : "security"));
        marks.add(ledger.mark(Kind.COMPANY, "Employer " + employer));
        marks.add(ledger.mark(
                Kind.REMOTE, List.of("remote", "hybrid", "on-site", "unknown").get(random.nextInt(4))));
        marks.add(
                ledger.mark(Kind.COUNTRY, List.of("AT", "DE", "CH", "US", "GB").get(random.nextInt(5))));
        for (int skill = 0; skill < SKILLS; skill++)
            if (random.nextDouble() < likely[skill]) marks.add(ledger.mark(Kind.MUST, "skill " + skill));
        if (random.nextDouble() < (day < DAYS / 2 ? 0.10 : 0.10 + planted.asked()))
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
                .filter(_ -> !findings(history(random, random.nextInt(200, 2500), 1, Planted.NOTHING))
                        .isEmpty())
                .count();
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void isNotDeceivedByEmployersWhoAdvertiseAlikePostings() {
        var random = new SplittableRandom(2);
        long alarms = IntStream.range(0, 200)
                .filter(_ -> !findings(history(random, random.nextInt(400, 2500), 12, Planted.NOTHING))
                        .isEmpty())
                .count();
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void findsWhatWasPlanted() {
        var random = new SplittableRandom(3);
        int found = 0;
        for (int turn = 0; turn < 50; turn++) {
            var findings = findings(history(random, 3000, 1, Planted.asked(0.10)));
            if (findings.stream().anyMatch(one -> one.row().equals("requirement:Planted"))) found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void saysWhatRoseWithItsInterval() {
        var finding = findings(history(new SplittableRandom(4), 4000, 1, Planted.asked(0.15)))
                .getFirst();
        assertThat(finding.figure()).isEqualTo("changes");
        assertThat(finding.row()).isEqualTo("requirement:Planted");
        assertThat(finding.sentence())
                .matches(
                        "Planted as a requirement rose from \\d+\\.\\d% to \\d+\\.\\d% of new postings against the period"
                                + " before \\(95% interval: \\d+\\.\\d to \\d+\\.\\d points more\\)\\.");
    }

    @Test
    void saysWhatFell() {
        var findings = findings(history(new SplittableRandom(5), 4000, 1, Planted.asked(-0.08)));
        assertThat(findings.getFirst().sentence())
                .contains("Planted as a requirement fell from")
                .endsWith("points less).");
    }

    /// Of fifty histories, how many of which it is said that this row of this figure is otherwise.
    private static long said(long seed, Planted planted, String figure, String row) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, 50)
                .filter(_ -> findings(history(random, 3000, 1, planted)).stream()
                        .anyMatch(
                                one -> one.figure().equals(figure) && one.row().equals(row)))
                .count();
    }

    @Test
    void findsARiseInPay() {
        assertThat(said(7, new Planted(0, 8000, 0, 0), "pay-changes", "all")).isGreaterThanOrEqualTo(48);
    }

    @Test
    void findsThatTechnicalPostingsPayMore() {
        assertThat(said(8, new Planted(0, 0, 10_000, 0), "pay-by-label", "technical"))
                .isGreaterThanOrEqualTo(48);
    }

    @Test
    void findsWhatARequirementIsWorth() {
        assertThat(said(9, new Planted(0.2, 0, 0, 10_000), "pay-premium", "Planted"))
                .isGreaterThanOrEqualTo(48);
    }

    private static String sentence(Planted planted, String figure, String row) {
        return findings(history(new SplittableRandom(10), 4000, 1, planted)).stream()
                .filter(one -> one.figure().equals(figure) && one.row().equals(row))
                .findFirst()
                .orElseThrow()
                .sentence();
    }

    @Test
    void saysOfPayWhatRoseAndWhatFellWithItsInterval() {
        assertThat(sentence(new Planted(0, 8000, 0, 0), "pay-changes", "all"))
                .matches(
                        "The median pay of all new postings rose from EUR \\d\\d,\\d+ to EUR \\d\\d,\\d+ a year against"
                                + " the period before \\(95% interval: EUR \\d,\\d+ to \\d+,\\d+ more\\)\\.");
        assertThat(sentence(new Planted(0, -8000, 0, 0), "pay-changes", "all"))
                .contains("all new postings fell from")
                .endsWith(" less).");
    }

    @Test
    void saysWhatTechnicalPostingsAndRequirementsAreWorth() {
        assertThat(sentence(new Planted(0, 0, 8000, 0), "pay-by-label", "technical"))
                .matches(
                        "Technical postings pay more than general ones of the same country: the median is EUR \\d+,\\d+ a"
                                + " year higher \\(95% interval: EUR \\d+,\\d+ to \\d+,\\d+\\)\\.");
        assertThat(sentence(new Planted(0.2, 0, 0, -12_000), "pay-premium", "Planted"))
                .startsWith(
                        "Postings that ask for Planted pay less than others of the same label and country: the median"
                                + " is EUR ")
                .endsWith("; what goes with it, such as seniority, is in this.");
    }

    /// Three employers with a thousand postings do not make a market.
    @Test
    void saysNothingOfPayThatFewEmployersPay() {
        var random = new SplittableRandom(11);
        var ledger = new InventedLedger();
        for (int number = 0; number < 3000; number++) {
            int day = random.nextInt(DAYS);
            var marks = List.of(
                    ledger.mark(Kind.FEED, "feed"),
                    ledger.mark(Kind.LABEL, "general"),
                    ledger.mark(Kind.COMPANY, "Employer " + number % 3),
                    ledger.mark(Kind.PAID_IN, "EUR"));
            ledger.add(day, null, (day < DAYS / 2 ? 50_000 : 70_000) + random.nextInt(10_000), marks);
        }
        assertThat(findings(ledger)).isEmpty();
    }

    @Test
    void comparesOnlyFeedsThatWereReadInBothPeriods() {
        var ledger = history(new SplittableRandom(6), 4000, 1, Planted.asked(0.15));
        var late = new Ledger(
                ledger.names,
                ledger.ledger(DAYS).slices(),
                List.of(new pmradar.posting.FeedSpans.FeedSpan(
                        "feed",
                        InventedLedger.FIRST.plusDays(20).atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                        ledger.ledger(DAYS).counted())),
                List.of(),
                1,
                ledger.ledger(DAYS).counted());
        var scope = Scope.of(InventedLedger.question(DAYS / 2, DAYS - 1), late, null, null);
        assertThat(new Answer(scope).report().findings()).isEmpty();
    }

    /// A feed that was widened brings other postings, which is not the market.
    @Test
    void comparesOnlyFeedsThatStayedWhatTheyWere() {
        var ledger = history(new SplittableRandom(6), 4000, 1, Planted.asked(0.15));
        assertThat(findings(ledger)).isNotEmpty();
        ledger.changed(DAYS / 2 + 3, 400, 2, 90);
        assertThat(findings(ledger)).isEmpty();
    }
}
