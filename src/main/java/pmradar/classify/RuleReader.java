package pmradar.classify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the rules of a doubtful word from its line.
final class RuleReader {

    /// Stands in `near` for any other technical term.
    private static final String ANY_TERM = "@";

    private final YamlLines yaml;
    private final Map<String, YamlLines.Piece> entries;

    RuleReader(YamlLines yaml, Map<String, YamlLines.Piece> entries) {
        this.yaml = yaml;
        this.entries = entries;
    }

    Word.@Nullable Rules rules() {
        var keys = List.of("near", "not-near", "before", "after", "not-before", "not-after");
        if (keys.stream().noneMatch(entries::containsKey)) return null;
        var nearTerm = yaml.strings(entries.get("near")).contains(ANY_TERM);
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
        var piece = entries.get(key);
        if (piece == null) return new long[0];
        return yaml.strings(piece).stream()
                .filter(word -> !word.equals(ANY_TERM))
                .mapToLong(word -> hash(piece, word))
                .toArray();
    }

    private long hash(YamlLines.Piece piece, String word) {
        var tokens = Tokens.of(word);
        if (tokens.size() != 1) throw yaml.wrong(piece.line(), "'%s' must be a single word".formatted(word));
        return tokens.hash(0);
    }
}
