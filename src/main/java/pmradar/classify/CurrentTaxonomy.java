package pmradar.classify;

/// The taxonomy in force. An owner may change it while the program runs.
@FunctionalInterface
public interface CurrentTaxonomy {

    /// Another one after each change, the same in between.
    Taxonomy now();
}
