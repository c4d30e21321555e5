package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pmradar.classify.Classifier;
import pmradar.ingest.PlainText;

/// Judges a text that a program brings, and keeps nothing of it.
@RestController
@Tag(name = "Classify")
class ClassifyApi {

    private static final int MOST = 200_000;

    private final Classifier classifier;

    ClassifyApi(Classifier classifier) {
        this.classifier = classifier;
    }

    /// `text`, or `html`, or as on the command line `description` with its `description_format`.
    @Schema(name = "Text")
    record Asked(
            @Nullable String title,
            @Nullable String text,
            @Nullable String html,
            @Nullable String description,

            @Schema(
                    allowableValues = {"text", "html"},
                    defaultValue = "text")
            @JsonProperty("description_format")
            @Nullable
            String descriptionFormat) {

        String plain() {
            if (html != null) return PlainText.ofHtml(bounded("html", html));
            var body = text == null ? description : text;
            if (body == null) throw new BadRequest("Send the posting's body as 'text' or as 'html'.");
            return switch (descriptionFormat == null ? "text" : descriptionFormat) {
                case "html" -> PlainText.ofHtml(bounded("text", body));
                case "text" -> PlainText.ofText(bounded("text", body));
                default -> throw new BadRequest("description_format must be text or html.");
            };
        }

        private static String bounded(String name, String value) {
            if (value.length() > MOST)
                throw new BadRequest("'%s' may have %,d characters at most.".formatted(name, MOST));
            return value;
        }
    }

    @PostMapping(
            path = "/api/classify",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "classify",
            summary = "Says whether a posting is project management, technical or general, and why")
    VerdictJson classify(@RequestBody Asked asked) {
        var text = asked.plain();
        var title = asked.title() == null ? "" : PlainText.line(Asked.bounded("title", asked.title()));
        return VerdictJson.of(classifier.judge(title, text), text);
    }
}
