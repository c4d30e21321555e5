package pmradar.web;

import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import pmradar.alert.Unsubscribing;
import pmradar.report.StandingReports;

/// Where the link in a message leads: without a login, and looking at it changes nothing. A mail program may send the
/// form by itself: RFC 8058.
@Controller
class UnsubscribePage {
    private final Unsubscribing unsubscribing;
    private final StandingReports reports;
    private final Clock clock;

    UnsubscribePage(Unsubscribing unsubscribing, StandingReports reports, Clock clock) {
        this.unsubscribing = unsubscribing;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping(path = "/unsubscribe/{destination:\\d{1,18}}/{signature}", produces = MediaType.TEXT_HTML_VALUE)
    String ask(@PathVariable long destination, @PathVariable String signature, Model model) {
        var sent = unsubscribing.of(destination, signature).orElseThrow(UnsubscribePage::notGood);
        return page(sent.what(), sent.over(), model);
    }

    @PostMapping("/unsubscribe/{destination:\\d{1,18}}/{signature}")
    String end(@PathVariable long destination, @PathVariable String signature, Model model) {
        var sent = unsubscribing.of(destination, signature).orElseThrow(UnsubscribePage::notGood);
        unsubscribing.end(destination, signature, clock.instant());
        return page(sent.what(), true, model);
    }

    @GetMapping(path = "/unsubscribe/report-{report:\\d{1,18}}/{signature}", produces = MediaType.TEXT_HTML_VALUE)
    String askReport(@PathVariable long report, @PathVariable String signature, Model model) {
        return page(reports.byLink(report, signature).orElseThrow(UnsubscribePage::notGood), false, model);
    }

    @PostMapping("/unsubscribe/report-{report:\\d{1,18}}/{signature}")
    String endReport(@PathVariable long report, @PathVariable String signature, Model model) {
        var what = reports.byLink(report, signature).orElseThrow(UnsubscribePage::notGood);
        reports.endByLink(report, signature, clock.instant());
        return page(what, true, model);
    }

    private static String page(String what, boolean over, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("over", over);
        model.addAttribute("samples", false); // whoever has the link need not belong to the house
        return "unsubscribe";
    }

    private static NotThere notGood() {
        return new NotThere("This link is not good. It may have been cut off on its way.");
    }
}
