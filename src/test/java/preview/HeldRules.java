package preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyText;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.ingest.Reclassification;
import pmradar.ingest.Rules;

/// The shipped taxonomy, changed in memory only.
public class HeldRules implements Rules {

    private TaxonomyText text = TaxonomyText.builtIn();
    private Taxonomy taxonomy = text.read();
    public volatile boolean going;

    @Override
    public String version() {
        return "1-" + taxonomy.version();
    }

    @Override
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    @Override
    public String line(int number) {
        return text.line(number);
    }

    @Override
    public List<Addition> added() {
        return text.added();
    }

    @Override
    public Taxonomy with(Addition addition) {
        return text.with(addition).read();
    }

    @Override
    public void add(Addition addition) {
        change(text.with(addition));
    }

    @Override
    public void remove(Addition addition) {
        change(text.without(addition));
    }

    private void change(TaxonomyText changed) {
        taxonomy = changed.read();
        text = changed;
    }

    @Override
    public Reclassification.@Nullable Progress progress() {
        return going ? new Reclassification.Progress(version(), 3000, 1240, 12, Instant.EPOCH, null) : null;
    }
}
