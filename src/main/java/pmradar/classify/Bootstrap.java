package pmradar.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The 95% interval of a measure: the postings are drawn anew, with repetition, from a fixed seed.
///
/// @param low @param high the 2.5th and 97.5th percentile
record Bootstrap(double low, double high) {

    private static final int DRAWS = 1000;
    private static final long SEED = 20_250_101;

    static Bootstrap of(Measure measure, List<Judged> sample) {
        var random = new SplittableRandom(SEED);
        var values = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var drawn = new ArrayList<Judged>(sample.size());
            for (int i = 0; i < sample.size(); i++) drawn.add(sample.get(random.nextInt(sample.size())));
            values[draw] = measure.of(drawn);
        }
        var known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) return new Bootstrap(Double.NaN, Double.NaN);
        return new Bootstrap(
                known[(int) (0.025 * (known.length - 1))], known[(int) Math.ceil(0.975 * (known.length - 1))]);
    }
}
