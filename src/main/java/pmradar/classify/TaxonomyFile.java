package pmradar.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `taxonomy.yml`: groups of terms of one kind, a line for each term. Every error names its line.
final class TaxonomyFile {

    private static final Set<String> GROUP_KEYS = Set.of("kind", "domains", "terms");
    private static final Set<String> TERM_KEYS = Set.of(
            "name", "words", "doubtful", "domains", "near", "not-near", "before", "after", "not-before", "not-after");

    private final YamlLines yaml;
    private final List<Term> terms = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final WordForms forms = new WordForms();

    TaxonomyFile(String file) {
        yaml = new YamlLines(file);
    }

    Taxonomy read(String text) {
        var root = yaml.parsed(text, 1);
        var groups = yaml.needed(root, yaml.entries(root, Set.of("groups")), "groups");
        for (var group : yaml.items(groups)) group(group);
        return new Taxonomy(terms, words, version(text));
    }

    private void group(YamlLines.Piece piece) {
        var entries = yaml.entries(piece, GROUP_KEYS);
        var kind = kind(yaml.needed(piece, entries, "kind"));
        var domains = domains(entries.get("domains"), List.of());
        for (var line : yaml.lines(yaml.needed(piece, entries, "terms"))) {
            if (line.text().startsWith("{")) ruled(line, kind, domains);
            else plain(line, kind, domains);
        }
    }

    /// `Name | other way to write it | …`
    private void plain(YamlLines.Line line, Term.Kind kind, List<Domain> domains) {
        var parts = line.text().split("\\|", -1);
        var id = add(line, new Term(bare(parts[0]), kind, domains));
        for (var part : parts) word(line, id, part, null);
    }

    /// `{ name: Name, words: […], doubtful: […], near: […] }`
    private void ruled(YamlLines.Line line, Term.Kind kind, List<Domain> groupDomains) {
        var piece = yaml.parsed(line.text(), line.number());
        var entries = yaml.entries(piece, TERM_KEYS);
        var name = yaml.text(yaml.needed(piece, entries, "name"));
        var id = add(line, new Term(bare(name), kind, domains(entries.get("domains"), groupDomains)));
        var rules = new RuleReader(yaml, entries).rules();
        for (var certain : yaml.strings(entries.get("words"))) word(line, id, certain, null);
        if (rules == null && entries.containsKey("doubtful")) {
            throw yaml.wrong(
                    line.number(),
                    "'doubtful' words need a rule: near, not-near, before, after, not-before or not-after");
        }
        if (!entries.containsKey("doubtful")) word(line, id, name, rules);
        for (var doubtful : yaml.strings(entries.get("doubtful"))) word(line, id, doubtful, rules);
    }

    private int add(YamlLines.Line line, Term term) {
        if (term.name().isEmpty()) throw yaml.wrong(line.number(), "a term without a name");
        var before = names.putIfAbsent(term.name(), line.number());
        if (before != null) {
            throw yaml.wrong(line.number(), "'%s' is already on line %d".formatted(term.name(), before));
        }
        terms.add(term);
        return terms.size() - 1;
    }

    private void word(YamlLines.Line line, int term, String written, Word.@Nullable Rules rules) {
        var problem = forms.add(words, term, written, rules, line.number());
        if (problem != null) throw yaml.wrong(line.number(), problem);
    }

    private static String bare(String written) {
        var stripped = written.strip();
        return stripped.endsWith("!") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private Term.Kind kind(YamlLines.Piece piece) {
        for (var kind : Term.Kind.values()) {
            if (kind.tag().equals(yaml.text(piece))) return kind;
        }
        throw yaml.wrong(piece.line(), "'%s' is no kind".formatted(yaml.text(piece)));
    }

    private List<Domain> domains(YamlLines.@Nullable Piece piece, List<Domain> otherwise) {
        if (piece == null) return otherwise;
        try {
            return yaml.strings(piece).stream().map(Domain::ofTag).toList();
        } catch (IllegalArgumentException unknown) {
            throw yaml.wrong(piece.line(), String.valueOf(unknown.getMessage()));
        }
    }

    private static String version(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
