package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pmradar.posting.Posting;
import pmradar.sample.BenchmarkPostings;
import pmradar.search.Criteria;
import pmradar.search.Synonyms;

/// Many saved searches, kept by the program's own matcher and by Lucene's monitor, over postings to be matched: for
/// benchmarks.
public final class MatcherLoad implements AutoCloseable {
    private static final int INDEXED = 2_000;
    private static final int BATCH = 5_000;
    private static final int PASSES = 2;
    private static final int MATCHED = 10_000;
    private static final long BETWEEN_CHANGES = 1_000_000;

    private final LuceneIndex index;
    private final List<Posting> postings;
    private final SavedSearchMix mix;
    private @Nullable FiledCriteria matcher;
    private final @Nullable Monitor monitor;
    private long searches;

    /// @param withMonitor whether Lucene's monitor is to keep the same searches
    public MatcherLoad(int postings, boolean withMonitor) throws IOException {
        var generated = new BenchmarkPostings(Ads.NOW);
        index = new LuceneIndex(TestIndex.settings(Files.createTempDirectory("matcher")));
        index.put(LongStream.range(0, INDEXED).mapToObj(generated::posting).toList());
        index.refresh();
        this.postings = LongStream.range(INDEXED, INDEXED + postings)
                .mapToObj(generated::posting)
                .toList();
        mix = new SavedSearchMix(20_261_128, generated, 100_000);
        matcher = new FiledCriteria(
                index,
                new StaticListableBeanFactory().getBeanProvider(Synonyms.class),
                Clock.fixed(Ads.NOW, ZoneOffset.UTC));
        monitor = withMonitor ? new Monitor(new OpenIndex.Apart(), new MultipassTermFilteredPresearcher(PASSES)) : null;
    }

    /// Saves more of them, until there are so many.
    public void grow(long to) throws IOException {
        var batch = new ArrayList<MonitorQuery>();
        for (; searches < to; searches++) {
            var criteria = mix.next();
            if (monitor == null) matcher.put(searches, criteria);
            else batch.add(new MonitorQuery(Long.toString(searches), matcher.query(criteria)));
            if (batch.size() == BATCH || monitor != null && searches == to - 1) {
                monitor.register(batch);
                batch.clear();
            }
        }
    }

    public int size() {
        return postings.size();
    }

    /// @return how many searches find it
    public int ours(int posting) {
        return matcher.findersOf(postings.get(posting)).size();
    }

    /// @return how many searches find it
    public int monitors(int posting) {
        try {
            return monitor.match(PostingDocument.of(postings.get(posting)), QueryMatch.SIMPLE_MATCHER)
                    .getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One is changed. @return how long that took, in nanoseconds
    public long change() {
        Criteria criteria = mix.next();
        long began = System.nanoTime();
        matcher.put(searches / 2, criteria);
        return System.nanoTime() - began;
    }

    @Override
    public void close() throws IOException {
        if (monitor != null) monitor.close();
        index.close();
    }

    /// The heap that saved searches take, and what the matcher does with them: `searches [monitor]`, as a quick look
    /// without the care of a benchmark.
    public static void main(String... arguments) throws IOException {
        try (var load = new MatcherLoad(500, arguments.length > 1)) {
            load.grow(Long.parseLong(arguments[0]));
            for (int round = 0; round < 5; round++) round(load);
            if (load.monitor != null) return;
            changes(load);
            long with = used();
            load.matcher = null;
            System.out.printf(
                    "%,d searches, %.0f bytes each%n", load.searches, (with - used()) / (double) load.searches);
        }
    }

    private static void round(MatcherLoad load) {
        long began = cpu();
        long found = 0;
        for (int i = 0; i < load.size(); i++) found += load.monitor == null ? load.ours(i) : load.monitors(i);
        double seconds = (cpu() - began) / 1e9;
        System.out.printf("%,.0f postings/s, %.1f finders each%n", load.size() / seconds, found / (double) load.size());
    }

    /// Of this thread, so that what else the machine does is left out.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// What a change takes, and what matching takes beside changes: what it waits is a part of that.
    private static void changes(MatcherLoad load) {
        tell("change", LongStream.range(0, MATCHED).map(_ -> load.change()));
        tell("match", LongStream.range(0, MATCHED).map(load::matched));
        var changing = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                load.change();
                LockSupport.parkNanos(BETWEEN_CHANGES);
            }
        });
        tell(
                "match, with about 1,000 changes a second beside it",
                LongStream.range(0, MATCHED).map(load::matched));
        changing.interrupt();
    }

    private long matched(long number) {
        long began = System.nanoTime();
        ours((int) (number % size()));
        return System.nanoTime() - began;
    }

    private static void tell(String what, LongStream nanoseconds) {
        var took = nanoseconds.sorted().toArray();
        System.out.printf(
                "%s: median %.3f ms, 99.9 of a hundred within %.3f ms, all within %.3f ms%n",
                what,
                took[took.length / 2] / 1e6,
                took[took.length - 1 - took.length / 1_000] / 1e6,
                took[took.length - 1] / 1e6);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
