package pmradar.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads labelled postings: `gold.jsonl` with the labels, beside `postings.jsonl` with the texts; or both in one file.
final class GoldFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldFile() {}

    /// @param at the directory of both files, or `gold.jsonl` itself
    /// @return in the order of the file
    /// @throws UncheckedIOException when a file cannot be read
    /// @throws IllegalArgumentException when a line is not what it should be
    static List<GoldPosting> read(Path at) {
        var labels = Files.isDirectory(at) ? at.resolve("gold.jsonl") : at;
        var texts = new HashMap<String, JsonNode>();
        var beside = labels.resolveSibling("postings.jsonl");
        for (var line : lines(Files.exists(beside) ? beside : labels)) {
            texts.put(line.path("id").asString(), line);
        }
        return lines(labels).stream().map(line -> posting(line, texts)).toList();
    }

    private static List<JsonNode> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read %s: labelled postings are gold.jsonl beside postings.jsonl".formatted(file), e);
        }
    }

    private static GoldPosting posting(JsonNode line, Map<String, JsonNode> texts) {
        var id = line.path("id").asString();
        var text = texts.get(id);
        if (text == null) throw new IllegalArgumentException("%s has labels, but no text".formatted(id));
        return new GoldPosting(
                id,
                text.path("source").asString(),
                text.path("title").asString(),
                text.path("description").asString(),
                line.path("role").asString().equals("project-manager"),
                constant(Family.class, line.path("family")),
                constant(Label.class, line.path("label")),
                line.path("score").asInt(),
                line.path("scores").valueStream().map(JsonNode::asInt).toList(),
                domains(line),
                line.path("units").valueStream().map(GoldFile::unit).toList(),
                line.path("insufficient_text").asBoolean(),
                line.path("title_body_disagree").asBoolean());
    }

    private static GoldPosting.Unit unit(JsonNode unit) {
        return new GoldPosting.Unit(
                unit.path("quote").asString(),
                Evidence.Type.valueOf(unit.path("type").asString()),
                Evidence.Strength.valueOf(unit.path("strength").asString()),
                unit.path("necessity").asString().equals("preferred")
                        ? Evidence.Necessity.PREFERRED
                        : Evidence.Necessity.MUST,
                domains(unit),
                unit.path("agreed").asBoolean());
    }

    private static List<Domain> domains(JsonNode node) {
        return node.path("domains")
                .valueStream()
                .map(tag -> Domain.ofTag(tag.asString()))
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, JsonNode node) {
        if (!node.isString() || node.asString().isEmpty()) return null;
        return Enum.valueOf(type, node.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
