package pmradar.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Figure;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;

/// A report for programs: every figure with what must be known to believe it.
@Schema(name = "TrendReport")
public record ReportJson(
        Asked question,
        @Schema(description = "when the answer was counted") Instant counted,

        @Schema(description = "what rose and what fell, where the intervals allow to say so")
        List<TrendReport.Finding> findings,

        List<FigureJson> figures,
        CoverageJson coverage) {

    /// @param against the second set in words; null for none
    @Schema(name = "TrendQuestion")
    public record Asked(
            LocalDate since,
            LocalDate until,
            @Schema(description = "day, week or month") String grain,

            @Schema(description = "which postings, in words")
            String postings,

            @Schema(description = "which postings they are compared with, in words; null for none") @Nullable
            String against,

            @JsonProperty("same_feeds") boolean sameFeeds,
            @JsonProperty("inferred_pay") boolean inferredPay) {}

    @Schema(name = "TrendFigure")
    public record FigureJson(
            String id,
            String question,
            String method,
            @Schema(description = "time or category") String axis,

            @Schema(description = "postings, share (0 to 1), pay (a year), days or number")
            String unit,

            List<String> columns,
            List<Figure.Row> rows,
            long counted,
            List<Figure.Break> breaks,

            @Schema(description = "ISO 4217, of pay; null for other units") @Nullable
            String currency) {

        static FigureJson of(Figure figure) {
            return new FigureJson(
                    figure.id(),
                    figure.question(),
                    figure.method(),
                    tag(figure.axis()),
                    tag(figure.unit()),
                    figure.columns(),
                    figure.rows(),
                    figure.counted(),
                    figure.breaks(),
                    figure.currency());
        }
    }

    @Schema(name = "TrendCoverage")
    public record CoverageJson(
            long postings,
            @JsonProperty("open_at_end") long openAtEnd,

            @JsonProperty("left_out") List<TrendReport.Coverage.LeftOut> leftOut,

            List<TrendReport.Coverage.FeedSpan> feeds,
            List<String> rules) {}

    static ReportJson of(TrendReport report, pmradar.report.Asked words) {
        var coverage = report.coverage();
        return new ReportJson(
                asked(report.question(), words),
                report.counted(),
                report.findings(),
                report.figures().stream().map(FigureJson::of).toList(),
                new CoverageJson(
                        coverage.postings(),
                        coverage.openAtEnd(),
                        coverage.leftOut(),
                        coverage.feeds(),
                        coverage.rules()));
    }

    /// The same with one figure alone; nothing where the report has none of this name.
    public java.util.Optional<ReportJson> only(String figure) {
        var one = figures.stream().filter(any -> any.id().equals(figure)).toList();
        return one.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new ReportJson(
                        question,
                        counted,
                        findings.stream()
                                .filter(any -> any.figure().equals(figure))
                                .toList(),
                        one,
                        coverage));
    }

    private static Asked asked(Question question, pmradar.report.Asked words) {
        return new Asked(
                question.from(),
                question.to(),
                tag(question.grain()),
                words.postings(),
                words.against(),
                question.sameFeeds(),
                question.inferredPay());
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
