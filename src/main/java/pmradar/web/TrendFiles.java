package pmradar.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import pmradar.report.CellLinks;
import pmradar.report.QuestionAddress;
import pmradar.report.ReportFormat;
import tools.jackson.databind.json.JsonMapper;

/// What the page of trends hands out as files: one figure, or the whole report.
@RestController
@Hidden
class TrendFiles {
    private final TrendAnswers answers;
    private final JsonMapper json;

    TrendFiles(TrendAnswers answers, JsonMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @GetMapping("/trends/report.{ending:html|pdf|md|csv|json}")
    ResponseEntity<byte[]> report(@PathVariable String ending, HttpServletRequest request) {
        var asked = answers.read(request.getParameterMap());
        var format = ReportFormat.of(ending).orElseThrow(() -> new NotThere("There is no such form of a report."));
        var name = "trends-%s-%s.%s"
                .formatted(asked.question().from(), asked.question().to(), ending);
        return file(name, format.type(), answers.documents().write(answers.report(asked), format, whole(asked)));
    }

    @GetMapping("/trends/figures/{figure:[a-z0-9-]{1,80}}.{ending:csv|json|svg}")
    ResponseEntity<byte[]> figure(
            @PathVariable String figure, @PathVariable String ending, HttpServletRequest request) {
        var asked = answers.read(request.getParameterMap());
        var report = answers.report(asked);
        var documents = answers.documents();
        var only =
                documents.json(report).only(figure).orElseThrow(() -> new NotThere("This report has no such figure."));
        var name = figure + "." + ending;
        return switch (ending) {
            case "csv" -> file(name, ReportFormat.CSV.type(), documents.csv(report, figure));
            case "json" -> file(name, ReportFormat.JSON.type(), json.writeValueAsBytes(only));
            default -> file(name, "image/svg+xml", drawing(documents.drawing(report, figure, whole(asked))));
        };
    }

    private static byte[] drawing(String svg) {
        if (svg.isEmpty()) throw new NotThere("There is nothing to draw in this figure.");
        return svg.getBytes(StandardCharsets.UTF_8);
    }

    /// Outside of the page a link needs the whole address.
    private static CellLinks whole(TrendAddress asked) {
        var here = URI.create(
                ServletUriComponentsBuilder.fromCurrentContextPath().path("/").toUriString());
        return (figure, row, column) -> here.resolve(QuestionAddress.postings(asked.question(), figure, row, column))
                .toString();
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
