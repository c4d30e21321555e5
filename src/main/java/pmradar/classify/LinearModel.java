package pmradar.classify;

import java.util.Arrays;
import java.util.List;

/// Named weights; their sum over named figures is the logarithm of the odds.
record LinearModel(List<String> names, double[] weights) {

    LinearModel {
        names = List.copyOf(names);
        if (names.size() != weights.length) throw new IllegalArgumentException("As many weights as names");
    }

    double logOdds(double[] values) {
        return sum(values, weights);
    }

    /// The same model with log-odds `shift + scale * before`; the first figure is the base, always 1.
    LinearModel scaled(double scale, double shift) {
        var scaled = Arrays.stream(weights).map(weight -> scale * weight).toArray();
        scaled[0] += shift;
        return new LinearModel(names, scaled);
    }

    static double sum(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * values[i];
        return sum;
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
