package pmradar.posting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fingerprints of invented texts, looked up by their bands as the store does it, or by comparing with each; opened for
/// the benchmark. Each question is a near copy of a known text.
public final class DuplicateLookup {
    private static final int WORDS = 120;
    private static final int AGREEING = 12;

    private final long[] briefs;
    private final List<Map<Long, int[]>> bands = new ArrayList<>();
    private final Fingerprint[] asked;

    /// @param stored how many texts are known
    public DuplicateLookup(int stored, int questions) {
        briefs = new long[stored];
        asked = new Fingerprint[questions];
        for (int band = 0; band < Fingerprint.BANDS; band++) bands.add(new HashMap<>(stored * 2));
        for (int number = 0; number < stored; number++) store(number, print(number, 0));
        var random = new Random(5);
        for (int i = 0; i < questions; i++) asked[i] = print(random.nextInt(stored), 1);
    }

    private void store(int number, Fingerprint print) {
        briefs[number] = print.brief();
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            bands.get(band).merge(print.bands().get(band), new int[] {number}, DuplicateLookup::joined);
        }
    }

    private static int[] joined(int[] some, int[] others) {
        var all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }

    /// The shingles of an invented text; a few are others in a near copy.
    private static Fingerprint print(int number, int changed) {
        var shingles = new long[WORDS];
        for (int i = 0; i < WORDS; i++) shingles[i] = Shingles.mixed(number * 1_000L + i + (i < changed ? 500 : 0));
        return Fingerprint.of(shingles);
    }

    /// @return how many near copies the bands lead to
    public int byBands(int question) {
        var print = asked[question % asked.length];
        int found = 0;
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            for (int number : bands.get(band).getOrDefault(print.bands().get(band), new int[0])) {
                if (Fingerprint.agreeing(briefs[number], print.brief()) >= AGREEING) found++;
            }
        }
        return found;
    }

    /// @return how many near copies a comparison with every fingerprint finds
    public int byForce(int question) {
        long print = asked[question % asked.length].brief();
        int found = 0;
        for (long brief : briefs) if (Fingerprint.agreeing(brief, print) >= AGREEING) found++;
        return found;
    }
}
