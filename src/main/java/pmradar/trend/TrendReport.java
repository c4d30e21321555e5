package pmradar.trend;

import java.time.Instant;
import java.util.List;

/// What was counted for a question, with what must be known to believe it.
///
/// @param findings what rose and what fell, only where intervals allow to say so; most certain first
/// @param coverage which feeds and how many postings it rests on, what was left out and why
public record TrendReport(
        Question question, Instant counted, List<Figure> figures, List<Finding> findings, Coverage coverage) {

    /// @param sentence for people, with the interval in it
    /// @param figure @param row where it was seen
    public record Finding(String sentence, String figure, String row) {}

    /// @param postings in the period @param openAtEnd of them still open on its last day
    /// @param leftOut reason in words with its number: samples, insufficient text, blocked
    /// @param feeds names with the days of their first and last complete reading in the period
    /// @param rules versions of the taxonomy that judged them; one, unless a recount is still going on
    public record Coverage(
            long postings, long openAtEnd, List<LeftOut> leftOut, List<FeedSpan> feeds, List<String> rules) {

        public record LeftOut(String why, long postings) {}

        public record FeedSpan(String feed, java.time.LocalDate first, java.time.LocalDate last, boolean whole) {}

        public Coverage {
            leftOut = List.copyOf(leftOut);
            feeds = List.copyOf(feeds);
            rules = List.copyOf(rules);
        }
    }

    public TrendReport {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }
}
