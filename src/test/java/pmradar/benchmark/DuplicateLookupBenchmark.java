package pmradar.benchmark;

import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import pmradar.posting.DuplicateLookup;

/// Looking up the near copies of a text among many fingerprints, by bands against comparing with each. `main` prints
/// the ratio at each size and the exponent with which the cost of a look-up grows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DuplicateLookupBenchmark {
    private static final int QUESTIONS = 4_096;

    @Param({"10000", "100000", "1000000"})
    int stored;

    private @Nullable DuplicateLookup lookup;
    private int question;

    @Setup
    public void fill() {
        lookup = new DuplicateLookup(stored, QUESTIONS);
    }

    @Benchmark
    public int byBands() {
        return java.util.Objects.requireNonNull(lookup).byBands(question++ & (QUESTIONS - 1));
    }

    @Benchmark
    public int byForce() {
        return java.util.Objects.requireNonNull(lookup).byForce(question++ & (QUESTIONS - 1));
    }

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(DuplicateLookupBenchmark.class.getSimpleName())
                .build();
        var bands = new TreeMap<Integer, Double>();
        var force = new TreeMap<Integer, Double>();
        for (var result : new Runner(options).run()) {
            var stored = Integer.valueOf(result.getParams().getParam("stored"));
            var scores = result.getParams().getBenchmark().endsWith("byBands") ? bands : force;
            scores.put(stored, result.getPrimaryResult().getScore());
        }
        bands.forEach((stored, time) -> System.out.printf(
                Locale.ROOT, "%,d: %.0f times as fast as brute force%n", stored, force.get(stored) / time));
        if (bands.size() > 1) {
            var exponent =
                    Math.log(bands.lastEntry().getValue() / bands.firstEntry().getValue())
                            / Math.log((double) bands.lastKey() / bands.firstKey());
            System.out.printf(Locale.ROOT, "cost grows with the power %.2f of what is stored%n", exponent);
        }
    }
}
