package pmradar.classify;

import java.util.List;

/// How the duties of a posting divide between managing projects and other occupations; an early one weighs more.
final class DutyBalance {

    static final List<String> NAMES = List.of("other.share", "early.other", "balance", "leadproject", "short.program");

    /// These figures sum up many statements, so they may move more freely than those of single words.
    private static final double FREEDOM = 0.3;

    /// After so many duties a further one weighs half.
    private static final double HALF = 5;

    /// With fewer duties a programme is told in a summary, which rarely says who plans what.
    private static final int SHORT = 8;

    private int duties;
    private int managing;
    private int other;
    private int led;
    private double weights;
    private double earlyOther;

    /// Adds a duty, in the order of the text.
    ///
    /// @param manages projects; @param elsewhere names another occupation
    /// @param leads begins with leading a project
    void add(boolean manages, boolean elsewhere, boolean leads) {
        double weight = 1 / (1 + duties / HALF);
        duties++;
        weights += weight;
        if (manages) {
            managing++;
        } else if (elsewhere) {
            other++;
            earlyOther += weight;
        }
        if (leads) led++;
    }

    /// In the order of the names.
    ///
    /// @param program whether the title names a programme and no project
    double[] figures(boolean program) {
        return new double[] {
            3.0 * other / (duties + 3),
            3 * earlyOther / (weights + 1.5),
            Math.log((managing + 1.0) / (other + 1.0)),
            Math.log1p(led),
            program && duties < SHORT ? 1 : 0
        };
    }

    /// What is known of a figure before any posting is seen.
    static LogisticFit.Term term(String name, double penalty) {
        return switch (name) {
            case "other.share", "early.other" -> new LogisticFit.Term(-0.5, FREEDOM * penalty, -1);
            case "balance" -> new LogisticFit.Term(0.3, FREEDOM * penalty, 1);
            case "short.program" -> new LogisticFit.Term(-0.2, FREEDOM * penalty, -1);
            default -> new LogisticFit.Term(0.1, FREEDOM * penalty, 1);
        };
    }
}
