package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Whether some postings pay otherwise than others that are alike, in one or several strata: how many of each pay more
/// than the middle of both together. Source of the test: A. M. Mood, Introduction to the Theory of Statistics (1950),
/// §16.5; with employers as what varies, see [Employers].
final class PayComparison {

    private static final long SEED = 20_260_107;
    private static final int DRAWS = 400;

    /// Of a stratum, fewer on either side say nothing.
    private static final int FEWEST = 5;

    /// Fewer employers on either side say nothing of a market.
    private static final int FEWEST_EMPLOYERS = 10;

    record Estimate(double value, double low, double high) {}

    /// Of those in question, of the others, and by how much the first pay more: medians, averaged over the strata by
    /// how many are in question. 95% intervals by the bootstrap, with a fixed seed.
    record Medians(Estimate with, Estimate without, Estimate difference) {}

    /// Whether a row is in question.
    interface In {
        boolean test(Payroll payroll, int row);
    }

    /// What is alike, by pay, and of each row whether it is in question.
    private record Stratum(Payroll payroll, boolean[] in, int with) {

        int size() {
            return payroll.size();
        }

        int without() {
            return size() - with;
        }

        int[] side(boolean wanted) {
            var side = new int[wanted ? with : without()];
            for (int row = 0, found = 0; row < in.length; row++) if (in[row] == wanted) side[found++] = row;
            return side;
        }

        double median() {
            int n = size();
            return (payroll.pay((n - 1) / 2) + (double) payroll.pay(n / 2)) / 2;
        }
    }

    private final List<Stratum> strata;
    private final int with;
    private final int without;

    private PayComparison(List<Stratum> strata) {
        this.strata = strata;
        with = strata.stream().mapToInt(Stratum::with).sum();
        without = strata.stream().mapToInt(Stratum::without).sum();
    }

    /// @param strata sorted
    /// @return null if nothing can be compared
    static @Nullable PayComparison of(List<Payroll> strata, In in) {
        var comparable = new ArrayList<Stratum>();
        for (var payroll : strata) {
            var which = new boolean[payroll.size()];
            int with = 0;
            for (int row = 0; row < which.length; row++) if (which[row] = in.test(payroll, row)) with++;
            if (Math.min(with, which.length - with) >= FEWEST) comparable.add(new Stratum(payroll, which, with));
        }
        return comparable.isEmpty() ? null : new PayComparison(comparable);
    }

    int with() {
        return with;
    }

    int without() {
        return without;
    }

    boolean small() {
        return with < Sheet.FEW || without < Sheet.FEW;
    }

    /// How much of a posting lies above an amount: one that pays just that, half.
    private static double above(int pay, double amount) {
        return pay > amount ? 1 : pay < amount ? 0 : 0.5;
    }

    /// How often those in question pay more than the middle, against the others, and what is expected.
    private final class Deviations {
        private final double middle;
        private final double weight;
        private final double expected;
        private final double difference;
        private final double variance;

        Deviations(Stratum stratum) {
            middle = stratum.median();
            weight = (double) stratum.with() / with;
            double sumWith = 0;
            double sum = 0;
            double squares = 0;
            int n = stratum.size();
            for (int row = 0; row < n; row++) {
                double above = above(stratum.payroll().pay(row), middle);
                squares += above * above;
                sum += above;
                if (stratum.in()[row]) sumWith += above;
            }
            expected = sum / n;
            difference = sumWith / stratum.with() - (sum - sumWith) / stratum.without();
            variance = (squares / n - expected * expected)
                    * n
                    / (n - 1)
                    * (1.0 / stratum.with() + 1.0 / stratum.without());
        }
    }

    /// How likely pay is at least so different although it is the same, each posting being one voice.
    double chance() {
        if (small()) return 1;
        double difference = 0;
        double variance = 0;
        for (var stratum : strata) {
            var of = new Deviations(stratum);
            difference += of.weight * of.difference;
            variance += of.weight * of.weight * of.variance;
        }
        return variance == 0 ? 1 : Chance.ofDeviate(difference / Math.sqrt(variance));
    }

