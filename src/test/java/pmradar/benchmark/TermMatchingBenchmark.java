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
import pmradar.classify.Taxonomy;
import pmradar.classify.TermMatch;
import pmradar.classify.TermMatching;
import tools.jackson.databind.json.JsonMapper;

/// Finding terms in postings: ours against Aho-Corasick on a double-array trie with a check of word boundaries, with
/// the same phrases. One operation is all postings once, so more operations a second is better.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TermMatchingBenchmark {

    private static final int POSTINGS = 1000;

    @Param({"2000", "10000", "50000"})
    int phrases;

    private List<String> postings = List.of();
    private Taxonomy taxonomy = Taxonomy.builtIn();
    private Taxonomy shipped = taxonomy;
    private AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();

    @Setup
    public void read() throws IOException {
        var list = TermMatching.phrases(phrases);
        taxonomy = TermMatching.taxonomy(list);
        automaton = new AhoCorasickDoubleArrayTrie<>();
        var map = new TreeMap<String, String>();
        for (var phrase : list) map.put(phrase, phrase);
        automaton.build(map);
        postings = postings();
    }

    /// Real postings where there are some, else one invented text many times.
    private static List<String> postings() throws IOException {
        var file = Path.of(System.getProperty("pmradar.shared", ""), "postings", "dev.jsonl.gz");
        var texts = new ArrayList<String>();
        if (!Files.isRegularFile(file)) {
            for (var i = 0; i < POSTINGS; i++) texts.add("Leads projects in python and machine learning. ".repeat(80));
            return texts;
        }
        var json = JsonMapper.builder().build();
        try (var lines = new GZIPInputStream(Files.newInputStream(file))) {
            for (var line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (texts.size() == POSTINGS) break;
                texts.add(json.readTree(line).path("description").asString().replaceAll("<[^>]*>", " "));
            }
        }
        return texts;
    }

    @Benchmark
    public int ours() {
        var found = 0;
        for (var text : postings) found += taxonomy.find(text).size();
        return found;
    }

    /// With all rules, endings and compounds, at its own size whatever the parameter.
    @Benchmark
    public int shipped() {
        var found = 0;
        for (var text : postings) found += shipped.find(text).size();
        return found;
    }

    @Benchmark
    public int ahoCorasick() {
        var found = 0;
        for (var text : postings) found += matches(text).size();
        return found;
    }

    /// Leftmost-longest whole words, as ours.
    private List<TermMatch> matches(String text) {
        var matches = new ArrayList<TermMatch>();
        var lower = text.toLowerCase(Locale.ROOT);
        var best = new int[] {-1, -1};
        automaton.parseText(lower, (begin, end, phrase) -> {
            if (!boundary(lower, begin - 1) || !boundary(lower, end)) return;
            if (begin >= best[1]) {
                best[0] = begin;
                best[1] = end;
                matches.add(new TermMatch(begin, end, TermMatching.TERM));
            } else if (begin == best[0] && end > best[1]) {
                best[1] = end;
                matches.set(matches.size() - 1, new TermMatch(begin, end, TermMatching.TERM));
            }
        });
        return matches;
    }

    private static boolean boundary(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }
}
