package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.report.StandingReport;
import pmradar.report.StandingReports.Issue;

/// Reports that are sent each week or month, for programs: everything that their page can do.
@RestController
@Tag(name = "Trends")
class ReportApi {
    private static final String ALL = "/api/trends/reports";
    private static final String ONE = ALL + "/{id:\\d{1,18}}";

    private final Reporting reporting;

    ReportApi(Reporting reporting) {
        this.reporting = reporting;
    }

    @Schema(name = "StandingReports")
    record All(List<ReportJson> reports) {}

    @Schema(name = "StandingReportPause")
    record Pause(boolean paused) {}

    @Schema(name = "NewStandingReport")
    record Asked(
            @Schema(description = "the number of a saved search; the whole market when absent") @Nullable
            Long search,

            @Schema(description = "weekly or monthly") @Nullable
            String pace,

            @Schema(description = "mail, webhook, ntfy or chat") @Nullable
            String channel,

            @Nullable String address,

            @Schema(description = "html, pdf or md; html when absent") @Nullable
            String format,

            @Schema(description = "a query for other postings to compare with; none when absent") @Nullable
            String against,

            @Schema(description = "only feeds that were read during the whole period")
            @JsonProperty("same_feeds")
            @Nullable
            Boolean sameFeeds,

            @Schema(description = "pay read from the text counts, too") @JsonProperty("inferred_pay") @Nullable
            Boolean inferredPay) {

        Reporting.Typed typed() {
            return new Reporting.Typed(
                    search == null ? null : search.toString(),
                    pace,
                    channel,
                    address,
                    format,
                    against,
                    sameFeeds,
                    inferredPay);
        }
    }

    /// @param kept whether what was sent can be asked for
    @Schema(name = "ReportIssue")
    record IssueJson(
            long id,
            LocalDate since,
            LocalDate until,
            String state,
            @Nullable String said,
            @Nullable Instant next,
            @Nullable Instant done,
            boolean kept) {

        static IssueJson of(Issue issue) {
            return new IssueJson(
                    issue.id(),
                    issue.from(),
                    issue.to(),
                    Wording.tag(issue.state()),
                    issue.said(),
                    issue.next(),
                    issue.done(),
                    issue.kept());
        }
    }

    /// @param about the name of the saved search, or the whole market
    /// @param secret for checking signatures of a webhook; only in the answer that made it
    @Schema(name = "StandingReport")
    record ReportJson(
            long id,
            String about,
            @Nullable Long search,
            String pace,
            String channel,
            String address,
            String format,
            @Nullable String against,
            @JsonProperty("same_feeds") boolean sameFeeds,
            @JsonProperty("inferred_pay") boolean inferredPay,
            boolean paused,
            List<IssueJson> issues,
            @Nullable String secret) {}

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listStandingReports", summary = "The reports that the caller gets each week or month")
    All list() {
        return new All(reporting.all().stream().map(one -> json(one, null)).toList());
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "createStandingReport", summary = "Has a report sent from now on")
    ResponseEntity<ReportJson> create(@RequestBody Asked asked) {
        var added = reporting.add(asked.typed());
        return ResponseEntity.created(URI.create(ALL + "/" + added.report().id()))
                .body(json(added.report(), added.secret()));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getStandingReport", summary = "One report that is sent, and when it was")
    ReportJson one(@PathVariable long id) {
        return json(reporting.known(id), null);
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "changeStandingReport", summary = "Changes what is sent, how often, and where to")
    ReportJson change(@PathVariable long id, @RequestBody Asked asked) {
        return json(reporting.change(id, asked.typed()), null);
    }

    @PutMapping(
            path = ONE + "/paused",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "pauseStandingReport", summary = "Sends nothing, or again from now on")
    ReportJson pause(@PathVariable long id, @RequestBody Pause pause) {
        reporting.pause(id, pause.paused());
        return one(id);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeStandingReport", summary = "Takes a report away; it can be brought back")
    void remove(@PathVariable long id) {
        reporting.remove(id);
    }

    @PutMapping(path = ONE + "/restored", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreStandingReport", summary = "Brings back what was taken away")
    ReportJson restore(@PathVariable long id) {
        reporting.restore(id);
        return one(id);
    }

    @PutMapping(ALL + "/issues/{issue:\\d{1,18}}/resent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resendReport",
            summary = "Sends one period once more: as it was sent, where that is kept; else it is written anew")
    void resend(@PathVariable long issue) {
        reporting.resend(issue);
    }

    private ReportJson json(StandingReport report, @Nullable String secret) {
        var order = report.order();
        return new ReportJson(
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
                report.paused(),
                reporting.issues(report.id()).stream().map(IssueJson::of).toList(),
                secret);
    }
}
