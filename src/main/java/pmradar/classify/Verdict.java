package pmradar.classify;

/// The answer to: is this a project-management posting, and if so, of which kind?
public sealed interface Verdict {

    /// Not project management.
    ///
    /// @param reason in words; @param sureness 0.5 to 1, the calibrated probability that this is right
    /// @param rulesVersion of rules, model and taxonomy together
    record OffTopic(String reason, double sureness, String language, String rulesVersion) implements Verdict {}

    record Tagged(Classification classification) implements Verdict {}
}
