package pmradar.trend;

/// A quantile of numbers with its 95% interval by the bootstrap, which for quantiles need not be drawn: the quantile of
/// a resample is one of the numbers, and how likely each of them is to be it is known.
/// Source: A. D. Hutson, M. D. Ernst, The exact bootstrap mean and variance of an L-estimator, J. R. Stat. Soc. B 62
/// (2000). Up to 200 numbers by the binomial distribution, above by its normal limit.
record Quantile(double value, double low, double high) {

    private static final int EXACT = 200;

    /// @param sorted at least one number, lowest first, @param share which quantile, such as 0.5
    static Quantile of(int[] sorted, double share) {
        int n = sorted.length;
        double place = share * (n - 1);
        int below = (int) place;
        double value = sorted[below] + (place - below) * (sorted[Math.min(n - 1, below + 1)] - sorted[below]);
        return new Quantile(value, sorted[rank(n, share, 0.025)], sorted[rank(n, share, 0.975)]);
    }

    /// The lowest rank, from 0, that the resample's quantile does not exceed with this likelihood.
    static int rank(int n, double share, double likely) {
        int wanted = Math.max(1, (int) Math.ceil(share * n));
        if (n > EXACT) {
            double deviate = likely < 0.5 ? -Chance.Z95 : Chance.Z95;
            return Math.clamp(Math.round(share * n + deviate * spread(n, share) - 0.5), 0, n - 1);
        }
        for (int rank = 0; rank < n; rank++) if (atLeast(wanted, n, (rank + 1.0) / n) >= likely) return rank;
        return n - 1;
    }

    /// The standard deviation of the rank of a resample's quantile.
    static double spread(int n, double share) {
        return Math.sqrt(n * share * (1 - share));
    }

    /// How likely at least `wanted` of `n` draws fall into a part of this size.
    private static double atLeast(int wanted, int n, double part) {
        if (part >= 1) return 1;
        double sum = 0;
        for (int some = wanted; some <= n; some++)
            sum += Math.exp(Chance.logGamma(n + 1.0)
                    - Chance.logGamma(some + 1.0)
                    - Chance.logGamma(n - some + 1.0)
                    + some * Math.log(part)
                    + (n - some) * Math.log1p(-part));
        return sum;
    }
}
