package pmradar.classify;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads `taxonomy.yml`: groups of terms of one kind, a line for each term. Every error names its line.
final class TaxonomyFile {

    private static final Set<String> GROUP_KEYS = Set.of("kind", "domains", "terms");
    private static final Set<String> TERM_KEYS = Set.of(
            "name", "words", "doubtful", "domains", "near", "not-near", "before", "after", "not-before", "not-after");

    private final String file;
    private final List<Term> terms = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final WordForms forms = new WordForms();

    TaxonomyFile(String file) {
        this.file = file;
    }

    Taxonomy read(String yaml) {
        var root = parsed(yaml);
        var groups = entries(root, Set.of("groups")).get("groups");
        if (groups == null) throw wrong(root, "'groups' is missing; see the head of the shipped file");
        for (var group : sequence(groups)) group(group);
        return new Taxonomy(terms, words, version(yaml));
    }

    private Node parsed(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(16_000_000);
        options.setNestingDepthLimit(8);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) throw new UnreadableTaxonomy(file, 1, "the file is empty");
            return root;
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            throw new UnreadableTaxonomy(
                    file, mark == null ? 1 : mark.getLine() + 1, String.valueOf(broken.getProblem()));
        } catch (org.yaml.snakeyaml.error.YAMLException broken) {
            throw new UnreadableTaxonomy(file, 1, String.valueOf(broken.getMessage()));
        }
    }

    private void group(Node node) {
        var entries = entries(node, GROUP_KEYS);
        var kind = kind(needed(node, entries, "kind"));
        var domains = entries.containsKey("domains") ? domains(needed(node, entries, "domains")) : List.<Domain>of();
        for (var term : sequence(needed(node, entries, "terms"))) term(term, kind, domains);
    }

    private void term(Node node, Term.Kind kind, List<Domain> groupDomains) {
        if (node instanceof ScalarNode) {
            var parts = text(node).split("\\|", -1);
            var name = bare(parts[0]);
            var id = add(node, new Term(name, kind, groupDomains));
            for (var part : parts) word(node, id, part, null);
            return;
        }
        var entries = entries(node, TERM_KEYS);
        var domains = entries.containsKey("domains") ? domains(needed(node, entries, "domains")) : groupDomains;
        var name = text(needed(node, entries, "name"));
        var id = add(node, new Term(bare(name), kind, domains));
        var rules = new RuleReader(this, entries).rules();
        for (var certain : strings(entries.get("words"))) word(node, id, certain, null);
        if (rules == null) word(node, id, name, null);
        else if (!entries.containsKey("doubtful")) word(node, id, name, rules);
        if (rules == null && entries.containsKey("doubtful")) {
            throw wrong(node, "'doubtful' words need a rule: near, not-near, before, after, not-before or not-after");
        }
        for (var doubtful : strings(entries.get("doubtful"))) word(node, id, doubtful, rules);
    }

    private int add(Node node, Term term) {
        var line = line(node);
        if (term.name().isEmpty()) throw wrong(node, "a term without a name");
        var before = names.putIfAbsent(term.name(), line);
        if (before != null) throw wrong(node, "'%s' is already on line %d".formatted(term.name(), before));
        terms.add(term);
        return terms.size() - 1;
    }

    private void word(Node node, int term, String written, Word.@Nullable Rules rules) {
        var problem = forms.add(words, term, written, rules, line(node));
        if (problem != null) throw wrong(node, problem);
    }

    private static String bare(String written) {
        var stripped = written.strip();
        return stripped.endsWith("!") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private Term.Kind kind(Node node) {
        for (var kind : Term.Kind.values()) {
            if (kind.tag().equals(text(node))) return kind;
        }
        throw wrong(node, "'%s' is no kind".formatted(text(node)));
    }

    private List<Domain> domains(Node node) {
        try {
            return strings(node).stream().map(Domain::ofTag).toList();
        } catch (IllegalArgumentException unknown) {
            throw wrong(node, String.valueOf(unknown.getMessage()));
        }
    }

    private Map<String, Node> entries(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) throw wrong(node, "expected keys " + sorted(known));
        var entries = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var key = text(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw wrong(tuple.getKeyNode(), "unknown key '%s'; known are %s".formatted(key, sorted(known)));
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "'%s' stands here twice".formatted(key));
            }
        }
        return entries;
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }

    private Node needed(Node node, Map<String, Node> entries, String key) {
        var value = entries.get(key);
        if (value == null) throw wrong(node, "'%s' is missing".formatted(key));
        return value;
    }

    private List<Node> sequence(Node node) {
        if (node instanceof SequenceNode list) return list.getValue();
        throw wrong(node, "expected a list");
    }

    List<String> strings(@Nullable Node node) {
        return node == null
                ? List.of()
                : sequence(node).stream().map(this::text).toList();
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank())
            return scalar.getValue().strip();
        throw wrong(node, "expected a word");
    }

    UnreadableTaxonomy wrong(Node node, String problem) {
        return new UnreadableTaxonomy(file, line(node), problem);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String version(String yaml) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
