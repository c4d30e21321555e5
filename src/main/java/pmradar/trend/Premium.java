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

    private record Stratum(int[] with, int[] without) {}

    private final List<List<Paid>> strata;

    Premium(List<Paid> all) {
        var strata = new TreeMap<Integer, List<Paid>>();
        for (var paid : all)
            strata.computeIfAbsent(paid.stratum(), _ -> new ArrayList<>()).add(paid);
        strata.values().forEach(stratum -> stratum.sort(Comparator.comparingInt(Paid::pay)));
        this.strata = List.copyOf(strata.values());
    }

    /// @return null if nothing can be compared
    @Nullable
    Found of(int item) {
        int asking = 0;
        var comparable = new ArrayList<Stratum>();
        for (var stratum : strata) {
            var split = split(stratum, item);
            asking += split.with().length;
            boolean alike = stratum.getFirst().stratum() != Paid.NOWHERE;
            if (alike && Math.min(split.with().length, split.without().length) >= FEWEST) comparable.add(split);
        }
        if (comparable.isEmpty()) return null;
        int with =
                comparable.stream().mapToInt(stratum -> stratum.with().length).sum();
        int without = comparable.stream()
                .mapToInt(stratum -> stratum.without().length)
                .sum();
        return estimated(asking, with, without, comparable);
    }

    private static Stratum split(List<Paid> stratum, int item) {
        var with = new IntList();
        var without = new IntList();
        for (var paid : stratum) ((paid.items() >>> item & 1) == 1 ? with : without).add(paid.pay());
        return new Stratum(with.sorted(), without.sorted());
    }

    private static Found estimated(int asking, int with, int without, List<Stratum> strata) {
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
