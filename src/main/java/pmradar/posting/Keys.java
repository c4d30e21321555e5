package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// By what a posting is found, as columns.
@Embeddable
record Keys(
        @Column @Nullable Long urlKey,
        @Column @Nullable Long sameKey,
        @Column long fingerprint,
        @Column @Nullable Long band1,
        @Column @Nullable Long band2,
        @Column @Nullable Long band3,
        @Column @Nullable Long band4) {

    static Keys of(Identity identity) {
        var bands = identity.fingerprint().bands();
        return new Keys(
                identity.urlKey(),
                identity.sameKey(),
                identity.fingerprint().brief(),
                bands.isEmpty() ? null : bands.get(0),
                bands.isEmpty() ? null : bands.get(1),
                bands.isEmpty() ? null : bands.get(2),
                bands.isEmpty() ? null : bands.get(3));
    }

    /// Of a copy, which is not to be found by its text: its group's first is.
    Keys withoutBands() {
        return new Keys(urlKey, sameKey, fingerprint, null, null, null, null);
    }
}
