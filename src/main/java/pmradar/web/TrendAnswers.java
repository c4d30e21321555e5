package pmradar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.report.CellLinks;
import pmradar.report.QuestionAddress;
import pmradar.report.ReportDocuments;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;
import pmradar.trend.Trends;

/// Answers questions about the market, for a page and for a program.
@Component
class TrendAnswers {
    /// What [Trends#behind] names at most.
    static final int MOST_BEHIND = 1000;

    private final Trends trends;
    private final ReportDocuments documents;
    private final Postings postings;
    private final Clock clock;

    TrendAnswers(Trends trends, ReportDocuments documents, Postings postings, Clock clock) {
        this.trends = trends;
        this.documents = documents;
        this.postings = postings;
        this.clock = clock;
    }

    /// @param total of all that are behind; @param shown those of them that were asked for
    record Behind(long total, List<Posting> shown) {}

    TrendAddress read(Map<String, String[]> parameters) {
        return TrendAddress.of(parameters, today());
    }

    TrendAddress strictly(Map<String, String[]> parameters, String... own) {
        return TrendAddress.strictly(parameters, today(), own);
    }

    /// Days are counted in UTC.
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    TrendReport report(TrendAddress asked) {
        return trends.report(asked.question());
    }

    Trends.Progress progress() {
        return trends.progress();
    }

    ReportDocuments documents() {
        return documents;
    }

    /// @throws NotThere where the report has no such value
    Behind behind(Question question, String figure, String row, int column, int skip, int size) {
        try {
            var found = trends.behind(question, figure, row, column, Math.clamp((long) skip + size, 1, MOST_BEHIND));
            return new Behind(
                    found.total(),
                    postings.find(found.postings().stream().skip(skip).toList()));
        } catch (IllegalArgumentException none) {
            throw new NotThere(Objects.requireNonNullElse(none.getMessage(), "This report has no such value."));
        }
    }

    static CellLinks links(TrendAddress asked) {
        return (figure, row, column) -> QuestionAddress.postings(asked.question(), figure, row, column);
    }
}
