package pmradar.ingest;

import java.nio.file.Path;
import pmradar.classify.Classifier;
import pmradar.classify.Classifiers;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyText;
import pmradar.classify.Verdict;

/// The classifier in force. It can be renewed while others judge: each judgement is by one version or the other.
final class CurrentRules implements Classifier {

    /// What belongs together.
    record Read(TaxonomyText text, Taxonomy taxonomy, Classifier classifier) {}

    private final Path config;
    private volatile Read read;

    CurrentRules(Path config) {
        this.config = config;
        this.read = read(config);
    }

    private static Read read(Path config) {
        var text = TaxonomyText.load(config);
        var taxonomy = text.read();
        return new Read(text, taxonomy, Classifiers.of(taxonomy));
    }

    /// Reads the owner's file again; when it cannot be read, all stays as it was.
    void renew() {
        read = read(config);
    }

    Read now() {
        return read;
    }

    @Override
    public Verdict judge(String title, String text) {
        return read.classifier().judge(title, text);
    }

    @Override
    public String version() {
        return read.classifier().version();
    }
}
