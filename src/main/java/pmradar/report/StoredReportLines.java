package pmradar.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.alert.Letters;
import pmradar.alert.SavedSearch;
import pmradar.alert.SavedSearches;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writes all standing reports of a person, and reads them again.
@Component
class StoredReportLines implements ReportLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 200;
    private static final String NO_REPORT = "The line is no report that is sent.";

    private final StandingReports reports;
    private final SavedSearches searches;
    private final Letters letters;

    StoredReportLines(StandingReports reports, SavedSearches searches, Letters letters) {
        this.reports = reports;
        this.searches = searches;
        this.letters = letters;
    }

    /// One report as it is written. @param search the name of a saved search; null for the whole market
    private record Line(
            @Nullable String search,
            @Nullable String pace,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String format,
            @Nullable String against,
            @JsonProperty("same_feeds") @Nullable Boolean sameFeeds,
            @JsonProperty("inferred_pay") @Nullable Boolean inferredPay,
            @Nullable Boolean paused) {

        StandingReport.Asking asking() {
            return new StandingReport.Asking(against, Boolean.TRUE.equals(sameFeeds), Boolean.TRUE.equals(inferredPay));
        }
    }

    /// A report about a saved search that is not there any more is sent no more, and is not written.
    @Override
    public void export(long account, Consumer<String> line) {
        for (var report : reports.of(account)) {
            var search = report.order().search();
            var about = search == null ? Optional.<SavedSearch>empty() : searches.find(account, search);
            if (search == null || about.filter(one -> one.removed() == null).isPresent())
                line.accept(JSON.writeValueAsString(
                        line(report, about.map(SavedSearch::name).orElse(null))));
        }
    }

    private static Line line(StandingReport report, @Nullable String search) {
        var order = report.order();
        return new Line(
                search,
                order.pace().name().toLowerCase(Locale.ROOT),
                order.channel(),
                order.address(),
                order.format().ending(),
                order.asking().against(),
                order.asking().sameFeeds(),
                order.asking().inferredPay(),
                report.paused());
    }

    @Override
    public Taken take(long account, Stream<String> lines, Instant now) {
        var added = new ArrayList<StandingReports.Added>();
        var bad = new ArrayList<BadLine>();
        int number = 0;
        int same = 0;
        for (var text : (Iterable<String>) lines.limit(MOST_LINES)::iterator) {
            number++;
            if (text.isBlank()) continue;
            try {
                var one = take(account, text, now);
                if (one.isPresent()) added.add(one.get());
                else same++;
            } catch (JacksonException unreadable) {
                bad.add(new BadLine(number, NO_REPORT));
            } catch (IllegalArgumentException refused) {
                bad.add(new BadLine(number, Objects.requireNonNullElse(refused.getMessage(), NO_REPORT)));
            }
        }
        return new Taken(added, same, bad);
    }

    /// @return nothing where it was there before
    private Optional<StandingReports.Added> take(long account, String text, Instant now) {
        if (text.length() > LONGEST_LINE) throw new IllegalArgumentException("The line is too long.");
        @Nullable Line line = JSON.readValue(text, Line.class);
        if (line == null) throw new IllegalArgumentException(NO_REPORT);
        var order = order(account, line);
        if (reports.of(account).stream().anyMatch(one -> one.order().tellsTheSameAs(order))) return Optional.empty();
        var made = reports.add(account, order, now);
        if (!Boolean.TRUE.equals(line.paused())) return Optional.of(made);
        reports.pause(account, made.report().id(), true);
        return reports.find(account, made.report().id()).map(one -> new StandingReports.Added(one, made.secret()));
    }

    private StandingReport.Order order(long account, Line line) {
        if (line.pace() == null || line.channel() == null || line.address() == null)
            throw new IllegalArgumentException("A report that is sent has a pace, a channel and an address.");
        return new StandingReport.Order(
                search(account, line.search()),
                pace(line.pace()),
                line.channel(),
                letters.address(line.channel(), line.address()),
                format(line.format()),
                line.asking());
    }

    private @Nullable Long search(long account, @Nullable String name) {
        if (name == null) return null;
        return searches.of(account).stream()
                .filter(one -> one.name().equals(name))
                .map(SavedSearch::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no saved search “%s”. Save it first, or bring it in.".formatted(cut(name))));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static Pace pace(String named) {
        return Arrays.stream(Pace.values())
                .filter(one -> one.name().equalsIgnoreCase(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A report comes weekly or monthly."));
    }

    private static ReportFormat format(@Nullable String ending) {
        return ReportFormat.of(ending == null ? ReportFormat.HTML.ending() : ending)
                .orElseThrow(() -> new IllegalArgumentException("A report is sent as html, pdf or md."));
    }
}
