package pmradar.benchmark;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pmradar.classify.Classifier;
import pmradar.classify.Classifiers;
import pmradar.classify.Taxonomy;
import pmradar.classify.TermMatching;
import pmradar.ingest.PlainText;
import tools.jackson.databind.json.JsonMapper;

/// Judging postings whole, on one thread: against only making plain text of their HTML with Jsoup, and against a tagger
/// that does nothing but look words up; with taxonomies of two sizes, and with texts of rising length.
///
/// The score is postings a second, for texts of rising length megabytes a second: the same at every length means that
/// the time is linear.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassifyBenchmark {

    private static final int POSTINGS = 1000;

    /// @param html as a page would hold it
    private record Posting(String title, String text, String html) {
        static Posting of(String title, String description) {
            var text = PlainText.ofText(description);
            var html = description.contains("</") ? description : paragraphs(text);
            return new Posting(PlainText.line(title), text, html);
        }

        private static String paragraphs(String text) {
            return "<div><p>" + Entities.escape(text).replace("\n", "</p>\n<p>") + "</p></div>";
        }
    }

    /// Real postings where there are some, else one invented text many times; always as many.
    @State(Scope.Benchmark)
    public static class Postings {
        private List<Posting> all = List.of();

        @Setup
        public void read() throws IOException {
            var file = Path.of(System.getProperty("pmradar.shared", ""), "postings", "dev.jsonl.gz");
            var read = new ArrayList<Posting>();
            if (Files.isRegularFile(file)) real(file, read);
            var invented = "Requirements: 5 years of experience as a project manager, Python and machine learning. ";
            for (var i = 0; read.isEmpty() || i < POSTINGS - read.size(); i++) {
                read.add(Posting.of("Project Manager " + i, invented.repeat(35)));
            }
            all = List.copyOf(read.subList(0, POSTINGS));
        }

        private static void real(Path file, List<Posting> read) throws IOException {
            var json = JsonMapper.builder().build();
            try (var lines = new GZIPInputStream(Files.newInputStream(file))) {
                for (var line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    var node = json.readTree(line);
                    read.add(Posting.of(
                            node.path("title").asString(),
                            node.path("description").asString()));
                }
            }
        }
    }

    /// The classifier as it ships, and the words of its taxonomy in an automaton.
    @State(Scope.Benchmark)
    public static class Shipped {
        private final Classifier classifier = Classifiers.builtIn();
        private final AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();

        @Setup
        public void build() {
            var words = new TreeMap<String, String>();
            Taxonomy.builtIn().spellings().forEach((term, spellings) -> {
                for (var spelling : spellings) words.put(spelling.toLowerCase(Locale.ROOT), term.name());
            });
            automaton.build(words);
        }
    }

    /// The same real terms, filled up with invented ones.
    @State(Scope.Benchmark)
    public static class Sized {
        @Param({"2000", "50000"})
        int terms;

        private Classifier classifier = Classifiers.builtIn();

        @Setup
        public void build() {
            classifier = Classifiers.of(TermMatching.taxonomy(TermMatching.phrases(terms)));
        }
    }

    /// Real postings one after the other, up to a length.
    @State(Scope.Benchmark)
    public static class Long {
        @Param({"10000", "100000", "1000000", "10000000"})
        int length;

        private List<String> texts = List.of();

        /// One operation reads ten million characters at every length, so that the scores can be compared.
        @Setup
        public void join(Postings postings) {
            var whole = new StringBuilder();
            while (whole.length() < 10_000_000) {
                for (var posting : postings.all) whole.append(posting.text()).append("\n\n");
            }
            var cut = new ArrayList<String>();
            for (var at = 0; at < 10_000_000; at += length) cut.add(whole.substring(at, at + length));
            texts = List.copyOf(cut);
        }
    }

    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public int judge(Postings postings, Shipped shipped) {
        return judge(postings.all, shipped.classifier);
    }

    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public int judgeWithTerms(Postings postings, Sized sized) {
        return judge(postings.all, sized.classifier);
    }

    private static int judge(List<Posting> postings, Classifier classifier) {
        var sum = 0;
        for (var posting : postings) {
            sum += classifier.judge(posting.title(), posting.text()).hashCode();
        }
        return sum;
    }

    /// Makes plain text of the HTML, and nothing more.
    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public int jsoup(Postings postings) {
        var sum = 0;
        for (var posting : postings.all) {
            sum += Jsoup.parse(posting.html()).text().length();
        }
        return sum;
    }

    /// Finds the taxonomy's words as whole words, and nothing more.
    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public int dictionary(Postings postings, Shipped shipped) {
        var found = new int[1];
        for (var posting : postings.all) {
            var lower = posting.text().toLowerCase(Locale.ROOT);
            shipped.automaton.parseText(lower, (begin, end, term) -> {
                if (boundary(lower, begin - 1) && boundary(lower, end)) found[0] += term.length();
            });
        }
        return found[0];
    }

    /// Megabytes a second.
    @Benchmark
    @OperationsPerInvocation(10)
    public int judgeLong(Long text, Shipped shipped) {
        var sum = 0;
        for (var each : text.texts) {
            sum += shipped.classifier.judge("Project Manager", each).hashCode();
        }
        return sum;
    }

    private static boolean boundary(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }
}
