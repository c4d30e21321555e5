package pmradar.classify;

/// Fits a logistic regression with L2 penalty by Newton's method: no randomness, so the same answer each time.
final class LogisticFit {

    private static final int STEPS = 25;

    private LogisticFit() {}

    /// @param rows one row of figures each; @param positive what each row is; @param importance of each row
    /// @param penalty per column
    static double[] fit(double[][] rows, boolean[] positive, double[] importance, double[] penalty) {
        var weights = new double[penalty.length];
        for (int step = 0; step < STEPS; step++) {
            double moved = step(rows, positive, importance, penalty, weights);
            if (moved < 1e-10) break;
        }
        return weights;
    }

    private static double step(
            double[][] rows, boolean[] positive, double[] importance, double[] penalty, double[] weights) {
        int columns = weights.length;
        var slope = new double[columns];
        var curve = new double[columns][columns];
        for (int c = 0; c < columns; c++) {
            slope[c] = penalty[c] * weights[c];
            curve[c][c] = penalty[c];
        }
        for (int r = 0; r < rows.length; r++) {
            add(rows[r], positive[r], importance[r], weights, slope, curve);
        }
        var move = solve(curve, slope);
        double moved = 0;
        for (int c = 0; c < columns; c++) {
            weights[c] -= move[c];
            moved = Math.max(moved, Math.abs(move[c]));
        }
        return moved;
    }

    private static void add(
            double[] row, boolean positive, double importance, double[] weights, double[] slope, double[][] curve) {
        double sum = 0;
        for (int c = 0; c < row.length; c++) sum += row[c] * weights[c];
        double probability = LinearModel.probability(sum);
        double miss = importance * (probability - (positive ? 1 : 0));
        double bend = Math.max(1e-6, importance * probability * (1 - probability));
        for (int c = 0; c < row.length; c++) {
            if (row[c] == 0) continue;
            slope[c] += miss * row[c];
            for (int d = 0; d <= c; d++) curve[c][d] += bend * row[c] * row[d];
        }
    }

    /// Cholesky; the penalty keeps the matrix positive definite. Only the lower half is read.
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        var low = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= low[i][k] * low[j][k];
                low[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / low[j][j];
            }
        }
        var answer = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) answer[i] -= low[i][k] * answer[k];
            answer[i] /= low[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) answer[i] -= low[k][i] * answer[k];
            answer[i] /= low[i][i];
        }
        return answer;
    }
}
