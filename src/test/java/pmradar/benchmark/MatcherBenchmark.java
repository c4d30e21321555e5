package pmradar.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import pmradar.search.lucene.MatcherLoad;

/// Which saved searches find a posting: the program's own matcher against Lucene's monitor with its multipass
/// presearcher, from the posting itself to the ids of the searches. One operation is one posting.
///
/// Heap and the pause of a change are told by [MatcherLoad#main].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class MatcherBenchmark {

    @Param({"1000", "10000", "100000"})
    long searches;

    @Param({"ours", "monitor"})
    String matcher = "ours";

    private MatcherLoad load;
    private int next;

    @Setup
    public void save() throws IOException {
        load = new MatcherLoad(1_000, matcher.equals("monitor"));
        load.grow(searches);
    }

    @TearDown
    public void close() throws IOException {
        load.close();
    }

    @Benchmark
    public int finders() {
        next = (next + 1) % load.size();
        return matcher.equals("monitor") ? load.monitors(next) : load.ours(next);
    }
}
