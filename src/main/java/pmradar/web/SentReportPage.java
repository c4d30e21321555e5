package pmradar.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pmradar.alert.Letter;
import pmradar.report.SentReports;

/// What was sent for a week or month, looked at later.
@Controller
class SentReportPage {
    private static final String ONE = "/trends/reports/issues/{issue:\\d{1,18}}";

    /// A document has its colours in itself, and needs nothing else: no script, nothing from elsewhere.
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

    private final Reporting reporting;

    SentReportPage(Reporting reporting) {
        this.reporting = reporting;
    }

    @GetMapping(ONE)
    String sent(@PathVariable long issue, Model model) {
        var sent = reporting.sent(issue);
        model.addAttribute("sent", sent);
        model.addAttribute("at", Wording.exact(sent.at()));
        model.addAttribute("inBrowser", opens(sent.file()));
        return "report-sent";
    }

    /// A page opens in the browser; the others are files.
    @GetMapping(ONE + "/document")
    ResponseEntity<byte[]> document(@PathVariable long issue) {
        var document = document(reporting.sent(issue));
        var how = opens(document.name()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return answer(document, how).header("Content-Security-Policy", ALONE).body(document.content());
    }

    private static boolean opens(String file) {
        return file.endsWith(".html");
    }

    /// @throws NotThere with a sentence, for a document that is not kept
    static Letter.Enclosed document(SentReports.Sent sent) {
        var document = sent.document();
        if (document == null) throw new NotThere("The document was too large to be kept.");
        return document;
    }

    static ResponseEntity.BodyBuilder answer(Letter.Enclosed document, ContentDisposition.Builder how) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, document.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(document.name()).build().toString());
    }
}
