package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.report.ReportLines;
import pmradar.report.SentReports;
import pmradar.report.StandingReports.Added;

/// What was sent of standing reports, and all that is chosen as a file to keep, for programs.
@RestController
@Tag(name = "Trends")
class SentReportApi {
    private static final String ONE = "/api/trends/reports/issues/{issue:\\d{1,18}}";
    private static final String LINES = "/api/trends/reports.jsonl";

    private final Reporting reporting;

    SentReportApi(Reporting reporting) {
        this.reporting = reporting;
    }

    /// @param channel @param address where it went
    /// @param text in Markdown @param link where more was to be seen @param kept whether the document is
    @Schema(name = "SentReport")
    record SentJson(
            long issue,
            LocalDate since,
            LocalDate until,
            Instant at,
            String channel,
            String address,
            String title,
            String text,
            String link,
            @JsonProperty("document") String file,
            @JsonProperty("document_kept") boolean kept) {

        static SentJson of(SentReports.Sent sent) {
            return new SentJson(
                    sent.issue(),
                    sent.from(),
                    sent.to(),
                    sent.at(),
                    sent.channel(),
                    sent.address(),
                    sent.title(),
                    sent.text(),
                    sent.link(),
                    sent.file(),
                    sent.document() != null);
        }
    }

    /// @param same lines of what was there before
    /// @param secrets for checking signatures of webhooks; told only here
    @Schema(name = "StandingReportsTaken")
    record TakenJson(int added, int same, List<MineJson.BadLineJson> bad, List<SecretJson> secrets) {

        static TakenJson of(ReportLines.Taken taken) {
            return new TakenJson(
                    taken.added().size(),
                    taken.same(),
                    taken.bad().stream()
                            .map(line -> new MineJson.BadLineJson(line.number(), line.reason()))
                            .toList(),
                    taken.added().stream().map(SecretJson::of).toList());
        }
    }

    /// @param report its number
    @Schema(name = "StandingReportSecret")
    record SecretJson(long report, String channel, String address, String secret) {

        static SecretJson of(Added added) {
            var order = added.report().order();
            return new SecretJson(added.report().id(), order.channel(), order.address(), added.secret());
        }
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getSentReport",
            summary = "What was sent for one period, as it was sent",
            description = "Of each report the last 24 are kept, for two years and some.")
    SentJson sent(@PathVariable long issue) {
        return SentJson.of(reporting.sent(issue));
    }

    @GetMapping(ONE + "/document")
    @Operation(operationId = "getSentReportDocument", summary = "The document that was sent for one period")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> document(@PathVariable long issue) {
        var document = SentReportPage.document(reporting.sent(issue));
        return SentReportPage.answer(document, ContentDisposition.attachment()).body(document.content());
    }

    @GetMapping(path = LINES, produces = "application/jsonl")
    @Operation(
            operationId = "exportStandingReports",
            summary = "All reports that are sent, to keep and to bring in again",
            description = "A saved search is written as its name. Addresses are whole: some, as of a chat, are a key.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/jsonl;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("reports.jsonl")
                                .build()
                                .toString())
                .body(reporting.export());
    }

    @PostMapping(
            path = LINES,
            consumes = {"application/jsonl", "application/x-ndjson"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importStandingReports",
            summary = "Brings in what was exported; lines that cannot be read are named and hinder no other",
            description = "What is there already stays as it is. The saved searches that are named must be there.")
    TakenJson take(InputStream body) throws IOException {
        return TakenJson.of(reporting.take(body));
    }
}
