package pmradar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;
import pmradar.trend.TrendReport.Coverage;

/// A whole report as it is shown.
///
/// @param asked which postings, in words @param how further conditions of the question, in words
/// @param coverage what it rests on, a sentence each
public record ReportView(
        String title,
        Asked asked,
        String period,
        List<String> how,
        List<FindingView> findings,
        List<FigureView> figures,
        List<String> coverage,
        List<FeedView> feeds,
        String rules,
        String counted) {

    /// @param figure where the reader sees it
    public record FindingView(String sentence, String figure) {}

    /// @param whole whether it was read during the whole period
    public record FeedView(String name, String span, boolean whole) {}

    static ReportView of(TrendReport report, Asked asked, CellLinks links, FigureView.Room room) {
        var question = report.question();
        var period = DayWords.period(question.from(), question.to());
        return new ReportView(
                "Market trends, " + period,
                asked,
                period,
                how(question),
                report.findings().stream()
                        .map(one -> new FindingView(XmlText.of(one.sentence()), one.figure()))
                        .toList(),
                report.figures().stream()
                        .map(figure -> FigureView.of(figure, links, room))
                        .toList(),
                coverage(report.coverage()),
                report.coverage().feeds().stream()
                        .map(one -> new FeedView(
                                XmlText.of(one.feed()), DayWords.period(one.first(), one.last()), one.whole()))
                        .toList(),
                rules(report.coverage().rules()),
                DayWords.of(report.counted()));
    }

    private static List<String> how(Question question) {
        var how = new ArrayList<String>();
        how.add("by " + question.grain().name().toLowerCase(Locale.ROOT));
        if (question.sameFeeds()) how.add("only feeds that were read during the whole period");
        how.add(question.inferredPay() ? "pay that is stated or read from the text" : "stated pay only");
        return how;
    }

    private static List<String> coverage(Coverage coverage) {
        var sentences = new ArrayList<String>();
        sentences.add("%s in the period, %,d of them open on its last day."
                .formatted(ValueWords.postings(coverage.postings()), coverage.openAtEnd()));
        for (var one : coverage.leftOut())
            sentences.add("Left out: %s, %s.".formatted(XmlText.of(one.why()), ValueWords.postings(one.postings())));
        return sentences;
    }

    private static String rules(List<String> versions) {
        return switch (versions.size()) {
            case 0 -> "";
            case 1 -> "Judged by rules " + versions.getFirst() + ".";
            default ->
                "Judged by several versions of the rules, %s: a recount is going on, and figures may still move."
                        .formatted(String.join(", ", versions));
        };
    }
}
