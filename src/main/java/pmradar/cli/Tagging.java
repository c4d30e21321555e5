package pmradar.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON with a posting → one line of JSON with its tags.
record Tagging(Classifier classifier, boolean withText) {
    private static final Set<String> READ =
            Set.of("id", "title", "company", "location", "description", "description_format");

    record Answer(String json, boolean error) {}

    Answer tag(ClassifyCommand.NumberedLine line) {
        return switch (PostingLine.read(line.text())) {
            case PostingLine.Good good -> new Answer(answer(good).toString(), false);
            case PostingLine.Bad(var id, var problem) -> error(line, id, problem);
        };
    }

    private ObjectNode answer(PostingLine.Good read) {
        var answer = Json.MAPPER.createObjectNode();
        if (read.id() != null) answer.set("id", read.id());
        read.posting().properties().stream()
                .filter(field -> !READ.contains(field.getKey()))
                .forEach(field -> answer.set(field.getKey(), field.getValue()));
        VerdictJson.write(classifier.judge(read.title(), read.text()), answer);
        if (withText) answer.put("text", read.text());
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
