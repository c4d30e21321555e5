package pmradar.posting;

import java.util.Arrays;

/// A text as the runs of three words in it, which is what two copies of one text share.
/// Source: Broder, "On the resemblance and containment of documents" (1997).
final class Shingles {
    private static final int MAX_CHARS = 50_000;

    /// Each once, in ascending order.
    private final long[] runs;

    private Shingles(long[] runs) {
        this.runs = runs;
    }

    /// Looks at no more than the first 50,000 characters.
    static Shingles of(String text) {
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
        return new Shingles(distinct(found, count));
    }

    int count() {
        return runs.length;
    }

    /// The share of common shingles, 0 to 1; 1 for two texts without a word.
    double alike(Shingles other) {
        if (runs.length + other.runs.length == 0) return 1;
        int common = common(other);
        return (double) common / (runs.length + other.runs.length - common);
    }

    /// The share of the shorter text's shingles that the longer has too, 0 to 1.
    double within(Shingles other) {
        int fewest = Math.min(runs.length, other.runs.length);
        return fewest == 0 ? 1 : (double) common(other) / fewest;
    }

    private int common(Shingles other) {
        int common = 0;
        for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
            if (runs[i] == other.runs[j]) {
                common++;
                i++;
                j++;
            } else if (runs[i] < other.runs[j]) i++;
            else j++;
        }
        return common;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(runs);
    }

    private static long[] distinct(long[] values, int count) {
        Arrays.sort(values, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) if (kept == 0 || values[i] != values[kept - 1]) values[kept++] = values[i];
        return Arrays.copyOf(values, kept);
    }

    /// The finaliser of SplitMix64: every bit of the input moves half of the output's.
    static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
