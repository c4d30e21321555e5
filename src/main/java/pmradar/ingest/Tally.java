package pmradar.ingest;

import java.util.Map;

/// What came of one reading, or of many.
///
/// @param setAside how many listings were set aside, by reason
public record Tally(int found, int added, int changed, int same, Map<String, Integer> setAside) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, Map.of());

    public Tally {
        setAside = Map.copyOf(setAside);
    }

    /// How many listings did not become postings.
    public int setAsideTotal() {
        return setAside.values().stream().mapToInt(Integer::intValue).sum();
    }
}
