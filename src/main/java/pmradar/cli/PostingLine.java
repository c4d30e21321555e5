package pmradar.cli;

import org.jspecify.annotations.Nullable;
import pmradar.ingest.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON Lines, read as a posting.
sealed interface PostingLine {

    /// @param posting all that the line says; @param text as plain text
    record Good(ObjectNode posting, @Nullable JsonNode id, String title, String text) implements PostingLine {}

    /// @param problem in words, without the number of the line
    record Bad(@Nullable JsonNode id, String problem) implements PostingLine {}

    static PostingLine read(String line) {
        try {
            return Json.MAPPER.readTree(line) instanceof ObjectNode posting
                    ? read(posting)
                    : new Bad(null, "not a JSON object");
        } catch (JacksonException e) {
            return new Bad(null, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static PostingLine read(ObjectNode posting) {
        var id = posting.get("id");
        var description = posting.path("description");
        if (!description.isString()) return new Bad(id, "the field 'description' is missing or is not a text");
        var title = PlainText.line(posting.path("title").asString(""));
        var format = posting.path("description_format").asString("text");
        return switch (format) {
            case "html" -> new Good(posting, id, title, PlainText.ofHtml(description.asString()));
            case "text" -> new Good(posting, id, title, PlainText.ofText(description.asString()));
            default -> new Bad(id, "description_format is '%s'; known are html and text".formatted(format));
        };
    }
}
