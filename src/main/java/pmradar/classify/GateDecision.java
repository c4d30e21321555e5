package pmradar.classify;

/// What the gate decided.
///
/// @param logOdds calibrated, that the posting asks for a project manager
/// @param family the kind of role, should it be one
/// @param reason why not, in words; for the reader of a posting that was set aside
/// @param insufficient whether the text is too short or cut off to judge it well
record GateDecision(boolean passed, double logOdds, Family family, String reason, boolean insufficient) {

    /// 0.5 to 1: how sure the gate is of its own decision.
    double sureness() {
        return Math.max(0.5, LinearModel.probability(passed ? logOdds : -logOdds));
    }
}
