package pmradar.trend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long something lasts, where much of it goes on still: what has not ended counts for as long as it was seen.
/// Source: E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, J. Am. Stat. Assoc. 53
/// (1958);
/// intervals by R. Brookmeyer, J. Crowley, Biometrics 38 (1982), with bands on the scale of log(-log).
final class Survival {

    /// How many were seen to last so many days, and how many were seen that long and go on, or went out of sight.
    static final class Spans {
        private int[] ended = new int[64];
        private int[] seen = new int[64];
        private int count;

        void add(int days, boolean over) {
            int day = Math.max(0, days);
            if (day >= ended.length) {
                ended = Arrays.copyOf(ended, 2 * day);
                seen = Arrays.copyOf(seen, 2 * day);
            }
            (over ? ended : seen)[day]++;
            count++;
        }

        int count() {
            return count;
        }

        /// These and those.
        Spans and(Spans others) {
            var both = new Spans();
            both.add(this);
            both.add(others);
            return both;
        }

        /// Counts those too.
        void add(Spans others) {
            int length = Math.max(ended.length, others.ended.length);
            ended = Arrays.copyOf(ended, length);
            seen = Arrays.copyOf(seen, length);
            for (int day = 0; day < others.ended.length; day++) {
                ended[day] += others.ended[day];
                seen[day] += others.seen[day];
            }
            count += others.count;
        }
    }

    private final int[] days;
    private final double[] lasting;
    private final double[] low;
    private final double[] high;
    private int steps;

    Survival(Spans spans) {
        int length = spans.ended.length;
        days = new int[length];
        lasting = new double[length];
        low = new double[length];
        high = new double[length];
        double left = 1;
        double variance = 0;
        int atRisk = spans.count;
        for (int day = 0; day < length; day++) {
            int ended = spans.ended[day];
            if (ended > 0) {
                left *= 1 - (double) ended / atRisk;
                variance += atRisk == ended ? 0 : (double) ended / ((double) atRisk * (atRisk - ended));
                step(day, left, variance);
            }
            atRisk -= ended + spans.seen[day];
        }
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
