package pmradar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyText.Addition;

/// The rules that postings are judged by now, and what their owner added to the taxonomy.
public interface Rules {

    /// Of rules, model and taxonomy together, as every tag carries it.
    String version();

    Taxonomy taxonomy();

    /// The line of the taxonomy's file, counted from 1, as it is written there.
    String line(int number);

    /// Terms that were added here, oldest first.
    List<Addition> added();

    /// The taxonomy as it would be; nothing is changed.
    ///
    /// @throws pmradar.classify.UnreadableTaxonomy naming the line that is wrong
    Taxonomy with(Addition addition);

    /// Writes the terms to the owner's file, uses it from now on, and begins to judge the stored postings anew.
    ///
    /// @throws pmradar.classify.UnreadableTaxonomy naming the line that is wrong
    /// @throws java.io.UncheckedIOException when the file cannot be written; nothing has changed then
    void add(Addition addition);

    /// Takes back what was added here.
    ///
    /// @throws java.io.UncheckedIOException when the file cannot be written; nothing has changed then
    void remove(Addition addition);

    /// How far the judging anew is; null when none was needed since the start.
    Reclassification.@Nullable Progress progress();
}
