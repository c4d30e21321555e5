package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Statistics against published values and against simulation.
class ChanceTest {

    /// Newcombe (1998), table I: 81 of 263, 15 of 148 and 0 of 20.
    @Test
    void givesWilsonsIntervals() {
        assertThat(Chance.wilson(81, 263).low()).isCloseTo(0.2553, within(0.0001));
        assertThat(Chance.wilson(81, 263).high()).isCloseTo(0.3662, within(0.0001));
        assertThat(Chance.wilson(15, 148).low()).isCloseTo(0.0624, within(0.0001));
        assertThat(Chance.wilson(15, 148).high()).isCloseTo(0.1605, within(0.0001));
        assertThat(Chance.wilson(0, 20).low()).isZero();
        assertThat(Chance.wilson(0, 20).high()).isCloseTo(0.1611, within(0.0001));
    }

    /// Newcombe (1998), table II: 56 of 70 against 48 of 80.
    @Test
    void givesNewcombesIntervalOfADifference() {
        var interval = Chance.difference(48, 80, 56, 70);
        assertThat(interval.low()).isCloseTo(0.0524, within(0.0001));
        assertThat(interval.high()).isCloseTo(0.3339, within(0.0001));
    }

    @Test
    void givesTheTailsOfTheNormalDistribution() {
        assertThat(Chance.ofDeviate(0)).isCloseTo(1, within(1e-12));
        assertThat(Chance.ofDeviate(Chance.Z95)).isCloseTo(0.05, within(1e-12));
        assertThat(Chance.ofDeviate(-3.2905267314919255)).isCloseTo(0.001, within(1e-12));
        assertThat(Chance.ofDeviate(4.891638475699412)).isCloseTo(1e-6, within(1e-14));
        assertThat(Chance.ofDeviate(2 * Math.sqrt(2) - 1e-9))
                .isCloseTo(Chance.ofDeviate(2 * Math.sqrt(2) + 1e-9), within(1e-9));
    }

    /// A lady tasting tea: three of four cups right; doubled.
    @Test
    void comparesFewCountsExactly() {
        assertThat(Chance.ofDifference(1, 4, 3, 4)).isCloseTo(2 * 17.0 / 70, within(1e-9));
        assertThat(Chance.ofDifference(0, 10, 0, 10)).isEqualTo(1);
        assertThat(Chance.ofDifference(5, 5, 0, 0)).isEqualTo(1);
    }

    @Test
    void comparesManyCountsAsItDoesFew() {
        assertThat(Chance.ofDifference(170, 1000, 229, 1000))
                .isCloseTo(Chance.ofDifference(171, 1000, 231, 1000), within(0.0006));
    }