    /// The same, each employer being one voice.
    double chanceByEmployers() {
        var voices = new HashMap<Integer, Voice>();
        double difference = 0;
        for (var stratum : strata) {
            var of = new Deviations(stratum);
            difference += of.weight * of.difference;
            for (int row = 0; row < stratum.size(); row++) {
                var voice = voices.computeIfAbsent(stratum.payroll().employer(row), _ -> new Voice());
                double deviation = of.weight * (above(stratum.payroll().pay(row), of.middle) - of.expected);
                if (stratum.in()[row]) voice.adds(deviation / stratum.with());
                else voice.takes(deviation / stratum.without());
            }
        }
        double squares = voices.values().stream()
                .mapToDouble(voice -> voice.sum * voice.sum)
                .sum();
        long naming = voices.values().stream().filter(voice -> voice.with).count();
        long others = voices.values().stream().filter(voice -> voice.without).count();
        if (Math.min(naming, others) < FEWEST_EMPLOYERS || squares == 0) return 1;
        double variance = squares * voices.size() / (voices.size() - 1);
        return Chance.ofDeviate(difference / Math.sqrt(variance));
    }

    /// What one employer adds to the difference.
    private static final class Voice {
        private double sum;
        private boolean with;
        private boolean without;

        private void adds(double some) {
            sum += some;
            with = true;
        }

        private void takes(double some) {
            sum -= some;
            without = true;
        }
    }

    /// @param byEmployers whether intervals are for employers drawn anew, which are wider; else for postings
    Medians medians(boolean byEmployers) {
        var random = new SplittableRandom(SEED);
        var drawn = new double[3][DRAWS];
        var value = new double[3];
        for (var stratum : strata) {
            double weight = (double) stratum.with() / with;
            var one = new Side(stratum.payroll(), stratum.side(true), byEmployers);
            var other = new Side(stratum.payroll(), stratum.side(false), byEmployers);
            add(value, weight, one.median, other.median);
            for (int draw = 0; draw < DRAWS; draw++) {
                double with = one.drawn(random);
                double without = other.drawn(random);
                drawn[0][draw] += weight * with;
                drawn[1][draw] += weight * without;
                drawn[2][draw] += weight * (with - without);
            }
        }
        return new Medians(estimate(value[0], drawn[0]), estimate(value[1], drawn[1]), estimate(value[2], drawn[2]));
    }

    private static void add(double[] value, double weight, double with, double without) {
        value[0] += weight * with;
        value[1] += weight * without;
        value[2] += weight * (with - without);
    }

    private static Estimate estimate(double value, double[] drawn) {
        Arrays.sort(drawn);
        return new Estimate(value, drawn[(int) (0.025 * (DRAWS - 1))], drawn[(int) Math.ceil(0.975 * (DRAWS - 1))]);
    }

    /// One side of a stratum, whose median is drawn again and again.
    private static final class Side {
        private final Payroll payroll;
        private final int[] rows;
        private final double median;

        /// By how much the ranks of medians vary more than if each posting were one voice; 0 where they are.
        private final double widened;

        Side(Payroll payroll, int[] rows, boolean byEmployers) {
            this.payroll = payroll;
            this.rows = rows;
            int n = rows.length;
            median = (payroll.pay(rows[(n - 1) / 2]) + (double) payroll.pay(rows[n / 2])) / 2;
            widened = byEmployers ? Math.max(1, Math.sqrt(variance() * 4 * rows.length)) : 0;
        }

        /// Of the share above the median, by employers. Source: R. S. Woodruff, Confidence intervals for medians and
        /// other position measures, J. Am. Stat. Assoc. 47 (1952).
        private double variance() {
            Map<Integer, Double> voices = new HashMap<>();
            for (int row : rows)
                voices.merge(payroll.employer(row), (above(payroll.pay(row), median) - 0.5) / rows.length, Double::sum);
            double squares =
                    voices.values().stream().mapToDouble(voice -> voice * voice).sum();
            return squares * voices.size() / Math.max(1, voices.size() - 1);
        }

        /// The median of a resample: its rank is drawn instead. Of an even number it is one of the two in the middle.
        double drawn(SplittableRandom random) {
            int n = rows.length;
            int rank = Quantile.drawnMedian(n, random.nextDouble());
            if (n % 2 == 0 && random.nextBoolean()) rank = n - 1 - rank;
            if (widened > 1) rank = Math.clamp(Math.round(n / 2.0 + widened * (rank - n / 2.0)), 0, n - 1);
            return payroll.pay(rows[rank]);
        }
    }
}
