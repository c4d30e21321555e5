package pmradar.classify;

/// Where a text names a term.
///
/// @param start @param end UTF-16 offsets, end exclusive
public record TermMatch(int start, int end, Term term) {}
