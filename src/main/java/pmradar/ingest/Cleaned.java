package pmradar.ingest;

import pmradar.posting.Draft;

/// What cleaning made of a listing.
sealed interface Cleaned {
    record Clean(Draft draft) implements Cleaned {}

    /// @param reason in words
    record Unusable(String reason) implements Cleaned {}
}
