package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.Posting;
import pmradar.posting.PostingSheet;
import pmradar.posting.Postings;
import pmradar.search.HitPages;
import pmradar.search.PostingSearch;
import pmradar.search.Results;
import tools.jackson.databind.json.JsonMapper;

/// Any search as a file: written as it is read, so that its size costs no memory.
@RestController
@Tag(name = "Take along")
class TakeAlong {

    private final PostingSearch search;
    private final MineMarks marks;
    private final Postings postings;
    private final JsonMapper json;
    private final ApiSettings settings;

    TakeAlong(PostingSearch search, MineMarks marks, Postings postings, JsonMapper json, ApiSettings settings) {
        this.search = search;
        this.marks = marks;
        this.postings = postings;
        this.json = json;
        this.settings = settings;
    }

    @GetMapping(path = "/api/postings.csv", produces = "text/csv")
    @SearchParameters
    @Operation(
            operationId = "exportCsv",
            summary = "A search as a table for spreadsheets (RFC 4180)",
            description = SearchParameters.DESCRIPTION
                    + " A field that a spreadsheet could take for a formula begins with an apostrophe.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void csv(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var found = found(request);
        try (var out = begin(response, "text/csv", "postings.csv")) {
            out.write(PostingSheet.head());
            write(found, out, PostingSheet::line);
        }
    }

    @GetMapping(path = "/api/postings.jsonl", produces = "application/jsonl")
    @SearchParameters
    @Operation(
            operationId = "exportJsonLines",
            summary = "A search as JSON Lines, each posting whole",
            description = SearchParameters.DESCRIPTION + " Each line is as /api/postings/{id} answers.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
    void jsonLines(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var found = found(request);
        try (var out = begin(response, "application/jsonl", "postings.jsonl")) {
            write(found, out, posting -> json.writeValueAsString(PostingJson.Whole.of(posting)) + "\n");
        }
    }

    private HitPages found(HttpServletRequest request) {
        var address = AskedSearch.read(request.getParameterMap(), Set.of());
        return new HitPages(search, marks.criteria(address), settings.exported());
    }

    private static Writer begin(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private interface Line {
        String of(Posting posting);
    }

    private void write(HitPages found, Writer out, Line line) throws IOException {
        while (found.hasNext()) {
            var ids = found.next().hits().stream().map(Results.Hit::id).toList();
            for (var posting : postings.find(ids)) out.write(line.of(posting));
        }
    }
}
