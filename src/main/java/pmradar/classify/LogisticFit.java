package pmradar.classify;

import java.util.Arrays;
import java.util.List;

/// Fits a logistic regression, one weight at a time, until nothing moves: no randomness, so the same answer each time.
///
/// Knowledge keeps it honest where postings are few: a weight may have a sign it must keep ("a duty of a project
/// manager never speaks against one") and a value from which it is only moved by evidence.
final class LogisticFit {

    private static final int ROUNDS = 400;
    private static final double STILL = 1e-7;

    /// @param penalty of moving away from `prior`; @param sign 1, -1, or 0 for either
    record Term(double prior, double penalty, int sign) {
        double allowed(double weight) {
            return sign > 0 ? Math.max(0, weight) : sign < 0 ? Math.min(0, weight) : weight;
        }
    }

    private final double[][] rows;
    private final boolean[] positive;
    private final double[] importance;
    private final List<Term> terms;
    private final double[] weights;

    /// The sum of weight times figure of each row, kept up to date.
    private final double[] sums;

    private LogisticFit(double[][] rows, boolean[] positive, double[] importance, List<Term> terms) {
        this.rows = rows;
        this.positive = positive;
        this.importance = importance;
        this.terms = terms;
        this.weights = terms.stream().mapToDouble(Term::prior).toArray();
        this.sums = Arrays.stream(rows)
                .mapToDouble(row -> LinearModel.sum(row, weights))
                .toArray();
    }

    /// @param rows one row of figures each; @param positive what each row is; @param importance of each row
    /// @param terms one for each column
    static double[] fit(double[][] rows, boolean[] positive, double[] importance, List<Term> terms) {
        var fit = new LogisticFit(rows, positive, importance, terms);
        for (int round = 0; round < ROUNDS; round++) {
            double moved = 0;
            for (int column = 0; column < terms.size(); column++) moved = Math.max(moved, fit.move(column));
            if (moved < STILL) break;
        }
        return fit.weights;
    }

    private double move(int column) {
        var term = terms.get(column);
        double slope = term.penalty() * (weights[column] - term.prior());
        double bend = term.penalty() + 1e-9;
        for (int row = 0; row < rows.length; row++) {
            double value = rows[row][column];
            if (value == 0) continue;
            double probability = LinearModel.probability(sums[row]);
            slope += importance[row] * (probability - (positive[row] ? 1 : 0)) * value;
            bend += importance[row] * Math.max(1e-4, probability * (1 - probability)) * value * value;
        }
        double moved = term.allowed(weights[column] - slope / bend) - weights[column];
        if (moved == 0) return 0;
        weights[column] += moved;
        for (int row = 0; row < rows.length; row++) sums[row] += moved * rows[row][column];
        return Math.abs(moved);
    }
}
