package pmradar.classify;

import java.nio.file.Files;
import java.nio.file.Path;

/// Makes classifiers, without Spring.
public final class Classifiers {

    private Classifiers() {}

    /// The classifier with the taxonomy and the model that are part of the program.
    public static Classifier builtIn() {
        return of(Taxonomy.builtIn());
    }

    /// The classifier with an owner's taxonomy.
    ///
    /// @param config the folder of `taxonomy.yml`; without that file, the built-in taxonomy is used
    /// @throws UnreadableTaxonomy naming the line that is wrong
    public static Classifier load(Path config) {
        var file = config.resolve("taxonomy.yml");
        return of(Files.isRegularFile(file) ? Taxonomy.load(file) : Taxonomy.builtIn());
    }

    /// The classifier with any taxonomy, for instance one being tried out.
    public static Classifier of(Taxonomy taxonomy) {
        return new PostingClassifier(taxonomy, ModelFile.shipped());
    }
}
