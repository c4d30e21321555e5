package pmradar.posting;

import org.jspecify.annotations.Nullable;

/// A place of work.
///
/// @param raw as the posting writes it
/// @param country ISO 3166-1 alpha-2
public record Place(
        String raw,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {}
