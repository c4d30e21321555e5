package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pmradar.report.ReportFormat;
import pmradar.report.ReportJson;

/// Trends for programs: the same questions as the page, every figure with its metadata.
@RestController
@Tag(name = "Trends")
class TrendApi {
    private static final String FIGURE = "/api/trends/{figure:[a-z0-9-]{1,80}}";
    private static final int MOST_AT_ONCE = 100;

    private final TrendAnswers answers;

    TrendApi(TrendAnswers answers) {
        this.answers = answers;
    }

    /// @param total of all that are behind the value
    @Schema(name = "TrendPostings")
    record BehindJson(long total, List<PostingJson> postings) {}

    @GetMapping(path = "/api/trends", produces = MediaType.APPLICATION_JSON_VALUE)
    @TrendParameters
    @Operation(
            operationId = "getTrends",
            summary = "All figures of a question",
            description = TrendParameters.DESCRIPTION)
    ReportJson report(@Parameter(hidden = true) HttpServletRequest request) {
        return answers.documents().json(answers.report(answers.strictly(request.getParameterMap())));
    }

    @GetMapping(path = "/api/trends.csv", produces = "text/csv")
    @TrendParameters
    @Operation(
            operationId = "exportTrendsCsv",
            summary = "All figures as one table (RFC 4180), a line for each value",
            description = TrendParameters.DESCRIPTION)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> csv(@Parameter(hidden = true) HttpServletRequest request) {
        var report = answers.report(answers.strictly(request.getParameterMap()));
        return csv(answers.documents().write(report, ReportFormat.CSV, (_, _, _) -> null));
    }

    @GetMapping(path = FIGURE, produces = MediaType.APPLICATION_JSON_VALUE)
    @TrendParameters
    @Operation(operationId = "getTrendFigure", summary = "One figure", description = TrendParameters.DESCRIPTION)
    ReportJson figure(@PathVariable String figure, @Parameter(hidden = true) HttpServletRequest request) {
        var report = answers.report(answers.strictly(request.getParameterMap()));
        return answers.documents().json(report).only(figure).orElseThrow(TrendApi::none);
    }

    @GetMapping(path = FIGURE + ".csv", produces = "text/csv")
    @TrendParameters
    @Operation(
            operationId = "exportTrendFigureCsv",
            summary = "One figure as a table",
            description = TrendParameters.DESCRIPTION)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> figureCsv(
            @PathVariable String figure, @Parameter(hidden = true) HttpServletRequest request) {
        var report = answers.report(answers.strictly(request.getParameterMap()));
        if (answers.documents().json(report).only(figure).isEmpty()) throw none();
        return csv(answers.documents().csv(report, figure));
    }

    @GetMapping(path = FIGURE + "/postings", produces = MediaType.APPLICATION_JSON_VALUE)
    @TrendParameters
    @Operation(
            operationId = "getTrendPostings",
            summary = "The postings behind one value, closed ones too, newest first",
            description = TrendParameters.DESCRIPTION + " The first thousand can be paged through.")
    BehindJson postings(
            @PathVariable String figure,
            @Parameter(description = "the key of a row") @RequestParam String row,
            @Parameter(description = "the index of a column, from 0") @RequestParam(defaultValue = "0") int column,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "25") int size,
            @Parameter(description = "how many to pass over, 0 to 999") @RequestParam(defaultValue = "0") int skip,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (size < 1 || size > MOST_AT_ONCE) throw new BadRequest("size must be from 1 to 100.");
        if (skip < 0 || skip >= TrendAnswers.MOST_BEHIND) throw new BadRequest("skip must be from 0 to 999.");
        var asked = answers.strictly(request.getParameterMap(), "row", "column", "size", "skip");
        var found = answers.behind(asked.question(), figure, row, column, skip, size);
        return new BehindJson(
                found.total(), found.shown().stream().map(PostingJson::of).toList());
    }

    private static ResponseEntity<byte[]> csv(byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ReportFormat.CSV.type()))
                .body(body);
    }

    private static NotThere none() {
        return new NotThere("There is no such figure.");
    }
}
