package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pmradar.posting.Posting;
import pmradar.report.ReportDocuments;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.trend.Figure;
import pmradar.trend.Question.Grain;
import pmradar.trend.TrendReport;

/// What the market asks for, over time: the question, the figures, and the postings behind each.
@Controller
class TrendPage {
    private static final int PER_PAGE = 50;

    private final TrendAnswers answers;
    private final PostingSearch search;
    private final Clock clock;

    TrendPage(TrendAnswers answers, PostingSearch search, Clock clock) {
        this.answers = answers;
        this.search = search;
        this.clock = clock;
    }

    /// How a query was read. @param understood in words; blank for everything
    record Read(String understood, QueryEcho echo) {}

    record GrainChoice(String value, String words, boolean current) {}

    @GetMapping("/trends")
    String trends(HttpServletRequest request, Model model) {
        var asked = answers.read(request.getParameterMap());
        describe(asked, model);
        var counting = counting();
        model.addAttribute("counting", counting);
        // Whoever asked for a report now would wait until the first count is over.
        if (counting.last() != null || !counting.going()) report(asked, model);
        return "trends";
    }

    private void report(TrendAddress asked, Model model) {
        var report = answers.report(asked);
        if (report.coverage().postings() > 0)
            model.addAttribute("report", answers.documents().view(report, TrendAnswers.links(asked)));
    }

    private void describe(TrendAddress asked, Model model) {
        var question = asked.question();
        model.addAttribute("asked", asked);
        model.addAttribute("asking", asked.asking());
        model.addAttribute("query", read(question.criteria()));
        model.addAttribute("period", Wording.day(question.from()) + " to " + Wording.day(question.to()));
        var against = question.against();
        if (against != null) model.addAttribute("other", read(against));
        model.addAttribute(
                "grains",
                Arrays.stream(Grain.values())
                        .map(one -> new GrainChoice(Wording.tag(one), Wording.tag(one), one == question.grain()))
                        .toList());
        model.addAttribute("formats", ReportDocuments.forPeople());
    }

    private Read read(Criteria criteria) {
        var results = search.search(criteria, 0, null);
        return new Read(results.understood(), QueryEcho.of(criteria.query(), results.mistakes()));
    }

    /// @param last when it was counted last; null before the first time @param percent of what is to be counted now
    record CountingView(@Nullable String last, boolean going, long percent) {}

    private CountingView counting() {
        var now = answers.progress();
        return new CountingView(
                now.last() == null ? null : Wording.ago(now.last(), clock.instant()),
                now.going(),
                now.total() == 0 ? 0 : Math.min(100, now.done() * 100 / now.total()));
    }

    /// One posting behind a value. @param closed when it closed, in words; null while it is open
    record Line(
            long id,
            String title,
            String meta,
            String label,
            int score,
            int depth,
            @Nullable String closed) {}

    @GetMapping("/trends/postings")
    String postings(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String row,
            @RequestParam(defaultValue = "0") int column,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked = answers.read(request.getParameterMap());
        int skip = Math.clamp(page - 1L, 0, TrendAnswers.MOST_BEHIND / PER_PAGE - 1) * PER_PAGE;
        var found = answers.behind(asked.question(), figure, row, column, skip, PER_PAGE);
        var value = value(answers.report(asked), figure, row, column);
        model.addAttribute("asked", asked);
        model.addAttribute("back", "/trends?" + asked.asking() + "#figure-" + figure);
        model.addAttribute("value", value);
        model.addAttribute("total", Wording.counted(found.total(), "posting"));
        model.addAttribute("lines", found.shown().stream().map(this::line).toList());
        var here = TrendAnswers.links(asked).of(figure, row, column);
        int next = skip / PER_PAGE + 2;
        boolean more = skip + PER_PAGE < Math.min(found.total(), TrendAnswers.MOST_BEHIND);
        model.addAttribute("next", more ? here + "&page=" + next : null);
        model.addAttribute("first", skip > 0 ? here : null);
        model.addAttribute("unlisted", Math.max(0, found.total() - TrendAnswers.MOST_BEHIND));
        return "trend-postings";
    }

    /// Which value of which figure it is, in words.
    record Value(String question, String row, String column, String method) {}

    private static Value value(TrendReport report, String figure, String key, int column) {
        return report.figures().stream()
                .filter(one -> one.id().equals(figure))
                .findFirst()
                .map(one -> value(one, key, column))
                .orElseThrow(() -> new NotThere("This report has no such figure."));
    }

    private static Value value(Figure figure, String key, int column) {
        var name = figure.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(Figure.Row::name)
                .findFirst()
                .orElse(key);
        var columns = figure.columns();
        return new Value(figure.question(), name, columns.size() == 1 ? "" : columns.get(column), figure.method());
    }

    private Line line(Posting posting) {
        var found = posting.classification();
        var employer = posting.company() == null ? "" : posting.company() + " · ";
        var pay = posting.pay() == null ? "" : " · " + PayWords.stated(posting.pay());
        var closed = posting.life().closed();
        return new Line(
                posting.id().value(),
                posting.title(),
                employer + ResultRow.where(posting) + pay + " · first seen "
                        + Wording.day(posting.life().firstSeen()),
                Wording.label(found.label()),
                found.score(),
                Wording.depth(found.score()),
                closed == null ? null : "closed on " + Wording.day(closed));
    }
}
