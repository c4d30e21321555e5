package pmradar.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import pmradar.ingest.WholeLine;
import pmradar.sample.PostingGenerator;
import pmradar.sample.WrittenRss;

/// The whole line, from the bytes of a feed to postings that are found: reading a feed of ten pages with 200 new
/// listings each, into an H2 file and an index that already hold many. A tenth of the listings repeats another. The
/// score is listings a second; what each stage took of a processor is printed after each round, and what all of it took
/// with everything that runs beside.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 8)
@Measurement(iterations = 4, time = 8)
public class LineBenchmark {
    private static final int PAGES = 10;
    private static final int ON_PAGE = 200;
    private static final int READ = PAGES * ON_PAGE;
    private static final int BY_THE_LINE = 10_000;
    private static final double REPEATS = 0.1;

    /// How many listings are stored before. The first ten thousand come down the line; the rest are copies of them with
    /// other ids, employers and pages, made inside the database and indexed from it.
    @Param({"10000", "100000"})
    int stored;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final PostingGenerator generator = PostingGenerator.forBenchmarks(REPEATS);
    private List<byte[]> feed = List.of();
    private @Nullable WholeLine line;
    private @Nullable Path folder;
    private int round;
    private int done;
    private long busy;
    private long writing;

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("line");
        line = new WholeLine(folder);
        for (int some = 0; some < Math.min(stored, BY_THE_LINE); some += READ) {
            write();
            line();
        }
        for (int copy = 1; copy < stored / BY_THE_LINE; copy++) CopiedPostings.copy(line.database(), copy);
        CopiedPostings.settle(line.database(), Math.max(1, stored / BY_THE_LINE));
        line.awaitIndexed();
    }

    /// Each round has other postings, by other employers. Writing them is no work of the line.
    @Setup(Level.Invocation)
    public void write() {
        long begun = system.getProcessCpuTime();
        var ads = generator.variedAds((long) READ * round++, READ).toList();
        feed = IntStream.range(0, PAGES)
                .mapToObj(page -> WrittenRss.page(ads.subList(page * ON_PAGE, (page + 1) * ON_PAGE), round))
                .toList();
        writing += system.getProcessCpuTime() - begun;
    }

    @Setup(Level.Iteration)
    public void begin() {
        if (line != null) line.times().taken();
        done = 0;
        writing = 0;
        busy = system.getProcessCpuTime();
    }

    @TearDown(Level.Iteration)
    public void tell() {
        if (line == null || done == 0) return;
        double all = (system.getProcessCpuTime() - busy - writing) / 1e3 / done;
        var stages = new StringBuilder();
        line.times()
                .taken()
                .forEach((stage, micros) ->
                        stages.append(String.format(Locale.ROOT, ", %s %.0f", stage, micros / done)));
        System.out.printf(
                Locale.ROOT,
                "%n    microseconds of a processor for a listing: %.0f in all (two processors: at most %.0f/s)%s%n",
                all,
                2e6 / all,
                stages);
    }

    @Benchmark
    @OperationsPerInvocation(READ)
    public int line() {
        int read = java.util.Objects.requireNonNull(line).read("bench-" + round % 100, feed);
        if (read != READ) throw new IllegalStateException("Of the feed " + read + " listings were read.");
        done += read;
        return read;
    }

    @TearDown
    public void close() throws IOException {
        if (line != null) line.close();
        if (folder == null) return;
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
