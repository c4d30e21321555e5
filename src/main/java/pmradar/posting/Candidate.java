package pmradar.posting;

import org.jspecify.annotations.Nullable;

/// What is enough to see whether a known posting may be the one that a draft speaks of.
record Candidate(
        long id,
        @Nullable Long urlKey,
        @Nullable Long sameKey,
        long fingerprint,
        String title,
        @Nullable String requisition,
        String places) {

    static Candidate of(long id, Draft draft, Identity identity) {
        return new Candidate(
                id,
                identity.urlKey(),
                identity.sameKey(),
                identity.fingerprint(),
                draft.title(),
                draft.requisition(),
                Notation.places(draft.places()));
    }
}
