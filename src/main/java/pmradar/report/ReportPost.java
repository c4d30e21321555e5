package pmradar.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
    private static final Channel.Outcome.Refused NOT_COUNTED =
            new Channel.Outcome.Refused("Its last day is not counted yet.", false, null);

    private final Issues issues;
    private final StoredSentReports sent;
    private final SavedSearches searches;
    private final Trends trends;
    private final ReportDocuments documents;
    private final Letters letters;
    private final AlertSettings settings;
    private final Clock clock;

    ReportPost(
            Issues issues,
            StoredSentReports sent,
            SavedSearches searches,
            Trends trends,
            ReportDocuments documents,
            Letters letters,
            AlertSettings settings,
            Clock clock) {
        this.issues = issues;
        this.sent = sent;
        this.searches = searches;
        this.trends = trends;
        this.documents = documents;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    void due(Instant now) {
        sent.letGo(now);
        for (var report : issues.standing()) {
            var period = report.order().pace().last(now);
            if (period.due().isAfter(report.made())) issues.add(report, period, now);
        }
        for (var waiting : issues.due(now, AT_ONCE)) {
            if (issues.hold(waiting.id(), now)) deliver(waiting);
        }
    }

    private void deliver(Issues.Waiting waiting) {
        var before = sent.find(waiting.id()).flatMap(one -> again(waiting, one));
        if (before.isPresent()) {
            hand(waiting, before.get());
            return;
        }
        var criteria = criteria(waiting.report());
        if (criteria.isEmpty()) {
            issues.finish(
                    waiting.id(),
                    StandingReports.State.PARKED,
                    "The saved search that it is about is not there any more.",
                    clock.instant());
            return;
        }
        var report = trends.report(question(waiting, criteria.get()));
        // What is counted later than its last day holds all of it.
        if (report.counted().isBefore(waiting.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
            refused(waiting, NOT_COUNTED, clock.instant());
        else hand(waiting, letter(waiting, report));
    }

    private void hand(Issues.Waiting waiting, Letter letter) {
        var order = waiting.report().order();
        var outcome = letters.send(
                new Channel.Destination(waiting.report().id(), order.channel(), order.address(), waiting.secret()),
                letter,
                waiting.key());
        var now = clock.instant();
        switch (outcome) {
            case Channel.Outcome.Accepted() -> {
                issues.finish(waiting.id(), StandingReports.State.SENT, null, now);
                sent.keep(waiting.id(), waiting.report(), letter, now);
            }
            case Channel.Outcome.Refused refused -> refused(waiting, refused, now);
        }
    }

    /// What was sent before, to be sent once more; nothing where its document is not kept.
    private Optional<Letter> again(Issues.Waiting waiting, SentReports.Sent before) {
        return Optional.ofNullable(before.document())
                .map(document -> new Letter(before.title(), before.text(), before.link(), leave(waiting), document));
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
        var asking = waiting.report().order().asking();
        var against = asking.against();
        return new Question(
                pace.since(waiting.to()),
                waiting.to(),
                pace.grain(),
                criteria,
                against == null ? null : new Criteria(against, List.of(), Criteria.Sort.NEWEST),
                asking.sameFeeds(),
                asking.inferredPay());
    }

    private Letter letter(Issues.Waiting waiting, TrendReport report) {
        var question = report.question();
        var format = waiting.report().order().format();
        CellLinks links = (figure, row, column) -> whole(QuestionAddress.postings(question, figure, row, column));
        return new Letter(
                "Market trends, " + DayWords.period(waiting.from(), waiting.to()),
                documents.brief(report),
                whole("/trends?" + QuestionAddress.of(question)),
                leave(waiting),
                new Letter.Enclosed(
                        "market-trends-%s.%s".formatted(waiting.to(), format.ending()),
                        format.type(),
                        documents.write(report, format, links)));
    }

    private String leave(Issues.Waiting waiting) {
        return whole(StoredStandingReports.path(waiting.report().id(), waiting.secret()));
    }

    private String whole(String path) {
        return settings.baseUrl().resolve(path).toString();
    }
}
