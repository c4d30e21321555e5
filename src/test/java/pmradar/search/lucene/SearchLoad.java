package pmradar.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pmradar.search.Criteria;
import pmradar.search.Synonyms;

/// Searches of many clients at once, as people mix them, on an index that [SearchTimes] has made: response times in
/// process for 1, 8 and 64 clients. Arguments: the folder, and how many seconds each load lasts. Each client asks again
/// as soon as it is answered.
final class SearchLoad {

    private SearchLoad() {}

    /// Asks, and waits for the answer.
    @FunctionalInterface
    interface Client {
        void ask(Criteria criteria) throws IOException;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var folder = Path.of(args[0]);
        var length = Duration.ofSeconds(Long.parseLong(args[1]));
        var index = new LuceneIndex(TestIndex.settings(folder));
        var clock = Clock.fixed(Ads.NOW, ZoneOffset.UTC);
        var search = new LuceneSearch(index, new StaticListableBeanFactory().getBeanProvider(Synonyms.class), clock);
        System.out.printf("%,d postings%n", index.size());
        alone(search, 1500, true);
        alone(search, 1500, false);
        raw(index, 1500);
        if (length.isZero()) return;
        Client client = criteria -> search.search(criteria, 30, null);
        load(client, 2, length, -1);
        for (int clients : new int[] {1, 8, 64}) load(client, clients, length, clients);
        heap();
        index.close();
    }

    static void heap() {
        System.gc();
        var memory = Runtime.getRuntime();
        System.out.printf("heap in use %,d MB%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    /// One client after the other, by the processor's time: other programs on the machine hardly count.
    private static void alone(LuceneSearch search, int searches, boolean warming) {
        var mix = new QueryMix(warming ? 1 : 2);
        var times = new long[searches];
        var counting = new long[searches];
        long began = System.nanoTime();
        for (int i = 0; i < searches; i++) {
            var criteria = mix.next();
            long cpu = SearchTimes.cpu();
            search.search(criteria, 0, null);
            counting[i] = SearchTimes.cpu() - cpu;
            search.search(criteria, 30, null);
            times[i] = SearchTimes.cpu() - cpu;
            if (!warming && times[i] > 10_000_000) System.out.printf("  slow: %.1f ms %s%n", times[i] / 1e6, criteria);
        }
        if (warming) return;
        System.out.print("processor's time, counting alone: ");
        print(1, List.of(counting), System.nanoTime() - began);
        System.out.print("processor's time: ");
        print(1, List.of(times), System.nanoTime() - began);
    }

    /// The same searches as one would write them with Lucene alone: the best by the same order, and the facets by their
    /// columns in the index, document by document.
    private static void raw(LuceneIndex index, int searches) {
        for (var seed : List.of(1, 2)) {
            var mix = new QueryMix(seed);
            var times = new long[searches];
            long began = System.nanoTime();
            for (int i = 0; i < searches; i++) {
                var criteria = mix.next();
                long cpu = SearchTimes.cpu();
                index.look(view -> RawLucene.search(view, criteria));
                times[i] = SearchTimes.cpu() - cpu;
            }
            if (seed == 1) continue;
            System.out.print("processor's time, Lucene alone: ");
            print(1, List.of(times), System.nanoTime() - began);
        }
    }

    /// @param shown negative for a load that only warms up
    static void load(Client client, int clients, Duration length, int shown)
            throws InterruptedException, ExecutionException {
        var all = new ArrayList<long[]>();
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < clients; i++) {
                var mix = new QueryMix(shown * 1000L + i);
                tasks.add(() -> times(client, mix, began + length.toNanos()));
            }
            for (var done : pool.invokeAll(tasks)) all.add(done.get());
        }
        if (shown < 0) return;
        print(clients, all, System.nanoTime() - began);
    }

    private static long[] times(Client client, QueryMix mix, long until) throws IOException {
        var times = new ArrayList<Long>();
        while (System.nanoTime() < until) {
            Criteria criteria = mix.next();
            long began = System.nanoTime();
            client.ask(criteria);
            times.add(System.nanoTime() - began);
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    static void print(int clients, List<long[]> all, long took) {
        var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%2d clients %,7d searches %,6.0f a second; ms median %.2f p90 %.2f p99 %.2f p99.9 %.2f worst %.2f%n",
                clients,
                times.length,
                times.length / (took / 1e9),
                at(times, 0.5),
                at(times, 0.9),
                at(times, 0.99),
                at(times, 0.999),
                at(times, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