    @Test
    void correctsForAllThatWasLookedAt() {
        assertThat(Chance.holm(new double[] {0.01, 0.04, 0.03, 0.005})).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Chance.holm(new double[0])).isEmpty();
    }

    @Test
    void knowsTheLogarithmsOfFactorials() {
        assertThat(Chance.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-10));
        assertThat(Chance.logGamma(1)).isCloseTo(0, within(1e-10));
        assertThat(Chance.logGamma(171)).isCloseTo(706.5730622457873, within(1e-9));
    }

    @Test
    void givesTheIntervalOfAMedianThatResamplingGives() {
        var random = new SplittableRandom(7);
        for (int n : new int[] {15, 60, 199, 201, 1000}) {
            var numbers = random.ints(n, 40_000, 120_000).sorted().toArray();
            var medians = new int[4000];
            for (int draw = 0; draw < medians.length; draw++) {
                var drawn = random.ints(n, 0, n).map(i -> numbers[i]).sorted().toArray();
                medians[draw] = drawn[(n + 1) / 2 - 1];
            }
            Arrays.sort(medians);
            var quantile = Quantile.of(numbers, 0.5);
            int gap = Math.max(2, n / 60);
            assertThat(rank(numbers, quantile.low())).isCloseTo(rank(numbers, medians[100]), within(gap));
            assertThat(rank(numbers, quantile.high())).isCloseTo(rank(numbers, medians[3899]), within(gap));
        }
    }

    private static int rank(int[] numbers, double value) {
        return Arrays.binarySearch(numbers, (int) value);
    }

    @Test
    void sortsManyNumbersAsFew() {
        var numbers = new SplittableRandom(8).ints(50_000, 0, Integer.MAX_VALUE).toArray();
        var list = new IntList();
        for (int number : numbers) list.add(number);
        Arrays.sort(numbers);
        assertThat(list.sorted()).isEqualTo(numbers);
    }

    @Test
    void givesQuantilesBetweenNumbers() {
        assertThat(Quantile.of(new int[] {10, 20, 30, 40}, 0.5).value()).isEqualTo(25);
        assertThat(Quantile.of(new int[] {10}, 0.25)).isEqualTo(new Quantile(10, 10, 10));
    }

    /// Freireich et al. (1963): weeks of remission under 6-MP, those still in remission with a plus: 6, 6, 6, 6+, 7,
    /// 9+,
    /// 10, 10+, 11+, 13, 16, 17+, 19+, 20+, 22, 23, 25+, 32+, 32+, 34+, 35+. Median 23.
    @Test
    void countsWhatStillGoesOn() {
        int[] ended = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        int[] still = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
        var spans = new Survival.Spans();
        for (int weeks : ended) spans.add(weeks, true);
        for (int weeks : still) spans.add(weeks, false);
        var survival = new Survival(spans);
        assertThat(survival.ended(0.5)).isEqualTo(23);
        assertThat(survival.ended(0.25)).isEqualTo(13);
        assertThat(survival.endedLow(0.5)).isEqualTo(13);
        assertThat(survival.endedHigh(0.5)).isNull();
        assertThat(survival.ended(0.75)).isNull();
    }

    @Test
    void findsWhatARequirementIsWorthAmongItsLike() {
        var random = new SplittableRandom(9);
        int right = 0;
        for (int turn = 0; turn < 200; turn++) {
            var difference =
                    worth(paid(random, 600)).comparison().medians(false).difference();
            assertThat(difference.value()).isBetween(5_500.0, 10_500.0);
            if (difference.low() <= 8_000 && difference.high() >= 8_000) right++;
        }
        assertThat(right).isBetween(180, 200);
    }

    private static Premium.Found worth(Payroll payroll) {
        return Objects.requireNonNull(new Premium(payroll.sorted()).of(0));
    }

    /// Where pay is high the requirement is frequent: the plain difference is far more than the true 8,000.
    private static Payroll paid(SplittableRandom random, int postings) {
        var paid = new Payroll();
        for (int i = 0; i < postings; i++) {
            int country = i % 2;
            boolean asks = random.nextInt(10) < (country == 0 ? 2 : 8);
            int pay = 50_000 + 20_000 * country + (asks ? 8_000 : 0) + random.nextInt(-5_000, 5_001);
            paid.add(pay, country, i, 0, asks ? 1 : 0, Payroll.COUNTED);
        }
        return paid;
    }

    @Test
    void comparesNoPayOfPostingsWithoutACountryAndDrawsAlwaysTheSame() {
        var paid = paid(new SplittableRandom(10), 2000);
        var before = worth(paid).comparison().medians(false);
        for (int i = 0; i < 50; i++) paid.add(900_000, Payroll.NOWHERE, 5000 + i, 0, 1, Payroll.COUNTED);
        var found = worth(paid);
        assertThat(found.comparison().medians(false)).isEqualTo(before);
        assertThat(found.asking()).isEqualTo(found.comparison().with() + 50);
        assertThat(new Premium(paid.sorted()).of(1)).isNull();
    }

    /// One employer's hundred alike postings are no hundred voices.
    @Test
    void asksEmployersAndNotPostingsWhetherPayDiffers() {
        var random = new SplittableRandom(11);
        int byPostings = 0;
        int byEmployers = 0;
        int covered = 0;
        for (int turn = 0; turn < 300; turn++) {
            var paid = new Payroll();
            for (int employer = 0; employer < 60; employer++) {
                int pay = random.nextInt(50_000, 90_000);
                for (int i = 0; i < 15; i++) paid.add(pay, 1, employer, 0, employer % 2, Payroll.COUNTED);
            }
            var comparison = worth(paid).comparison();
            if (comparison.chance() < 0.05) byPostings++;
            if (comparison.chanceByEmployers() < 0.05) byEmployers++;
            var difference = comparison.medians(true).difference();
            if (difference.low() <= 0 && difference.high() >= 0) covered++;
        }
        assertThat(byPostings).isGreaterThan(100);
        assertThat(byEmployers).isLessThanOrEqualTo(24);
        assertThat(covered).isGreaterThanOrEqualTo(276);
    }

    @Test
    void sortsPayWithWhatBelongsToIt() {
        var random = new SplittableRandom(12);
        var paid = new Payroll();
        for (int i = 0; i < 5000; i++) paid.add(random.nextInt(1_000_000_001), i, i, i % 32, 1L << i % 64, i % 16);
        var sorted = paid.sorted();
        for (int row = 0; row < sorted.size(); row++) {
            int before = sorted.country(row);
            if (row > 0) assertThat(sorted.pay(row)).isGreaterThanOrEqualTo(sorted.pay(row - 1));
            assertThat(sorted.pay(row)).isEqualTo(paid.pay(before));
            assertThat(sorted.employer(row)).isEqualTo(before);
            assertThat(sorted.asksFor(row, before % 64)).isTrue();
            assertThat(sorted.has(row, Payroll.STEADY)).isEqualTo(before % 16 >= 8);
        }
    }
}
