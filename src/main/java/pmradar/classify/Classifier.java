package pmradar.classify;

import java.util.List;
import java.util.Set;

/// Judges one posting. Pure and safe for many threads; the same text gives the same answer.
public interface Classifier {

    /// @param title as cleaned; @param text plain text, as shown; evidence points into it
    Verdict judge(String title, String text);

    /// What the posting asks for if it is one for project managers, whatever the gate says: for those of which a person
    /// said so.
    default Classification tag(String title, String text) {
        return switch (judge(title, text)) {
            case Verdict.Tagged(var found) -> found;
            case Verdict.OffTopic off ->
                new Classification(
                        Family.PROJECT,
                        Label.GENERAL,
                        0,
                        0.5,
                        List.of(),
                        List.of(),
                        0,
                        Facts.NONE,
                        Set.of(),
                        off.language(),
                        off.rulesVersion());
        };
    }

    /// The version of rules, model and taxonomy together; it changes when any of them does.
    String version();
}
