package pmradar.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.report.Pace;
import pmradar.report.ReportDocuments;
import pmradar.report.StandingReport;
import pmradar.report.StandingReports.Issue;
import pmradar.report.StandingReports.State;

/// The reports that a person gets each week or month: chosen, changed, paused, taken away and brought back.
@Controller
class ReportPage {
    private static final String ONE = "/trends/reports/{id:\\d{1,18}}";
    private static final String BACK = "redirect:/trends/reports";
    private static final String NOTICE = "notice";
    private static final String WRONG = "wrong";

    private final Reporting reporting;

    ReportPage(Reporting reporting) {
        this.reporting = reporting;
    }

    /// @param state sent, waiting or given up @param when in words @param kept whether it can be looked at
    record IssueView(
            long id,
            String period,
            String state,
            String when,
            @Nullable String said,
            boolean again,
            boolean kept) {

        static IssueView of(Issue issue) {
            var state = switch (issue.state()) {
                case WAITING -> "waiting";
                case SENT -> "sent";
                case PARKED -> "given up";
            };
            var next = issue.next();
            var done = issue.done();
            var when = next != null ? "next try " + Wording.exact(next) : done == null ? "" : Wording.exact(done);
            return new IssueView(
                    issue.id(),
                    Wording.day(issue.from()) + " to " + Wording.day(issue.to()),
                    state,
                    when,
                    issue.said(),
                    issue.state() != State.WAITING,
                    issue.kept());
        }
    }

    /// @param about which postings, in words @param how it is counted where that is not as usual, in words
    record View(
            long id,
            String about,
            @Nullable Long search,
            String pace,
            String channel,
            String address,
            String format,
            @Nullable String against,
            boolean sameFeeds,
            boolean inferredPay,
            List<String> how,
            boolean paused,
            List<IssueView> issues) {}

    private View view(StandingReport report) {
        var order = report.order();
        return new View(
                report.id(),
                reporting.about(report),
                order.search(),
                Wording.tag(order.pace()),
                order.channel(),
                order.address(),
                order.format().ending(),
                order.asking().against(),
                order.asking().sameFeeds(),
                order.asking().inferredPay(),
                reporting.how(report),
                report.paused(),
                reporting.issues(report.id()).stream().map(IssueView::of).toList());
    }

    /// @param against @param sameFeeds @param inferredPay as chosen on the page of trends, for a new one
    @GetMapping("/trends/reports")
    String reports(
            @RequestParam(defaultValue = "") String against,
            @RequestParam(name = "same_feeds", defaultValue = "false") boolean sameFeeds,
            @RequestParam(name = "inferred_pay", defaultValue = "false") boolean inferredPay,
            Model model) {
        model.addAttribute("reports", reporting.all().stream().map(this::view).toList());
        model.addAttribute("searches", reporting.searches());
        model.addAttribute("channels", reporting.channels());
        model.addAttribute(
                "paces", Arrays.stream(Pace.values()).map(Wording::tag).toList());
        model.addAttribute("formats", ReportDocuments.forPeople());
        if (!model.containsAttribute("typed"))
            model.addAttribute(
                    "typed", new Reporting.Typed("", "monthly", "", "", "html", against, sameFeeds, inferredPay));
        return "reports";
    }

    @PostMapping("/trends/reports")
    String add(@ModelAttribute Reporting.Typed typed, RedirectAttributes after) {
        try {
            var added = reporting.add(typed);
            after.addFlashAttribute(
                    NOTICE,
                    "It will come. The first is about the %s that is going on."
                            .formatted(added.report().order().pace() == Pace.WEEKLY ? "week" : "month"));
            if (added.report().order().channel().equals("webhook")) after.addFlashAttribute("secret", added.secret());
        } catch (BadRequest bad) {
            after.addFlashAttribute(WRONG, bad.getMessage());
            after.addFlashAttribute("typed", typed);
        }
        return BACK;
    }

    /// What was exported, brought in.
    @PostMapping("/trends/reports/import")
    String bringIn(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes after)
            throws IOException {
        if (file == null || file.isEmpty()) {
            after.addFlashAttribute(WRONG, "Choose the file that was exported as JSON Lines.");
            return BACK;
        }
        after.addFlashAttribute("taken", reporting.take(file.getInputStream()));
        return BACK + "#take";
    }

    @PostMapping(ONE)
    String change(@PathVariable long id, @ModelAttribute Reporting.Typed typed, RedirectAttributes after) {
        try {
            reporting.change(id, typed);
            after.addFlashAttribute(NOTICE, "Changed.");
        } catch (BadRequest bad) {
            after.addFlashAttribute(WRONG, bad.getMessage());
        }
        return BACK;
    }

    @PostMapping(ONE + "/pause")
    String pause(@PathVariable long id, RedirectAttributes after) {
        reporting.pause(id, true);
        after.addFlashAttribute(NOTICE, "Paused: weeks and months that end meanwhile are not sent.");
        return BACK;
    }

    @PostMapping(ONE + "/resume")
    String resume(@PathVariable long id, RedirectAttributes after) {
        reporting.pause(id, false);
        after.addFlashAttribute(NOTICE, "It comes again.");
        return BACK;
    }

    @PostMapping(ONE + "/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        reporting.remove(id);
        after.addFlashAttribute(NOTICE, "Removed.");
        after.addFlashAttribute("undo", id);
        return BACK;
    }

    @PostMapping(ONE + "/restore")
    String restore(@PathVariable long id, RedirectAttributes after) {
        reporting.restore(id);
        after.addFlashAttribute(NOTICE, "It is back.");
        return BACK;
    }

    @PostMapping("/trends/reports/issues/{issue:\\d{1,18}}/resend")
    String resend(@PathVariable long issue, RedirectAttributes after) {
        reporting.resend(issue);
        after.addFlashAttribute(NOTICE, "It is sent once more.");
        return BACK;
    }
}
