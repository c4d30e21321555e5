package pmradar.trend;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What chance alone may bring about.
final class Chance {

    /// The standard normal deviate that 95% lie within.
    static final double Z95 = 1.959963984540054;

    /// Up to so many of both periods together, shares are compared exactly.
    private static final int EXACT = 400;

    private Chance() {}

    /// The 95% interval of a share. Source: E. B. Wilson, Probable inference, J. Am. Stat. Assoc. 22 (1927).
    ///
    /// @param of more than 0
    static Interval wilson(long count, long of) {
        double z2 = Z95 * Z95;
        double share = (double) count / of;
        double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z95 / (1 + z2 / of) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /// @param low @param high ends of a 95% interval
    record Interval(double low, double high) {}

    /// The 95% interval of how much the second share is larger. Source: R. G. Newcombe, Interval estimation for the
    /// difference between independent proportions, Stat. Med. 17 (1998), method 10.
    static Interval difference(long before, long ofBefore, long now, long ofNow) {
        double p1 = (double) before / ofBefore;
        double p2 = (double) now / ofNow;
        var one = wilson(before, ofBefore);
        var two = wilson(now, ofNow);
        return new Interval(
                p2 - p1 - Math.hypot(p2 - two.low(), one.high() - p1),
                p2 - p1 + Math.hypot(two.high() - p2, p1 - one.low()));
    }

    /// How likely shares of equal things are at least so different: Fisher's exact test, with many counts the normal
    /// approximation with pooled variance.
    static double ofDifference(long before, long ofBefore, long now, long ofNow) {
        long together = before + now;
        long all = ofBefore + ofNow;
        if (together == 0 || together == all || ofBefore == 0 || ofNow == 0) return 1;
        if (together <= EXACT) return exactly(before, ofBefore, now, ofNow);
        double pooled = (double) together / all;
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / ofBefore + 1.0 / ofNow));
        return ofDeviate(((double) now / ofNow - (double) before / ofBefore) / error);
    }

    /// Twice the smaller tail of the hypergeometric distribution.
    private static double exactly(long before, long ofBefore, long now, long ofNow) {
        long together = before + now;
        double lower = 0;
        double upper = 0;
        for (long some = Math.max(0, together - ofNow); some <= Math.min(together, ofBefore); some++) {
            double likely = Math.exp(logChoose(ofBefore, some)
                    + logChoose(ofNow, together - some)
                    - logChoose(ofBefore + ofNow, together));
            if (some <= before) lower += likely;
            if (some >= before) upper += likely;
        }
        return Math.min(1, 2 * Math.min(lower, upper));
    }

    private static double logChoose(long of, long some) {
        return logGamma(of + 1.0) - logGamma(some + 1.0) - logGamma(of - some + 1.0);
    }

    /// Stirling's series, from 8 on exact to 1e-12; smaller ones by the recurrence.
    static double logGamma(double x) {
        double shift = 0;
        double y = x;
        for (; y < 8; y++) shift += Math.log(y);
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680)));
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }

    /// How likely a standard normal variate lies at least so far from 0, on either side.
    static double ofDeviate(double z) {
        return complementaryError(Math.abs(z) / Math.sqrt(2));
    }

    /// Twice the tail of the normal distribution of variance one half, by its continued fraction where it is far out
    /// and
    /// by the series of the error function near 0.
    private static double complementaryError(double x) {
        if (x < 2) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > 1e-17 && n < 200; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = 0;
        for (int n = 60; n > 0; n--) fraction = n / 2.0 / (x + fraction);
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }

    /// Corrects for the number of things that were looked at, so that among all that did not change the chance of
    /// naming any stays as it is. Source: S. Holm, A simple sequentially rejective multiple test procedure,
    /// Scand. J. Stat. 6 (1979).
    ///
    /// @return for each of `chances` the corrected one
    static double[] holm(double[] chances) {
        var order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> chances[i]))
                .toList();
        var corrected = new double[chances.length];
        double most = 0;
        for (int rank = 0; rank < chances.length; rank++) {
            int i = order.get(rank);
            most = Math.max(most, Math.min(1, (chances.length - rank) * chances[i]));
            corrected[i] = most;
        }
        return corrected;
    }
}
