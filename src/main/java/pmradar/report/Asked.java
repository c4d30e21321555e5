package pmradar.report;

import org.jspecify.annotations.Nullable;

/// Which postings a report is about, in words.
///
/// @param against those it compares with; null for none
public record Asked(String postings, @Nullable String against) {}
