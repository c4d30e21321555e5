package pmradar.ingest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How much time of a processor each stage took: on a machine that others use too, the time by the clock says little.
public final class StageTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    <T> T of(String stage, Supplier<T> work) {
        long start = start();
        try {
            return work.get();
        } finally {
            end(stage, start);
        }
    }

    long start() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void end(@Nullable String stage, long start) {
        if (stage != null) nanos.computeIfAbsent(stage, each -> new LongAdder()).add(start() - start);
    }

    /// Microseconds of each stage since the last call.
    public Map<String, Double> taken() {
        var taken = new TreeMap<String, Double>();
        nanos.forEach((stage, sum) -> taken.put(stage, sum.sumThenReset() / 1e3));
        return taken;
    }
}
