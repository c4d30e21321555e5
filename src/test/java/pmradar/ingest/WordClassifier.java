package pmradar.ingest;

import pmradar.classify.Classifier;
import pmradar.classify.Label;
import pmradar.classify.Verdict;
import pmradar.posting.Drafts;

/// Judges by three words: enough to send listings each way.
class WordClassifier implements Classifier {
    volatile String version = "words-1";

    @Override
    public Verdict judge(String title, String text) {
        if (text.contains("poison")) throw new IllegalStateException("poison");
        if (!title.contains("Manager"))
            return new Verdict.OffTopic("the duties are not those of a project", 0.9, "en", version);
        var technical = text.contains("PostgreSQL") ? Label.TECHNICAL : Label.GENERAL;
        return new Verdict.Tagged(Drafts.classification(text, version, technical));
    }

    @Override
    public String version() {
        return version;
    }
}
