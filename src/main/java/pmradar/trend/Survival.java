package pmradar.trend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long something lasts, where much of it goes on still: what has not ended counts for as long as it was seen.
/// Source: E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, J. Am. Stat. Assoc. 53
/// (1958);
/// intervals by R. Brookmeyer, J. Crowley, Biometrics 38 (1982), with bands on the scale of log(-log).
final class Survival {

    private final int[] days;
    private final double[] lasting;
    private final double[] low;
    private final double[] high;
    private int steps;

    /// @param spans each in days, doubled, plus one if its end was seen
    Survival(int[] spans) {
        var sorted = spans.clone();
        Arrays.sort(sorted);
        days = new int[sorted.length];
        lasting = new double[sorted.length];
        low = new double[sorted.length];
        high = new double[sorted.length];
        double left = 1;
        double variance = 0;
        for (int from = 0; from < sorted.length; ) {
            int day = sorted[from] / 2;
            int to = from;
            int ended = 0;
            for (; to < sorted.length && sorted[to] / 2 == day; to++) ended += sorted[to] & 1;
            int atRisk = sorted.length - from;
            if (ended > 0) {
                left *= 1 - (double) ended / atRisk;
                variance += atRisk == ended ? 0 : (double) ended / ((double) atRisk * (atRisk - ended));
                step(day, left, variance);
            }
            from = to;
        }
    }

    /// @param open whether it goes on still
    static int span(int days, boolean open) {
        return 2 * Math.max(0, days) + (open ? 0 : 1);
    }

    private void step(int day, double left, double variance) {
        days[steps] = day;
        lasting[steps] = left;
        boolean inside = left > 0 && left < 1;
        double width = inside ? Chance.Z95 * Math.sqrt(variance) / Math.abs(Math.log(left)) : 0;
        low[steps] = inside ? Math.pow(left, Math.exp(width)) : left;
        high[steps] = inside ? Math.pow(left, Math.exp(-width)) : left;
        steps++;
    }

    /// After how many days this share has ended; null if that was not reached.
    @Nullable
    Double ended(double share) {
        return first(lasting, share);
    }

    /// The lower end of its interval.
    @Nullable
    Double endedLow(double share) {
        return first(low, share);
    }

    /// The upper end of its interval.
    @Nullable
    Double endedHigh(double share) {
        return first(high, share);
    }

    private @Nullable Double first(double[] curve, double share) {
        for (int i = 0; i < steps; i++) if (curve[i] <= 1 - share + 1e-12) return (double) days[i];
        return null;
    }
}
