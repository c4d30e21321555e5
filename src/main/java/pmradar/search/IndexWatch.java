package pmradar.search;

/// Tells how far the index is, and lets it be built anew.
public interface IndexWatch {

    IndexState state();

    void rebuild();
}
