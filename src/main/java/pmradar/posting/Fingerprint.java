package pmradar.posting;

import java.util.Arrays;
import java.util.List;

/// What two texts that are nearly the same have in common without being looked at: of each of sixteen orders of all
/// shingles the first that the text has. Two texts agree in one of them with the probability of their Jaccard
/// similarity. Four of the sixteen together are a band, by which a text is looked up: two texts of similarity 0.9 share
/// one of their four bands in 99 of 100 cases, of 0.5 in 23, of 0.1 in none.
/// Source: Broder, "On the resemblance and containment of documents" (1997); Indyk, Motwani, "Approximate nearest
/// neighbors" (1998); Li, König, "b-bit minwise hashing" (2010).
///
/// @param brief four bits of each of the sixteen, enough to estimate how alike two texts are
/// @param bands four keys, or none where the text is too short to tell anything
record Fingerprint(long brief, List<Long> bands) {
    static final int BANDS = 4;
    private static final int PER_BAND = 4;
    private static final int HASHES = BANDS * PER_BAND;
    private static final int BITS = 4;
    private static final int TELLING = 40;
    private static final long[] FACTORS = factors();

    Fingerprint {
        bands = List.copyOf(bands);
    }

    static Fingerprint of(long[] shingles) {
        var least = least(shingles);
        long brief = 0;
        for (int i = 0; i < HASHES; i++) brief = brief << BITS | Shingles.mixed(least[i]) & (1 << BITS) - 1;
        if (shingles.length < TELLING) return new Fingerprint(brief, List.of());
        var bands = new Long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int i = 0; i < PER_BAND; i++) key = Shingles.mixed(key * 31 + least[band * PER_BAND + i]);
            bands[band] = key;
        }
        return new Fingerprint(brief, List.of(bands));
    }

    /// In how many of the sixteen two texts agree; one in sixteen by chance.
    static int agreeing(long one, long other) {
        long differing = one ^ other;
        differing |= differing >>> 2;
        differing |= differing >>> 1;
        return HASHES - Long.bitCount(differing & 0x1111_1111_1111_1111L);
    }

    private static long[] least(long[] shingles) {
        var least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles) {
            for (int i = 0; i < HASHES; i++) least[i] = Math.min(least[i], shingle * FACTORS[i]);
        }
        return least;
    }

    /// Odd, so that each puts all shingles into an order of its own.
    private static long[] factors() {
        var factors = new long[HASHES];
        for (int i = 0; i < HASHES; i++) factors[i] = Shingles.mixed(i + 1L) | 1;
        return factors;
    }
}
