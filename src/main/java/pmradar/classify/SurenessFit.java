package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// Learns how often a tagged posting is tagged rightly, from what its answer looks like.
final class SurenessFit {

    private static final double PENALTY = 3;

    /// The rules were written with the labelled postings in view; elsewhere errors are taken to be a quarter more.
    private static final double IMPORTANCE_OF_ERRORS = 1.25;

    private SurenessFit() {}

    /// @param logOdds of the gate, from a model that did not learn from the sample
    static LinearModel fit(List<ModelTraining.Sample> samples, double[] logOdds) {
        var rows = new ArrayList<double[]>();
        var right = new ArrayList<Boolean>();
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            if (logOdds[i] < 0 || sample.gold().insufficient()) continue;
            var found = sample.found();
            rows.add(Sureness.figures(logOdds[i], found, sample.language()));
            right.add(
                    sample.gold().pm() && sample.gold().label() == found.score().label());
        }
        var rightly = new boolean[rows.size()];
        var importance = new double[rows.size()];
        for (int i = 0; i < rightly.length; i++) {
            rightly[i] = right.get(i);
            importance[i] = rightly[i] ? 1 : IMPORTANCE_OF_ERRORS;
        }
        var terms = Sureness.NAMES.stream()
                .map(name -> new LogisticFit.Term(Sureness.prior(name), PENALTY, Sureness.sign(name)))
                .toList();
        return new LinearModel(
                Sureness.NAMES, LogisticFit.fit(rows.toArray(double[][]::new), rightly, importance, terms));
    }
}
