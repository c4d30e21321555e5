package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a query could go on with, for programs.
@RestController
@Tag(name = "Postings")
class SuggestApi {

    private final Completion completion;

    SuggestApi(Completion completion) {
        this.completion = completion;
    }

    /// @param query the whole query with the suggestion in it; @param count of open postings that have it
    @Schema(name = "Suggestion")
    record SuggestionJson(
            @Schema(allowableValues = {"title", "company", "skill", "place"})
            String kind,

            String text,
            String query,
            long count) {}

    @Schema(name = "Suggestions")
    record Found(List<SuggestionJson> suggestions) {}

    @GetMapping(path = "/api/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "suggest",
            summary = "Titles, employers, skills and places that the end of a query may be the beginning of")
    Found suggest(
            @Parameter(description = "a query as far as it is typed; the end has two letters at least") @RequestParam
                    String q,
            @Parameter(schema = @Schema(minimum = "1", maximum = "20")) @RequestParam(defaultValue = "8") int size) {
        if (size < 1 || size > 20) throw new BadRequest("size must be from 1 to 20.");
        return new Found(completion.of(q, size).stream()
                .map(one -> new SuggestionJson(Wording.tag(one.kind()), one.text(), one.query(), one.count()))
                .toList());
    }
}
