package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import pmradar.search.Criteria;
import pmradar.search.lucene.Ads;

/// Sets up a database with saved searches, and starts processes over it.
final class KilledProcesses {
    private static final Wishes ALL = new Wishes(1000, 1000, 0, Set.of(Wishes.Change.PAY), false);

    private final String url;
    private final Path folder;
    private final long began = System.currentTimeMillis();
    private int started;

    KilledProcesses(String url, Path folder) {
        this.url = url;
        this.folder = folder;
    }

    /// Three searches for each word, two of which look for another thing beside it that all postings have.
    void save(String address) throws IOException {
        var database = new org.springframework.jdbc.datasource.DriverManagerDataSource(url);
        var found = new PathMatchingResourcePatternResolver();
        for (var room : List.of("pursuit", "alert")) {
            var tables = found.getResources("classpath:db/migration/" + room + "/*.sql");
            Arrays.sort(tables, Comparator.comparing(Resource::getFilename));
            new ResourceDatabasePopulator(tables).execute(database);
        }
        try (var context = AlertProcess.open(url, folder.resolve("index"), began)) {
            for (var word : AlertProcess.WORDS) {
                for (var query : List.of(word, word + " score:>=25", "\"plan with " + word + "\""))
                    save(context.getBean(SavedSearches.class), context.getBean(Destinations.class), query, address);
            }
        }
    }

    private static void save(SavedSearches searches, Destinations destinations, String query, String address) {
        var criteria = new Criteria(query, List.of(), Criteria.Sort.NEWEST);
        var order = new SavedSearches.Order(query, criteria, Schedule.atOnce(ZoneOffset.UTC), ALL);
        var saved = searches.save(1, order, Ads.NOW);
        destinations.add(1, saved.id(), "webhook", address);
    }

    /// What must have been told in the end, each once.
    static List<Receiver.Line> expected(long changes) {
        var lines = new ArrayList<Receiver.Line>();
        LongStream.rangeClosed(1, changes).filter(version -> version % 5 != 0).forEach(id -> {
            var word = AlertProcess.word(id);
            for (var query : List.of(word, word + " score:>=25", "\"plan with " + word + "\""))
                lines.add(new Receiver.Line(query, id));
        });
        return lines;
    }

    Process start(long changes, String... more) throws IOException {
        var index = folder.resolve("index" + ++started);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AlertProcess.class.getName(),
                url,
                index.toString(),
                Long.toString(began),
                Long.toString(changes)));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("process" + started + ".log");
    }

    /// Waits until the process that was started last works, or has ended.
    void awaitUp(Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(log()).contains("up\n")) Thread.sleep(10);
    }

    void finish(long changes) throws IOException, InterruptedException {
        var last = start(changes, "alone");
        awaitEnd(last);
    }

    void awaitEnd(Process process) throws IOException, InterruptedException {
        var ended = process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as("%s", Files.readString(log()))
                .isTrue();
    }

    /// In the store, too, each is there once.
    void check(Receiver receiver, long changes) {
        var expected = expected(changes);
        assertThat(receiver.lines()).containsExactlyInAnyOrderElementsOf(expected);
        var jdbc = JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(url));
        var sent = jdbc.sql("select message_key from alert_delivery where state = 'SENT'")
                .query(String.class)
                .list();
        assertThat(sent).containsExactlyInAnyOrderElementsOf(receiver.taken.keySet());
        assertThat(jdbc.sql("select count(*) from alert_delivery where state <> 'SENT'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from alert_hit where state = 'TOLD' and kind = 'NEW'")
                        .query(Long.class)
                        .single())
                .isEqualTo(expected.size());
        assertThat(jdbc.sql("select count(*) from alert_hit").query(Long.class).single())
                .isEqualTo(expected.size());
    }
}
