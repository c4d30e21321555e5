package pmradar.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The phrases by which clauses are read, and where they occur in a text.
final class Lexicon {

    private static final int LONGEST_PHRASE = 10;
    private static final int BITS = 20;
    private static final long NODES = (1 << BITS) - 1;
    private static final Cue[] CUES = Cue.values();

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<Long, Integer> edges = new HashMap<>();
    private final List<Set<Cue>> cues = new ArrayList<>();
    /// The edges: from which node, by which word, and in the lowest bits to which node.
    private long[] table = {};

    /// Which edges there are, by some bits of their hash: most looked for are not, and this fits a near cache.
    private final long[] filter = new long[1 << 11];

    private Cue[][] found = {};
    private boolean[] inner = {};
    private int[] beginnings = {};

    private Lexicon() {
        cues.add(EnumSet.noneOf(Cue.class));
    }

    /// The lexicon that is part of the program.
    static Lexicon load() {
        try (InputStream in = Lexicon.class.getResourceAsStream("/pmradar/classify/lexicon.txt")) {
            if (in == null) throw new IllegalStateException("lexicon.txt is not on the class path");
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon.txt cannot be read", e);
        }
    }

    static Lexicon parse(String lines) {
        var lexicon = new Lexicon();
        lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(lexicon::addLine);
        lexicon.close();
        return lexicon;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Words words(String text) {
        return Words.of(text, vocabulary);
    }

    /// All phrases in the order of their first words; of one cue only the longest at a place.
    List<Mark> find(Words words) {
        return new Search(words).all();
    }

    /// One walk over one text.
    private final class Search {
        private final Words words;
        private final int[][] starred;
        private final int[] reached = new int[CUES.length];
        private final ArrayList<Mark> marks;
        private int first;
        private int kept;

        Search(Words words) {
            this.words = words;
            this.starred = new int[words.count()][];
            this.marks = new ArrayList<>(words.count() / 2);
        }

        List<Mark> all() {
            for (first = 0; first < words.count(); first++) {
                kept = marks.size();
                walk(first, 0);
            }
            return marks;
        }

        private void walk(int word, int node) {
            int id = words.id(word);
            if (id != Vocabulary.UNKNOWN) step(word, node, id);
            int[] patterns = starred[word];
            if (patterns == null) starred[word] = patterns = vocabulary.starred(words, word);
            for (int pattern : patterns) step(word, node, pattern);
        }

        private void step(int word, int node, int id) {
            int next = target(node, id);
            if (next == 0) return;
            for (var cue : found[next]) see(cue, word);
            int following = word + 1;
            boolean goesOn = inner[next]
                    && following < words.count()
                    && following - first < LONGEST_PHRASE
                    && words.gap(following) == Words.JOINED;
            if (goesOn) walk(following, next);
        }

        private void see(Cue cue, int last) {
            if (last + 1 <= reached[cue.ordinal()]) return;
            reached[cue.ordinal()] = last + 1;
            var mark = new Mark(first, last, cue);
            for (int i = kept; i < marks.size(); i++) {
                if (marks.get(i).cue() == cue) {
                    marks.set(i, mark);
                    return;
                }
            }
            marks.add(mark);
        }
    }

    private int target(int node, int id) {
        if (node == 0) return beginnings[id];
        long key = key(node, id);
        long mixed = mixed(key);
        if ((filter[(int) (mixed >>> 53)] & 1L << (mixed >>> 47)) == 0) return 0;
        int slot = slot(mixed);
        while (table[slot] != 0) {
            if ((table[slot] & ~NODES) == key) return (int) (table[slot] & NODES);
            slot = slot + 1 & table.length - 1;
        }
        return 0;
    }

    private int slot(long mixed) {
        return (int) (mixed >>> 30) & table.length - 1;
    }

    private static long mixed(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }

    private static long key(int node, int id) {
        return (long) (node + 1) << 2 * BITS | (long) id << BITS;
    }

    private void addLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("lexicon line without a cue: " + line);
        var cue = Cue.valueOf(line.substring(0, colon).strip());
        for (var phrase : line.substring(colon + 1).split("\\|")) addPhrase(cue, phrase.strip());
    }

    private void addPhrase(Cue cue, String phrase) {
        if (phrase.isEmpty()) return;
        int node = 0;
        for (var word : split(phrase)) {
            long key = key(node, vocabulary.add(word));
            node = edges.computeIfAbsent(key, k -> {
                cues.add(EnumSet.noneOf(Cue.class));
                return cues.size() - 1;
            });
        }
        cues.get(node).add(cue);
    }

    /// The words of a phrase, cut as the words of a text are.
    private static List<String> split(String phrase) {
        var words = new ArrayList<String>();
        for (var raw : phrase.split("\\s+")) {
            if (raw.equals("#")) words.add("#");
            else if (raw.endsWith("*")) words.add(Letters.fold(raw.substring(0, raw.length() - 1)) + "*");
            else if (raw.startsWith("*")) words.add("*" + Letters.fold(raw.substring(1)));
            else if (raw.startsWith("^")) words.add("^" + Letters.fold(raw.substring(1)));
            else plain(raw, words);
        }
        return words;
    }

    private static void plain(String raw, List<String> words) {
        var joined = raw.replaceAll("['’]s$", "s");
        for (var part : Letters.fold(joined).split(" ")) if (!part.isEmpty()) words.add(part);
    }

    private void close() {
        vocabulary.close();
        inner = new boolean[cues.size()];
        if (cues.size() > NODES) throw new IllegalStateException("more than a million phrases");
        edges.keySet().forEach(key -> inner[(int) (key >>> 2 * BITS) - 1] = true);
        table = new long[Integer.highestOneBit(Math.max(16, edges.size())) * 4];
        edges.forEach((key, target) -> {
            long mixed = mixed(key);
            filter[(int) (mixed >>> 53)] |= 1L << (mixed >>> 47);
            int slot = slot(mixed);
            while (table[slot] != 0) slot = slot + 1 & table.length - 1;
            table[slot] = key | target;
        });
        beginnings = new int[vocabulary.size()];
        edges.forEach((key, target) -> {
            if (key >>> 2 * BITS == 1) beginnings[(int) (key >>> BITS & NODES)] = target;
        });
        edges.clear();
        found = cues.stream().map(set -> set.toArray(Cue[]::new)).toArray(Cue[][]::new);
    }
}
