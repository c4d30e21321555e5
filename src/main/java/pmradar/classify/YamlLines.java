package pmradar.classify;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML within limits, as entries that know their line.
final class YamlLines {

    /// A piece of the file; `line` counts from 1.
    record Piece(Node node, int line) {}

    private final String file;
    private final Yaml yaml;

    YamlLines(String file) {
        this.file = file;
        var options = new LoaderOptions();
        options.setCodePointLimit(16_000_000);
        options.setNestingDepthLimit(8);
        options.setMaxAliasesForCollections(0);
        yaml = new Yaml(new SafeConstructor(options));
    }

    /// @param firstLine of the text within its file
    Piece parsed(String text, int firstLine) {
        try {
            var root = yaml.compose(new StringReader(text));
            if (root == null) throw wrong(firstLine, "nothing stands here");
            return new Piece(root, firstLine + root.getStartMark().getLine());
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            throw wrong(firstLine + (mark == null ? 0 : mark.getLine()), String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            throw wrong(firstLine, String.valueOf(broken.getMessage()));
        }
    }

    Map<String, Piece> entries(Piece piece, Set<String> known) {
        var keys = known.stream().sorted().toList();
        if (!(piece.node() instanceof MappingNode mapping)) throw wrong(piece.line(), "expected keys " + keys);
        var entries = new LinkedHashMap<String, Piece>();
        for (var tuple : mapping.getValue()) {
            var keyPiece = within(piece, tuple.getKeyNode());
            var key = text(keyPiece);
            if (!known.contains(key)) {
                throw wrong(keyPiece.line(), "unknown key '%s'; known are %s".formatted(key, keys));
            }
            if (entries.put(key, within(piece, tuple.getValueNode())) != null) {
                throw wrong(keyPiece.line(), "'%s' stands here twice".formatted(key));
            }
        }
        return entries;
    }

    Piece needed(Piece piece, Map<String, Piece> entries, String key) {
        var value = entries.get(key);
        if (value == null) throw wrong(piece.line(), "'%s' is missing".formatted(key));
        return value;
    }

    List<Piece> items(Piece piece) {
        if (!(piece.node() instanceof SequenceNode list)) throw wrong(piece.line(), "expected a list");
        return list.getValue().stream().map(node -> within(piece, node)).toList();
    }

    List<String> strings(@Nullable Piece piece) {
        return piece == null ? List.of() : items(piece).stream().map(this::text).toList();
    }

    String text(Piece piece) {
        if (piece.node() instanceof ScalarNode scalar && !scalar.getValue().isBlank())
            return scalar.getValue().strip();
        throw wrong(piece.line(), "expected a word");
    }

    /// The lines of a literal block (`|`), each with its place in the file; blank lines and comments are left out.
    List<Line> lines(Piece piece) {
        if (!(piece.node() instanceof ScalarNode block))
            throw wrong(piece.line(), "expected '|' and a line for each term");
        var lines = new ArrayList<Line>();
        var number = piece.line();
        for (var line : block.getValue().split("\n", -1)) {
            number++;
            var stripped = line.strip();
            if (!stripped.isEmpty() && stripped.charAt(0) != '#') lines.add(new Line(stripped, number));
        }
        return lines;
    }

    record Line(String text, int number) {}

    UnreadableTaxonomy wrong(int line, String problem) {
        return new UnreadableTaxonomy(file, line, problem);
    }

    /// Marks count from the start of the parsed text, pieces from the start of the file.
    private static Piece within(Piece whole, Node part) {
        var offset = whole.line() - whole.node().getStartMark().getLine();
        return new Piece(part, part.getStartMark().getLine() + offset);
    }
}
