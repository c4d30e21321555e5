package pmradar.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import pmradar.PmRadar;
import pmradar.classify.Classifier;
import pmradar.feed.Feed;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedReader;
import pmradar.feed.Feeds;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.Reading;
import pmradar.feed.type.RssReading;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.posting.Readmissions;
import pmradar.search.PostingIndex;

/// The program in a folder of its own, without its pages and its clockwork, for benchmarks of the line: what it is
/// handed
/// as the bytes of a feed's pages it reads, cleans, judges, records and indexes as it always does. Only the fetching is
/// left out. It counts the time that each stage takes of a processor.
public final class WholeLine implements AutoCloseable {
    private final StageTimes times = new StageTimes();
    private final AtomicLong indexed = new AtomicLong();
    private final ConfigurableApplicationContext context;
    private final Line line;

    public WholeLine(Path folder) {
        this(folder, false, _ -> {});
    }

    /// @param clockwork whether what follows the store by itself, such as alerts, runs too @param more set up before
    /// the
    ///     program starts
    public WholeLine(Path folder, boolean clockwork, Consumer<ConfigurableListableBeanFactory> more) {
        context = new SpringApplicationBuilder(PmRadar.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    starting.getBeanFactory().addBeanPostProcessor(new Timing());
                    more.accept(starting.getBeanFactory());
                })
                .run(
                        "--spring.config.location=file:./config/application.yml",
                        "--spring.config.import=",
                        "--pmradar.data=" + folder,
                        "--pmradar.feed.show-samples=false",
                        "--jobrunr.background-job-server.enabled=" + clockwork,
                        "--logging.level.root=error",
                        "--logging.level.pmradar=error",
                        "--logging.level.pmradar.alert=warn");
        line = new Line(
                new TimedCleaner(context.getBean(Cleaner.class), context.getBean(PlaceReader.class)),
                (Classifier) timed(context.getBean(Classifier.class), Map.of("judge", "judge")),
                context.getBean(Postings.class),
                context.getBean(Readmissions.class),
                context.getBean(JdbcReadLog.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(Clock.class));
    }

    public StageTimes times() {
        return times;
    }

    public JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    /// A part of the running program.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// Reads the pages as one feed, and returns when all that came of them is in the index.
    ///
    /// @return how many listings they hold
    public int read(String feedId, List<byte[]> pages) {
        var feed = new Feed(
                feedId,
                "rss",
                "https://jobs.example.org/",
                feedId,
                null,
                null,
                Duration.ofHours(1),
                null,
                Feed.Origin.ADDED,
                Map.of());
        Optional<ReadLog.ReadRecord> record = times.of(
                "line", () -> reading((each, onPage) -> hand(pages, onPage)).read(feed));
        awaitIndexed();
        return record.orElseThrow().tally().found();
    }

    private Reading hand(List<byte[]> pages, Consumer<Page> onPage) {
        int listings = 0;
        for (var bytes : pages) {
            var page = times.of("parse", () -> RssReading.page(bytes));
            listings += page.listings().size();
            onPage.accept(page);
        }
        return new Reading.Fresh(listings, 0, false, Reading.Bookmark.NONE, 0, 0);
    }

    private FeedReading reading(FeedReader reader) {
        return new FeedReading(
                context.getBean(Feeds.class),
                context.getBean(FeedHealth.class),
                reader,
                line,
                context.getBean(Postings.class),
                context.getBean(Samples.class),
                context.getBean(JdbcReadLog.class),
                context.getBean(Lease.class),
                context.getBean(Durable.class),
                context.getBean(Clock.class));
    }

    /// Returns when the index holds what the store holds.
    public void awaitIndexed() {
        var last = database().queryForObject("select coalesce(max(version), 0) from posting", Long.class);
        while (last != null && indexed.get() < last) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /// Puts a clock before the doors of the stages.
    private final class Timing implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Postings)
                return timed(bean, Map.of("changedAfter", "index: look", "find", "index: look"));
            if (bean instanceof PostingIndex)
                return timed(bean, Map.of("put", "index: put", "refresh", "index: refresh", "commit", "index: commit"));
            return bean;
        }
    }

    private Object timed(Object bean, Map<String, String> stages) {
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(!(bean instanceof Classifier));
        proxy.addAdvice((MethodInterceptor) call -> {
            var name = call.getMethod().getName();
            long start = times.start();
            try {
                return call.proceed();
            } finally {
                times.end(stages.get(name), start);
                if (name.equals("put")) noteIndexed((Collection<?>) call.getArguments()[0]);
            }
        });
        return proxy.getProxy();
    }

    private void noteIndexed(Collection<?> postings) {
        for (var each : postings)
            if (each instanceof Posting posting) indexed.accumulateAndGet(posting.version(), Math::max);
    }

    private final class TimedCleaner extends Cleaner {
        private final Cleaner cleaner;

        TimedCleaner(Cleaner cleaner, PlaceReader places) {
            super(places);
            this.cleaner = cleaner;
        }

        @Override
        Cleaned clean(Feed feed, Listing listing, Instant now) {
            return times.of("clean", () -> cleaner.clean(feed, listing, now));
        }
    }
}
