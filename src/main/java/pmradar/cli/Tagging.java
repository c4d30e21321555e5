package pmradar.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classifier;
import pmradar.ingest.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON with a posting → one line of JSON with its tags.
record Tagging(Classifier classifier, boolean withText) {
    private static final Set<String> READ =
            Set.of("id", "title", "company", "location", "description", "description_format");

    record Answer(String json, boolean error) {}

    Answer tag(ClassifyCommand.NumberedLine line) {
        try {
            var posting = Json.MAPPER.readTree(line.text());
            if (!(posting instanceof ObjectNode object)) return error(line, null, "not a JSON object");
            return tag(line, object);
        } catch (JacksonException e) {
            return error(line, null, "not JSON: " + e.getOriginalMessage());
        }
    }

    private Answer tag(ClassifyCommand.NumberedLine line, ObjectNode posting) {
        var id = posting.get("id");
        var description = posting.path("description");
        if (!description.isString()) return error(line, id, "the field 'description' is missing or is not a text");
        var format = posting.path("description_format").asString("text");
        String text;
        switch (format) {
            case "html" -> text = PlainText.ofHtml(description.asString());
            case "text" -> text = PlainText.ofText(description.asString());
            default -> {
                return error(line, id, "description_format is '%s'; known are html and text".formatted(format));
            }
        }
        var title = PlainText.line(posting.path("title").asString(""));
        return new Answer(answer(posting, id, title, text).toString(), false);
    }

    private ObjectNode answer(ObjectNode posting, @Nullable JsonNode id, String title, String text) {
        var answer = Json.MAPPER.createObjectNode();
        if (id != null) answer.set("id", id);
        posting.properties().stream()
                .filter(field -> !READ.contains(field.getKey()))
                .forEach(field -> answer.set(field.getKey(), field.getValue()));
        VerdictJson.write(classifier.judge(title, text), answer);
        if (withText) answer.put("text", text);
        return answer;
    }

    private static Answer error(ClassifyCommand.NumberedLine line, @Nullable JsonNode id, String message) {
        var answer = Json.MAPPER.createObjectNode();
        if (id != null) answer.set("id", id);
        answer.put("line", line.number());
        answer.put("error", "line %d: %s".formatted(line.number(), message));
        return new Answer(answer.toString(), true);
    }
}
