package pmradar.search;

/// Whether searches see everything.
///
/// @param ready all postings are in; else the index is being built anew
/// @param percent how much of the store is in
public record IndexState(boolean ready, int percent) {}
