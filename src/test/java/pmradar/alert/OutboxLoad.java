package pmradar.alert;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.ingest.WholeLine;
import pmradar.posting.PostingEvent;
import pmradar.sample.PostingGenerator;
import pmradar.sample.WrittenRss;
import pmradar.search.Criteria;
import pmradar.search.lucene.MixedSearches;

/// How long it takes from the commit that records a posting to the commit that puts it into the outbox, for every saved
/// search it meets, while the whole program ingests; and for how long a change of a saved search holds up matching.
/// Each search is told at once, by a channel that takes its time.
///
/// Arguments: saved searches, seconds, postings a second (0 for as fast as the line is), milliseconds that the channel
/// takes for a message, and saved searches that are changed each second.
public final class OutboxLoad {
    private static final int PER_ACCOUNT = 100;
    private static final int WARM = 600;

    /// The number of the first search; those before it are the program's own.
    private static final long FIRST = 1_000;

    private final Map<Long, Long> recorded = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestPause = new AtomicLong();
    private final AtomicLong longestStep = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> changes = new ConcurrentLinkedQueue<>();
    private final PostingGenerator generator = PostingGenerator.forBenchmarks(0.1);
    private final Supplier<Criteria> mix = MixedSearches.of(20_261_129);
    private final WholeLine line;
    private volatile boolean changing = true;
    private long next;
    private int round;

    private OutboxLoad(long delay) throws IOException {
        line = new WholeLine(Files.createTempDirectory("outbox"), true, beans -> {
            beans.registerSingleton("slow", new Slow(delay));
            beans.addBeanPostProcessor(new Watching());
            beans.registerSingleton("heard", (ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                if (event.getPayload() instanceof PostingEvent told)
                    afterCommit(() -> recorded.put(told.id().value(), System.nanoTime()));
            });
        });
    }

    /// Takes every message after a while.
    private record Slow(long millis) implements Channel {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public String address(String typed) {
            return typed;
        }

