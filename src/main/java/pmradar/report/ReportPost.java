package pmradar.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.alert.AlertSettings;
import pmradar.alert.Channel;
import pmradar.alert.Letter;
import pmradar.alert.Letters;
import pmradar.alert.SavedSearches;
import pmradar.search.Criteria;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;
import pmradar.trend.Trends;

/// Writes and sends the reports that are due. Asked as often as one likes, by as many machines as there are.
@Component
class ReportPost {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPost.class);
    private static final int AT_ONCE = 20;

    private final Issues issues;
    private final SavedSearches searches;
    private final Trends trends;
    private final ReportDocuments documents;
    private final Letters letters;
    private final AlertSettings settings;
    private final Clock clock;

    ReportPost(
            Issues issues,
            SavedSearches searches,
            Trends trends,
            ReportDocuments documents,
            Letters letters,
            AlertSettings settings,
            Clock clock) {
        this.issues = issues;
        this.searches = searches;
        this.trends = trends;
        this.documents = documents;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    void due(Instant now) {
        for (var report : issues.standing()) {
            var period = report.order().pace().last(now);
            if (period.due().isAfter(report.made())) issues.add(report, period, now);
        }
        for (var waiting : issues.due(now, AT_ONCE)) {
            if (issues.hold(waiting.id(), now)) deliver(waiting);
        }
    }

    private void deliver(Issues.Waiting waiting) {
        var criteria = criteria(waiting.report());
        if (criteria.isEmpty()) {
            issues.finish(
                    waiting.id(),
                    StandingReports.State.PARKED,
                    "The saved search that it is about is not there any more.",
                    clock.instant());
            return;
        }
        var outcome = send(waiting, question(waiting, criteria.get()));
        var now = clock.instant();
        switch (outcome) {
            case Channel.Outcome.Accepted() -> issues.finish(waiting.id(), StandingReports.State.SENT, null, now);
            case Channel.Outcome.Refused refused -> refused(waiting, refused, now);
        }
    }

    private void refused(Issues.Waiting waiting, Channel.Outcome.Refused refused, Instant now) {
        var first = Objects.requireNonNullElse(waiting.firstTry(), now);
        var next = refused.ended()
                ? Optional.<Instant>empty()
                : letters.again(waiting.id(), waiting.tries() + 1, first, refused, now);
        if (next.isPresent()) issues.again(waiting.id(), refused.why(), next.get());
        else {
            LOG.info(
                    "Report {} could not be sent and is given up",
                    waiting.report().id());
            issues.finish(waiting.id(), StandingReports.State.PARKED, refused.why(), now);
        }
    }

    private Optional<Criteria> criteria(StandingReport report) {
        var search = report.order().search();
        if (search == null) return Optional.of(Criteria.ALL);
        return searches.find(report.owner(), search)
                .filter(one -> one.removed() == null)
                .map(one -> one.criteria());
    }

    private static Question question(Issues.Waiting waiting, Criteria criteria) {
        var pace = waiting.report().order().pace();
        return new Question(pace.since(waiting.to()), waiting.to(), pace.grain(), criteria, null, false, false);
    }

    private Channel.Outcome send(Issues.Waiting waiting, Question question) {
        var report = trends.report(question);
        // What is counted later than its last day holds all of it.
        if (report.counted().isBefore(waiting.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
            return new Channel.Outcome.Refused("Its last day is not counted yet.", false, null);
        var order = waiting.report().order();
        return letters.send(
                new Channel.Destination(waiting.report().id(), order.channel(), order.address(), waiting.secret()),
                letter(waiting, report),
                waiting.key());
    }

    private Letter letter(Issues.Waiting waiting, TrendReport report) {
        var question = report.question();
        var format = waiting.report().order().format();
        CellLinks links = (figure, row, column) -> whole(QuestionAddress.postings(question, figure, row, column));
        return new Letter(
                "Market trends, " + DayWords.period(waiting.from(), waiting.to()),
                documents.brief(report),
                whole("/trends?" + QuestionAddress.of(question)),
                whole(StoredStandingReports.path(waiting.report().id(), waiting.secret())),
                new Letter.Enclosed(
                        "market-trends-%s.%s".formatted(waiting.to(), format.ending()),
                        format.type(),
                        documents.write(report, format, links)));
    }

    private String whole(String path) {
        return settings.baseUrl().resolve(path).toString();
    }
}
