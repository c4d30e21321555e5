package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Paid;

/// Pay with and without something, among postings that are alike otherwise.
final class Premium {

    private static final long SEED = 20_260_107;
    private static final int DRAWS = 400;

    /// Of a stratum, fewer on either side say nothing.
    private static final int FEWEST = 5;

    record Estimate(double value, double low, double high) {}

    /// @param asking all postings with pay that ask for it
    /// @param with @param without those of them, and of the others, that could be compared
    record Found(int asking, int with, int without, Estimate payWith, Estimate payWithout, Estimate difference) {}

    private record Split(int[] with, int[] without) {}

    /// What is paid in one label and country, the lowest first, and who asks for what.
    private record Stratum(boolean alike, int[] pay, long[] items) {

        static Stratum of(List<Paid> paid) {
            paid.sort(Comparator.comparingInt(Paid::pay));
            return new Stratum(
                    paid.getFirst().stratum() != Paid.NOWHERE,
                    paid.stream().mapToInt(Paid::pay).toArray(),
                    paid.stream().mapToLong(Paid::items).toArray());
        }

        Split split(int item) {
            int with = 0;
            for (long some : items) with += (int) (some >>> item & 1);
            var split = new Split(new int[with], new int[pay.length - with]);
            for (int i = 0, one = 0, other = 0; i < pay.length; i++) {
                if ((items[i] >>> item & 1) == 1) split.with[one++] = pay[i];
                else split.without[other++] = pay[i];
            }
            return split;
        }
    }

    private final List<Stratum> strata;

    Premium(List<Paid> all) {
        var strata = new TreeMap<Integer, List<Paid>>();
        for (var paid : all)
            strata.computeIfAbsent(paid.stratum(), _ -> new ArrayList<>()).add(paid);
        this.strata = strata.values().stream().map(Stratum::of).toList();
    }

    /// @return null if nothing can be compared
    @Nullable
    Found of(int item) {
        int asking = 0;
        var comparable = new ArrayList<Split>();
        for (var stratum : strata) {
            var split = stratum.split(item);
            asking += split.with().length;
            if (stratum.alike() && Math.min(split.with().length, split.without().length) >= FEWEST)
                comparable.add(split);
        }
        if (comparable.isEmpty()) return null;
        int with =
                comparable.stream().mapToInt(stratum -> stratum.with().length).sum();
        int without = comparable.stream()
                .mapToInt(stratum -> stratum.without().length)
                .sum();
        return estimated(asking, with, without, comparable);
    }

    private static Found estimated(int asking, int with, int without, List<Split> strata) {
        var random = new SplittableRandom(SEED);
        double[][] drawn = new double[3][DRAWS];
        double[] value = new double[3];
        for (var stratum : strata) {
            double weight = (double) stratum.with().length / with;
            add(value, weight, median(stratum.with()), median(stratum.without()));
            for (int draw = 0; draw < DRAWS; draw++) {
                double one = resampled(stratum.with(), random);
                double other = resampled(stratum.without(), random);
                drawn[0][draw] += weight * one;
                drawn[1][draw] += weight * other;
                drawn[2][draw] += weight * (one - other);
            }
        }
        return new Found(
                asking,
                with,
                without,
                estimate(value[0], drawn[0]),
                estimate(value[1], drawn[1]),
                estimate(value[2], drawn[2]));
    }

    private static void add(double[] value, double weight, double with, double without) {
        value[0] += weight * with;
        value[1] += weight * without;
        value[2] += weight * (with - without);
    }

    private static double median(int[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2;
    }

    /// The median of as many numbers drawn with repetition: its rank is drawn instead. Of an even number it is one of
    /// the
    /// two in the middle.
    private static double resampled(int[] sorted, SplittableRandom random) {
        int rank = Quantile.drawnMedian(sorted.length, random.nextDouble());
        return sorted[sorted.length % 2 == 0 && random.nextBoolean() ? sorted.length - 1 - rank : rank];
    }

    private static Estimate estimate(double value, double[] drawn) {
        Arrays.sort(drawn);
        return new Estimate(value, drawn[(int) (0.025 * (DRAWS - 1))], drawn[(int) Math.ceil(0.975 * (DRAWS - 1))]);
    }
}
