package pmradar.search.lucene;

import java.util.function.Supplier;
import pmradar.sample.BenchmarkPostings;
import pmradar.search.Criteria;

/// The mix of saved searches that benchmarks use, for those of other rooms.
public final class MixedSearches {

    private MixedSearches() {}

    /// The same ones in the same order each time.
    public static Supplier<Criteria> of(long seed) {
        var mix = new SavedSearchMix(seed, new BenchmarkPostings(Ads.NOW), 100_000);
        return mix::next;
    }
}
