package pmradar.posting;

import org.jspecify.annotations.Nullable;

/// Which postings carry one posting's text under other names.
///
/// @param group the id of the first of them; null where there are none
/// @param why in words how that was seen; null for the first
/// @param said whether a person said that it is none of them
record Kin(@Nullable Long group, @Nullable String why, boolean said) {}
