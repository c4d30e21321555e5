package pmradar.classify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the rules of a doubtful word from its line.
final class RuleReader {

    /// Stands in `near` for any other technical term.
    private static final String ANY_TERM = "@";

    private final TaxonomyFile file;
    private final Map<String, Node> entries;

    RuleReader(TaxonomyFile file, Map<String, Node> entries) {
        this.file = file;
        this.entries = entries;
    }

    Word.@Nullable Rules rules() {
        var keys = List.of("near", "not-near", "before", "after", "not-before", "not-after");
        if (keys.stream().noneMatch(entries::containsKey)) return null;
        var nearTerm = file.strings(entries.get("near")).contains(ANY_TERM);
        return new Word.Rules(
                hashes("near"),
                nearTerm,
                hashes("not-near"),
                hashes("before"),
                hashes("after"),
                hashes("not-before"),
                hashes("not-after"));
    }

    private long[] hashes(String key) {
        var node = entries.get(key);
        if (node == null) return new long[0];
        return file.strings(node).stream()
                .filter(word -> !word.equals(ANY_TERM))
                .mapToLong(word -> hash(node, word))
                .toArray();
    }

    private long hash(Node node, String word) {
        var tokens = Tokens.of(word);
        if (tokens.size() != 1) throw file.wrong(node, "'%s' must be a single word".formatted(word));
        return tokens.hash(0);
    }
}
