package pmradar.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The terms that can make a role technical, those known not to, and where a text names them.
/// Unchangeable and safe for many threads.
public final class Taxonomy {

    private static final String BUILT_IN = "/config/taxonomy.yml";
    private static final int MAX_BYTES = 16_000_000;

    private final List<Term> terms;
    private final Map<String, Term> byName = new HashMap<>();
    private final TermTrie trie;
    private final String version;
    private final Map<Term, List<String>> spellings = new HashMap<>();
    private final Map<Term, Integer> lines = new HashMap<>();

    Taxonomy(List<Term> terms, List<Word> words, String version) {
        this.terms = List.copyOf(terms);
        this.version = version;
        for (var term : terms) byName.put(term.name(), term);
        trie = new TermTrie(this.terms, words);
        for (var word : words) {
            lines.putIfAbsent(terms.get(word.term()), word.line());
            if (word.rules() != null || word.exact()) continue;
            spellings
                    .computeIfAbsent(terms.get(word.term()), _ -> new ArrayList<>())
                    .add(String.join(" ", word.tokens()));
        }
    }

    /// The taxonomy that ships with the program.
    public static Taxonomy builtIn() {
        return read(builtInText(), "taxonomy.yml");
    }

    static String builtInText() {
        try (var stream = Taxonomy.class.getResourceAsStream(BUILT_IN)) {
            if (stream == null) throw new IllegalStateException("the program lacks its file " + BUILT_IN);
            return text(stream, BUILT_IN);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @throws UnreadableTaxonomy naming the line that is wrong
    public static Taxonomy load(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return read(text(stream, file.toString()), file.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the taxonomy " + file, broken);
        }
    }

    /// @param file how errors name the source
    /// @throws UnreadableTaxonomy naming the line that is wrong
    public static Taxonomy read(String yaml, String file) {
        return new TaxonomyFile(file).read(yaml);
    }

    private static String text(InputStream stream, String file) throws IOException {
        var bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableTaxonomy(file, 1, "larger than %d bytes".formatted(MAX_BYTES));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public List<Term> terms() {
        return terms;
    }

    /// The term of exactly this name, if there is one.
    public @Nullable Term term(String name) {
        return byName.get(name);
    }

    /// The ways to write each term that always mean it, in whatever case.
    public Map<Term, List<String>> spellings() {
        return Collections.unmodifiableMap(spellings);
    }

    /// The line of the file, counted from 1, on which the term stands; 0 for none of this taxonomy.
    public int line(Term term) {
        return lines.getOrDefault(term, 0);
    }

    /// A short hash of the file; it changes with every change to it.
    public String version() {
        return version;
    }

    /// Where the text names terms, from left to right, without overlaps; the longest wins.
    public List<TermMatch> find(String text) {
        return find(Tokens.of(text));
    }

    List<TermMatch> find(Tokens tokens) {
        return trie.find(tokens);
    }
}
