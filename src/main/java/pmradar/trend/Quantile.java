package pmradar.trend;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A quantile of numbers with its 95% interval by the bootstrap, which for quantiles need not be drawn: the quantile of
/// a resample is one of the numbers, and how likely each of them is to be it is known.
/// Source: A. D. Hutson, M. D. Ernst, The exact bootstrap mean and variance of an L-estimator, J. R. Stat. Soc. B 62
/// (2000). Up to 200 numbers by the binomial distribution, above by its normal limit.
record Quantile(double value, double low, double high) {

    private static final int EXACT = 200;
    private static final double[] LOG_FACTORIALS = new double[EXACT + 1];

    static {
        for (int n = 1; n <= EXACT; n++) LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1] + Math.log(n);
    }

    /// How likely the median of a resample of so many has at most each rank; worked out when first needed.
    private static final Map<Integer, double[]> MEDIANS = new ConcurrentHashMap<>();

    /// @param sorted at least one number, lowest first, @param share which quantile, such as 0.5
    static Quantile of(int[] sorted, double share) {
        int n = sorted.length;
        double place = share * (n - 1);
        int below = (int) place;
        double value = sorted[below] + (place - below) * (sorted[Math.min(n - 1, below + 1)] - sorted[below]);
        return new Quantile(value, sorted[rank(n, share, 0.025)], sorted[rank(n, share, 0.975)]);
    }

    /// The lowest rank, from 0, that the resample's quantile does not exceed with this likelihood.
    private static int rank(int n, double share, double likely) {
        if (n > EXACT) return normal(n, share, likely < 0.5 ? -Chance.Z95 : Chance.Z95);
        int wanted = Math.max(1, (int) Math.ceil(share * n));
        int least = 0;
        for (int most = n - 1; least < most; ) {
            int rank = (least + most) / 2;
            if (atLeast(wanted, n, (rank + 1.0) / n) >= likely) most = rank;
            else least = rank + 1;
        }
        return least;
    }

    private static int normal(int n, double share, double deviate) {
        return Math.clamp(Math.round(share * n + deviate * Math.sqrt(n * share * (1 - share)) - 0.5), 0, n - 1);
    }

    /// How likely at least `wanted` of `n` draws fall into a part of this size.
    private static double atLeast(int wanted, int n, double part) {
        if (part >= 1) return 1;
        double inside = Math.log(part);
        double outside = Math.log1p(-part);
        double sum = 0;
        for (int some = wanted; some <= n; some++)
            sum += Math.exp(LOG_FACTORIALS[n]
                    - LOG_FACTORIALS[some]
                    - LOG_FACTORIALS[n - some]
                    + some * inside
                    + (n - some) * outside);
        return sum;
    }

    /// The rank, from 0, of the median of a resample: the one that this likelihood leads to. Of an even number it is
    /// the
    /// lower one of the two in the middle.
    static int drawnMedian(int n, double likely) {
        if (n > EXACT) return normal(n, 0.5, deviate(likely));
        var likelihoods = MEDIANS.computeIfAbsent(n, Quantile::medians);
        int found = Arrays.binarySearch(likelihoods, likely);
        return Math.min(n - 1, found < 0 ? -1 - found : found);
    }

    private static double[] medians(int n) {
        var likelihoods = new double[n];
        for (int rank = 0; rank < n; rank++) likelihoods[rank] = atLeast((n + 1) / 2, n, (rank + 1.0) / n);
        return likelihoods;
    }

    /// The standard normal deviate that lies above this likelihood. Source: M. Abramowitz, I. A. Stegun, Handbook of
    /// Mathematical Functions (1964), 26.2.23; exact to 0.0005.
    private static double deviate(double likely) {
        double tail = Math.max(1e-12, Math.min(likely, 1 - likely));
        double t = Math.sqrt(-2 * Math.log(tail));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double size = t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return likely < 0.5 ? -size : size;
    }
}
