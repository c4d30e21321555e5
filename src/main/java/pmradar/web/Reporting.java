package pmradar.web;

import java.time.Clock;
import java.time.Instant;
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
import pmradar.report.StandingReport;
import pmradar.report.StandingReports;

/// What a person may do with reports that are sent, from a page or from a program: always within their own account.
@Component
class Reporting {
    private static final int ISSUES = 12;

    private final StandingReports reports;
    private final SavedSearches searches;
    private final Letters letters;
    private final CurrentAccount current;
    private final Clock clock;

    Reporting(StandingReports reports, SavedSearches searches, Letters letters, CurrentAccount current, Clock clock) {
        this.reports = reports;
        this.searches = searches;
        this.letters = letters;
        this.current = current;
        this.clock = clock;
    }

    /// An order as it was typed or sent. @param search empty for the whole market
    record Typed(
            @Nullable String search,
            @Nullable String pace,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String format) {

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
                            .orElseThrow(() -> new BadRequest("A report is sent as html, pdf or md.")));
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
