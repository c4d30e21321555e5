package pmradar.classify;

/// Judges one posting. Pure and safe for many threads; the same text gives the same answer.
public interface Classifier {

    /// @param title as cleaned; @param text plain text, as shown; evidence points into it
    Verdict judge(String title, String text);

    /// The version of rules, model and taxonomy together; it changes when any of them does.
    String version();
}
