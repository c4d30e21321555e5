package pmradar.classify;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// What is measured on labelled postings, with the goal and the floor of each figure.
///
/// Postings with insufficient text are left out of all. A missed gate counts as a wrong label, as no units, no domains
/// and the score 0.
enum Measure {
    GATE_F1("gate F1", 0.97, 0.92, Measure::gate),
    LABEL_F1("label macro-F1", 0.95, 0.88, sample -> label(sample, judged -> true)),
    LABEL_F1_DISAGREE(
            "label macro-F1, title and body disagree",
            0.90,
            0.80,
            sample -> label(sample, judged -> judged.gold().disagree())),
    DOMAIN_F1(
            "domain micro-F1",
            0.90,
            0.80,
            sample -> f1(
                    sum(sample, Judged::domainsFound),
                    sum(sample, Judged::domainsInvented),
                    sum(sample, Judged::domainsMissed))),
    UNIT_F1(
            "unit F1 (S and M)",
            0.80,
            0.62,
            sample -> f1(
                    sum(sample, Judged::unitsFound),
                    sum(sample, Judged::unitsInvented),
                    sum(sample, Judged::unitsMissed))),
    NECESSITY(
            "must / preferred accuracy",
            0.95,
            0.90,
            sample -> share(sum(sample, Judged::necessityRight), sum(sample, Judged::unitsFound))),
    SCORE_ERROR("mean absolute score error", 8, 12, Measure::scoreError),
    CALIBRATION_ERROR("calibration error (10 bins)", 0.03, 0.06, Measure::calibrationError);

    private static final int BINS = 10;

    private final String title;
    private final double goal;
    private final double floor;
    private final ToDoubleFunction<List<Judged>> figure;

    Measure(String title, double goal, double floor, ToDoubleFunction<List<Judged>> figure) {
        this.title = title;
        this.goal = goal;
        this.floor = floor;
        this.figure = figure;
    }

    String title() {
        return title;
    }

    double goal() {
        return goal;
    }

    double floor() {
        return floor;
    }

    /// @return NaN when the sample has nothing to measure
    double of(List<Judged> sample) {
        return figure.applyAsDouble(sample);
    }

    boolean lessIsBetter() {
        return goal < floor;
    }

    boolean holdsFloor(double value) {
        return lessIsBetter() ? value <= floor : value >= floor;
    }

    private static double gate(List<Judged> sample) {
        return f1(
                count(sample, judged -> judged.passed() && judged.gold().pm()),
                count(sample, judged -> judged.passed() && !judged.gold().pm()),
                count(sample, judged -> !judged.passed() && judged.gold().pm()));
    }

    /// The mean of the F1 of both labels, over postings that the readers let pass.
    private static double label(List<Judged> sample, Predicate<Judged> among) {
        var roles = sample.stream()
                .filter(judged -> judged.gold().pm())
                .filter(among)
                .toList();
        return (label(roles, Label.TECHNICAL) + label(roles, Label.GENERAL)) / 2;
    }

    private static double label(List<Judged> roles, Label label) {
        return f1(
                count(roles, judged -> judged.label() == label && judged.gold().label() == label),
                count(roles, judged -> judged.label() == label && judged.gold().label() != label),
                count(roles, judged -> judged.label() != label && judged.gold().label() == label));
    }

    private static double scoreError(List<Judged> sample) {
        return sample.stream()
                .filter(judged -> judged.gold().pm())
                .mapToInt(judged -> Math.abs(judged.score() - judged.gold().score()))
                .average()
                .orElse(Double.NaN);
    }

    /// Expected calibration error: per tenth of sureness the distance between mean sureness and the share of right
    /// answers, weighted by the number of postings.
    private static double calibrationError(List<Judged> sample) {
        var sure = new double[BINS];
        var right = new double[BINS];
        for (var judged : sample) {
            int bin = Math.min(BINS - 1, (int) (judged.sureness() * BINS));
            sure[bin] += judged.sureness();
            right[bin] += judged.right() ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) sum += Math.abs(sure[bin] - right[bin]);
        return sample.isEmpty() ? Double.NaN : sum / sample.size();
    }

    static double f1(int hits, int invented, int missed) {
        return share(2 * hits, 2 * hits + invented + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private static int sum(List<Judged> sample, ToIntFunction<Judged> of) {
        return sample.stream().filter(judged -> judged.gold().pm()).mapToInt(of).sum();
    }

    private static int count(List<Judged> sample, Predicate<Judged> among) {
        return (int) sample.stream().filter(among).count();
    }
}
