package pmradar.posting;

import java.util.Arrays;

/// How alike two texts are, by the runs of three words that they share.
/// Source: Charikar, "Similarity estimation techniques from rounding algorithms" (2002); Broder, "On the resemblance
/// and
/// containment of documents" (1997).
final class Fingerprint {
    private static final int MAX_CHARS = 50_000;

    private Fingerprint() {}

    /// 64 bits of which nearly all agree for texts that are nearly the same.
    static long of(String text) {
        var votes = new int[64];
        for (long shingle : shingles(text)) {
            for (int bit = 0; bit < 64; bit++) votes[bit] += (shingle >>> bit & 1) == 1 ? 1 : -1;
        }
        long print = 0;
        for (int bit = 0; bit < 64; bit++) if (votes[bit] > 0) print |= 1L << bit;
        return print;
    }

    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /// The share of common shingles, 0 to 1.
    static double alike(String one, String other) {
        var left = shingles(one);
        var right = shingles(other);
        if (left.length == 0 || right.length == 0) return one.equals(other) ? 1 : 0;
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) i++;
            else j++;
        }
        return (double) common / (left.length + right.length - common);
    }

    /// Each once, in ascending order.
    private static long[] shingles(String text) {
        var end = Math.min(text.length(), MAX_CHARS);
        var found = new long[end / 2 + 1];
        int count = 0;
        long one = 0;
        long two = 0;
        long word = 0;
        for (int i = 0; i <= end; i++) {
            char c = i < end ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) word = word * 31 + Character.toLowerCase(c) + 7;
            else if (word != 0) {
                found[count++] = mixed(one * 0x9E3779B97F4A7C15L + two * 0xC2B2AE3D27D4EB4FL + word);
                one = two;
                two = word;
                word = 0;
            }
        }
        return distinct(found, count);
    }

    private static long[] distinct(long[] values, int count) {
        Arrays.sort(values, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) if (kept == 0 || values[i] != values[kept - 1]) values[kept++] = values[i];
        return Arrays.copyOf(values, kept);
    }

    /// The finaliser of SplitMix64: every bit of the input moves half of the output's.
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
