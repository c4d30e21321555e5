package pmradar.posting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is enough to see whether a known posting may be the one that a draft speaks of.
///
/// @param fingerprint in its brief form
record Candidate(
        long id,
        @Nullable Long urlKey,
        @Nullable Long sameKey,
        long fingerprint,
        @Nullable Long band1,
        @Nullable Long band2,
        @Nullable Long band3,
        @Nullable Long band4,
        String title,
        @Nullable String company,
        @Nullable String requisition,
        String places) {

    static Candidate of(long id, Draft draft, Identity identity) {
        var bands = identity.fingerprint().bands();
        return new Candidate(
                id,
                identity.urlKey(),
                identity.sameKey(),
                identity.fingerprint().brief(),
                bands.isEmpty() ? null : bands.get(0),
                bands.isEmpty() ? null : bands.get(1),
                bands.isEmpty() ? null : bands.get(2),
                bands.isEmpty() ? null : bands.get(3),
                draft.title(),
                draft.company(),
                draft.requisition(),
                Notation.places(draft.places()));
    }

    /// By what it can be found.
    List<Long> keys() {
        return Stream.of(urlKey, sameKey, band1, band2, band3, band4)
                .filter(Objects::nonNull)
                .toList();
    }
}