        @Override
        public Outcome send(Destination to, Digest digest, String key) {
            pause(millis);
            return new Outcome.Accepted();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    /// Notes when digests are committed, and how long who matches waits for who changes.
    private final class Watching implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof StoredDigests)
                return watched(bean, call -> {
                    var made = call.proceed();
                    if (call.getMethod().getName().startsWith("add")) afterCommit(() -> note(made));
                    return made;
                });
            if (bean instanceof Progress)
                return watched(bean, call -> {
                    long began = System.nanoTime();
                    try {
                        return call.proceed();
                    } finally {
                        boolean matches = Thread.currentThread().getName().equals("hit-keeper");
                        if (matches && call.getMethod().getName().equals("locked")) most(longestPause, began);
                    }
                });
            if (bean instanceof HitRecorder)
                return watched(bean, call -> {
                    long began = System.nanoTime();
                    try {
                        return call.proceed();
                    } finally {
                        if (call.getMethod().getName().equals("step")) most(longestStep, began);
                    }
                });
            return bean;
        }
    }

    private static void most(AtomicLong longest, long began) {
        longest.accumulateAndGet(System.nanoTime() - began, Math::max);
    }

    private static Object watched(Object bean, MethodInterceptor watch) {
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(watch);
        return proxy.getProxy();
    }

    private void note(Object made) {
        var digests = made instanceof List<?> many ? many.stream() : Stream.of(made);
        long now = System.nanoTime();
        digests.map(Digest.class::cast)
                .flatMap(digest -> digest.lines().stream())
                .forEach(told -> {
                    var began = recorded.get(told.posting());
                    if (began != null) waits.add(now - began);
                });
    }

    private void save(long searches) {
        var all = new Wishes(1_000, 1_000, 0, java.util.Set.of(), false);
        var now = Instant.now();
        var jdbc = line.database();
        for (long from = 0; from < searches; from += 1_000) {
            var rows = LongStream.range(from, Math.min(searches, from + 1_000))
                    .mapToObj(id -> {
                        var criteria = mix.get();
                        return new Object[] {
                            FIRST + id,
                            FIRST + id / PER_ACCOUNT,
                            "search " + id,
                            criteria.query(),
                            Notation.of(criteria.conditions()),
                            Notation.of(Schedule.atOnce(ZoneOffset.UTC)),
                            Notation.of(all),
                            Notation.at(now),
                            Notation.at(now),
                            "token " + id,
                            FIRST + id
                        };
                    })
                    .toList();
            jdbc.batchUpdate(
                    "insert into alert_search (id, account_id, name, query, conditions, schedule, wishes, since, paused,"
                            + " next_due, token, revision) values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?)",
                    rows);
        }
        jdbc.update("insert into alert_destination (search_id, channel, address)"
                + " select id, 'slow', 'somewhere' from alert_search where token like 'token%'");
        jdbc.update("alter table alert_search alter column id restart with " + (FIRST + searches));
        jdbc.update("update alert_progress set revision = " + (FIRST + searches));
    }

    private int read(int postings) {
        var ads = generator.variedAds(next, postings).toList();
        next += postings;
        return line.read("load-" + round % 50, List.of(WrittenRss.page(ads, round++)));
    }

    private long ingest(Duration length, int rate) {
        long began = System.nanoTime();
        long read = 0;
        for (long turn = 1; System.nanoTime() - began < length.toNanos(); turn++) {
            read += read(rate == 0 ? 200 : Math.max(1, rate / 5));
            if (rate > 0) pause(turn * 200 - (System.nanoTime() - began) / 1_000_000);
        }
        return read;
    }

    private boolean waiting() {
        return Boolean.TRUE.equals(line.database()
                .queryForObject(
                        "select exists (select 1 from alert_hit where state = 'WAITING')"
                                + " or (select version from alert_progress) < (select max(version) from posting)",
                        Boolean.class));
    }

    private void change(double perSecond, long searches) {
        var saved = line.part(SavedSearches.class);
        var random = new java.util.SplittableRandom(1);
        while (changing) {
            pause((long) (1_000 / perSecond));
            long id = random.nextLong(searches);
            var order = new SavedSearches.Order("changed", mix.get(), Schedule.atOnce(ZoneOffset.UTC), Wishes.DEFAULT);
            long began = System.nanoTime();
            saved.change(FIRST + id / PER_ACCOUNT, FIRST + id, order, Instant.now());
            changes.add(System.nanoTime() - began);
        }
    }

    private static long[] sorted(Iterable<Long> times) {
        var all = new ArrayList<Long>();
        times.forEach(all::add);
        return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static String told(long[] sorted) {
        if (sorted.length == 0) return "none";
        return "%,d: p50 %.0f ms, p99 %.0f ms, most %.0f ms"
                .formatted(
                        sorted.length,
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (sorted.length * 0.99)] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var given = Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        var load = new OutboxLoad((long) given[3]);
        while (load.next < WARM) load.read(200);
        load.save((long) given[0]);
        load.line.part(HitKeeper.class).wake();
        load.ingest(Duration.ofSeconds(8), (int) given[2]);
        while (load.waiting()) pause(200);
        load.waits.clear();
        load.longestPause.set(0);
        load.longestStep.set(0);
        var changer = Thread.ofPlatform().daemon().unstarted(() -> load.change(given[4], (long) given[0]));
        if (given[4] > 0) changer.start();
        long began = System.nanoTime();
        long read = load.ingest(Duration.ofSeconds((long) given[1]), (int) given[2]);
        double seconds = (System.nanoTime() - began) / 1e9;
        load.changing = false; // an interrupt would close the file of the database
        double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        pause(2_000);
        System.out.printf("%,.0f saved searches, %.0f postings/s, load average %.1f%n", given[0], read / seconds, busy);
        System.out.println("from recorded to in the outbox: " + told(sorted(load.waits)));
        if (given[4] > 0) System.out.println("changes of a saved search: " + told(sorted(load.changes)));
        System.out.printf(
                "matching waited for a change at most %.1f ms; its longest step took %.1f ms%n",
                load.longestPause.get() / 1e6, load.longestStep.get() / 1e6);
        load.line
                .database()
                .queryForList("select state, count(*) n from alert_hit group by state")
                .forEach(System.out::println);
        Runtime.getRuntime().halt(0);
    }
}
