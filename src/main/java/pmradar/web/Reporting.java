package pmradar.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.alert.Letters;
import pmradar.alert.SavedSearch;
import pmradar.alert.SavedSearches;
import pmradar.report.Pace;
import pmradar.report.ReportDocuments;
import pmradar.report.ReportFormat;
import pmradar.report.ReportLines;
import pmradar.report.SentReports;
import pmradar.report.StandingReport;
import pmradar.report.StandingReports;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;

/// What a person may do with reports that are sent, from a page or from a program: always within their own account.
@Component
class Reporting {
    private static final int ISSUES = SentReports.MOST;

    private final StandingReports reports;
    private final SentReports sent;
    private final ReportLines lines;
    private final SavedSearches searches;
    private final Letters letters;
    private final PostingSearch search;
    private final CurrentAccount current;
    private final Clock clock;

    Reporting(
            StandingReports reports,
            SentReports sent,
            ReportLines lines,
            SavedSearches searches,
            Letters letters,
            PostingSearch search,
            CurrentAccount current,
            Clock clock) {
        this.reports = reports;
        this.sent = sent;
        this.lines = lines;
        this.searches = searches;
        this.letters = letters;
        this.search = search;
        this.current = current;
        this.clock = clock;
    }

    /// An order as it was typed or sent. @param search empty for the whole market @param against empty to compare
    /// with nothing
    record Typed(
            @Nullable String search,
            @Nullable String pace,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String format,
            @Nullable String against,
            @Nullable Boolean sameFeeds,
            @Nullable Boolean inferredPay) {

        /// @throws BadRequest naming what makes no sense
        StandingReport.Order order() {
            return new StandingReport.Order(
                    number(),
                    Arrays.stream(Pace.values())
                            .filter(one -> Wording.tag(one).equals(word(pace, "monthly")))
                            .findFirst()
                            .orElseThrow(() -> new BadRequest("A report comes weekly or monthly.")),
                    word(channel, ""),
                    Objects.requireNonNullElse(address, ""),
                    ReportFormat.of(word(format, "html"))
                            .filter(one -> ReportDocuments.forPeople().contains(one))
                            .orElseThrow(() -> new BadRequest("A report is sent as html, pdf or md.")),
                    new StandingReport.Asking(
                            against, Boolean.TRUE.equals(sameFeeds), Boolean.TRUE.equals(inferredPay)));
        }

        private @Nullable Long number() {
            if (search == null || search.isBlank()) return null;
            if (!search.matches("\\d{1,18}")) throw new BadRequest("A saved search has a number.");
            return Long.valueOf(search);
        }

        private static String word(@Nullable String typed, String usual) {
            return typed == null || typed.isBlank() ? usual : typed.strip().toLowerCase(Locale.ROOT);
        }
    }

    List<StandingReport> all() {
        return reports.of(me());
    }

    StandingReport known(long id) {
        return reports.find(me(), id).orElseThrow(Reporting::none);
    }

    StandingReports.Added add(Typed typed) {
        return told(() -> reports.add(me(), typed.order(), now()));
    }

    StandingReport change(long id, Typed typed) {
        return told(() -> reports.change(me(), id, typed.order())).orElseThrow(Reporting::none);
    }

    void pause(long id, boolean paused) {
        if (!reports.pause(me(), id, paused)) throw none();
    }

    void remove(long id) {
        if (!reports.remove(me(), id, now())) throw none();
    }

    void restore(long id) {
        if (!reports.restore(me(), id)) throw none();
    }

    List<StandingReports.Issue> issues(long id) {
        return reports.issues(me(), id, ISSUES);
    }

    void resend(long issue) {
        if (!reports.resend(me(), issue, now())) throw new NotThere("There is no such report to send again.");
    }

    /// What was sent for a period, as it was sent.
    SentReports.Sent sent(long issue) {
        return sent.find(me(), issue)
                .orElseThrow(() -> new NotThere("Nothing that was sent is kept under this number."));
    }

    /// All of them, to keep and to bring in again.
    byte[] export() {
        var text = new StringBuilder();
        lines.export(me(), line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    ReportLines.Taken take(InputStream file) throws IOException {
        try (var read = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.take(me(), read.lines(), now());
        }
    }

    List<SavedSearch> searches() {
        return searches.of(me());
    }

    /// What a report is about, in words.
    String about(StandingReport report) {
        var search = report.order().search();
        if (search == null) return "the whole market";
        return searches.find(me(), search)
                .map(one -> one.removed() == null ? one.name() : one.name() + " (removed)")
                .orElse("a saved search that is gone");
    }

    /// How a report is counted where that is not as usual, in words.
    List<String> how(StandingReport report) {
        var asking = report.order().asking();
        var how = new ArrayList<String>();
        if (asking.against() != null) how.add("compared with " + inWords(asking.against()));
        if (asking.sameFeeds()) how.add("same feeds only");
        if (asking.inferredPay()) how.add("pay read from the text, too");
        return how;
    }

    private String inWords(String query) {
        var understood = search.search(new Criteria(query, List.of(), Criteria.Sort.NEWEST), 0, null)
                .understood();
        return understood.isBlank() ? "all postings" : understood;
    }

    List<String> channels() {
        return letters.channels();
    }

    Instant now() {
        return clock.instant();
    }

    private long me() {
        return current.get().map(Account::id).orElseThrow(() -> new NotThere("Nobody is signed in."));
    }

    private static NotThere none() {
        return new NotThere("There is no report with this number.");
    }

    private static <T> T told(Supplier<T> doing) {
        try {
            return doing.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be done."));
        }
    }
}
