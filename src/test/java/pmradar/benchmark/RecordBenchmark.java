package pmradar.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.classify.Classifiers;
import pmradar.classify.Verdict;
import pmradar.posting.Draft;
import pmradar.posting.Judged;
import pmradar.posting.Place;
import pmradar.posting.PostingSlice;
import pmradar.posting.Postings;
import pmradar.posting.Remote;
import pmradar.sample.OwnWords;
import pmradar.sample.PostingGenerator;

/// Recording postings into an H2 file that already holds many, durable as in the product, a page of 200 per commit.
/// Cleaning and judging are done before. One operation is one posting.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 4)
public class RecordBenchmark {
    private static final int PAGE = 200;
    private static final double REPEATS = 0.1;
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Import(PostingSlice.class)
    static class Store {}

    /// How many postings are stored before.
    @Param({"20000"})
    int stored;

    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Path folder;
    private Iterator<List<Judged>> fresh = List.<List<Judged>>of().iterator();
    private List<Judged> next = List.of();
    private List<Judged> first = List.of();
    private long page;

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("record");
        context = new SpringApplicationBuilder(Store.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=file:./config/application.yml",
                        "--spring.config.import=",
                        "--pmradar.data=" + folder,
                        "--logging.level.root=error");
        fresh = pages();
        for (int done = 0; done < stored; done += PAGE) record(fresh.next());
    }

    @Setup(Level.Invocation)
    public void turn() {
        next = fresh.next();
    }

    @TearDown
    public void close() throws IOException {
        if (context != null) context.close();
        if (folder == null) return;
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGE)
    public Object newPostings() {
        return record(next);
    }

    @Benchmark
    @OperationsPerInvocation(PAGE)
    public Object unchangedPostings() {
        if (first.isEmpty()) {
            first = next;
            record(first);
        }
        return record(first);
    }

    private Object record(List<Judged> page) {
        var ready = java.util.Objects.requireNonNull(context);
        var postings = ready.getBean(Postings.class);
        var now = START.plusSeconds(this.page++);
        return java.util.Objects.requireNonNull(
                ready.getBean(TransactionTemplate.class).execute(status -> postings.recordAll("bench", page, now)));
    }

    /// Endless pages of judged postings. The first thousand are judged; the others repeat them with so many other words
    /// that they are no copies of each other.
    private static Iterator<List<Judged>> pages() {
        var classifier = Classifiers.builtIn();
        var judged = new ArrayList<Judged>();
        PostingGenerator.forBenchmarks(REPEATS).variedAds(0, 1_000).forEach(ad -> {
            if (classifier.judge(ad.title(), ad.text()) instanceof Verdict.Tagged(var found)) {
                judged.add(new Judged(draft(ad), found));
            }
        });
        return LongStream.iterate(0, n -> n + PAGE)
                .mapToObj(from -> LongStream.range(from, from + PAGE)
                        .mapToObj(n -> renamed(judged.get((int) (n % judged.size())), n / judged.size()))
                        .toList())
                .iterator();
    }

    /// A later round of the same postings is other employers' with other pages.
    private static Judged renamed(Judged one, long round) {
        var of = one.draft();
        var id = of.externalId() + "-" + round;
        var words = new OwnWords(round + 1);
        var draft = new Draft(
                id,
                of.title(),
                of.company() + " " + round,
                of.places(),
                of.remote(),
                of.eligible(),
                of.workFrom(),
                of.pay(),
                of.employment(),
                of.seniority(),
                of.department(),
                of.requisition(),
                of.postedAt(),
                of.postedAs(),
                of.closesAt(),
                "https://jobs.example.com/" + id,
                "https://jobs.example.com/" + id,
                words.in(of.text()),
                words.in(java.util.Objects.requireNonNull(of.html())),
                of.contradictions(),
                false);
        return new Judged(draft, one.classification());
    }

    private static Draft draft(PostingGenerator.Ad ad) {
        return new Draft(
                ad.id(),
                ad.title(),
                ad.employer(),
                ad.places().stream()
                        .map(place -> new Place(place, place, null, null))
                        .toList(),
                Remote.UNKNOWN,
                List.of(),
                Set.of(),
                null,
                Set.of(),
                null,
                "Projects",
                null,
                START,
                null,
                null,
                null,
                null,
                ad.text(),
                ad.html(),
                List.of(),
                false);
    }
}
