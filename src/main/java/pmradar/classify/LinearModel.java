package pmradar.classify;

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

    static double sum(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * values[i];
        return sum;
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
