package pmradar.trend;

import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Walks all slices of a ledger on several processors at once: each walks a part of its own with a counter of its own,
/// and the counters are added up. What is counted does not depend on how many there are.
final class Walk {

    /// Each counter costs memory, so that there are never many.
    private static final int MOST = 8;

    /// Fewer slices are not worth a thread.
    private static final int FEWEST = 16;

    private Walk() {}

    /// @param counter makes one that has counted nothing @param take counts one slice
    /// @param and adds what the second has counted to the first
    static <T> T over(Ledger ledger, Supplier<T> counter, BiConsumer<T, Slice> take, BinaryOperator<T> and) {
        var slices = ledger.slices().values().toArray(new Slice[0]);
        int processors = Runtime.getRuntime().availableProcessors();
        int parts = Math.clamp(slices.length / FEWEST, 1, Math.min(MOST, processors));
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    var own = counter.get();
                    int end = (int) ((long) slices.length * (part + 1) / parts);
                    for (int i = (int) ((long) slices.length * part / parts); i < end; i++) take.accept(own, slices[i]);
                    return own;
                })
                .reduce(and)
                .orElseThrow();
    }
}
