package pmradar.classify;

import java.util.List;

/// How probable it is that gate and label of a tagged posting are both right.
///
/// The label is the surer the further the score lies from the line, and the surer the gate; the weights are learned
/// from answers to labelled postings.
final class Sureness {

    static final List<String> NAMES =
            List.of("base", "gate", "general", "distance", "near", "nothing", "titled", "insufficient", "unsupported");

    private static final double FAR = 40;
    private static final int NEAR = 10;

    private final LinearModel model;

    Sureness(ModelFile file) {
        this.model = file.sureness(NAMES);
    }

    /// What is known before any answer is judged.
    static double prior(String name) {
        return switch (name) {
            case "base" -> 0.5;
            case "gate" -> 0.3;
            case "distance" -> 0.5;
            case "near", "insufficient", "titled" -> -0.3;
            case "unsupported" -> -1;
            default -> 0;
        };
    }

    /// The direction that a weight must keep.
    static int sign(String name) {
        return switch (name) {
            case "gate", "distance" -> 1;
            case "near", "insufficient", "titled", "unsupported" -> -1;
            default -> 0;
        };
    }

    /// In the order of the names.
    static double[] figures(double gateLogOdds, EvidenceReader.Found found, String language) {
        var score = found.score();
        boolean general = score.label() == Label.GENERAL;
        double distance = Math.abs(score.total() - Score.TECHNICAL_FROM + 0.5);
        return new double[] {
            1,
            Math.min(4, gateLogOdds),
            general ? 1 : 0,
            Math.min(FAR, distance) / 10,
            distance < NEAR ? 1 : 0,
            score.total() == 0 ? 1 : 0,
            found.titleSaysTechnical() && general ? 1 : 0,
            found.insufficient() ? 1 : 0,
            LanguageGuess.supported(language) ? 0 : 1
        };
    }

    /// 0.5 to 1.
    double of(GateDecision decision, EvidenceReader.Found found, String language) {
        return Math.max(0.5, LinearModel.probability(model.logOdds(figures(decision.logOdds(), found, language))));
    }
}
