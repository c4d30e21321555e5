package pmradar.classify;

import java.util.Set;

/// How probable it is that gate and label are both right.
///
/// The label is the surer the further the score lies from the line; the weights were fitted on judged postings of
/// sources that the rules were not written from.
final class Sureness {

    private final double base;
    private final double general;
    private final double distance;
    private final double insufficient;

    Sureness(ModelFile model) {
        base = model.weight("sure.base", 1.4);
        general = model.weight("sure.general", 0.4);
        distance = model.weight("sure.distance", 0.055);
        insufficient = model.weight("sure.insufficient", -0.4);
    }

    /// 0.5 to 1.
    double of(GateDecision decision, Score score, Set<Flag> flags) {
        double logOdds = base + distance * Math.min(60, Math.abs(score.total() - Score.TECHNICAL_FROM));
        if (score.label() == Label.GENERAL) logOdds += general;
        if (flags.contains(Flag.INSUFFICIENT_TEXT)) logOdds += insufficient;
        if (flags.contains(Flag.LANGUAGE_NOT_SUPPORTED)) logOdds -= 1;
        return Math.max(0.5, decision.sureness() * LinearModel.probability(logOdds));
    }
}
