package pmradar.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Csv;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;
import pmradar.trend.TrendReport;

/// Figures as one table for spreadsheets and statistics programs: a line for each value, which says all there is to
/// know of it, so that lines may be sorted, cut and joined.
final class CsvDocument {
    private static final List<String> HEAD = List.of(
            "figure",
            "row",
            "name",
            "from",
            "column",
            "value",
            "low",
            "high",
            "count",
            "small",
            "unit",
            "currency",
            "breaks_before",
            "question",
            "method",
            "since",
            "until",
            "grain",
            "postings",
            "against",
            "same_feeds",
            "inferred_pay",
            "rules",
            "counted");

    private CsvDocument() {}

    static String of(TrendReport report, List<Figure> figures, Asked asked) {
        var text = new StringBuilder(Csv.line(HEAD));
        for (var figure : figures) {
            @Nullable Row before = null;
            for (var row : figure.rows()) {
                for (int column = 0; column < figure.columns().size(); column++)
                    text.append(Csv.line(cells(report, asked, figure, before, row, column)));
                before = row;
            }
        }
        return text.toString();
    }

    private static List<@Nullable Object> cells(
            TrendReport report, Asked asked, Figure figure, @Nullable Row before, Row row, int column) {
        var question = report.question();
        @Nullable Measure measure = Pointed.at(row.values(), column);
        return Arrays.<@Nullable Object>asList(
                figure.id(),
                row.key(),
                row.name(),
                row.from(),
                figure.columns().get(column),
                measure == null ? null : measure.value(),
                measure == null ? null : measure.low(),
                measure == null ? null : measure.high(),
                measure == null ? null : measure.count(),
                measure == null ? null : measure.small(),
                tag(figure.unit()),
                figure.currency(),
                breaks(figure, before, row),
                figure.question(),
                figure.method(),
                question.from(),
                question.to(),
                tag(question.grain()),
                asked.postings(),
                asked.against(),
                question.sameFeeds(),
                question.inferredPay(),
                String.join(" ", report.coverage().rules()),
                report.counted());
    }

    /// Why this row is not comparable with the one before.
    private static @Nullable String breaks(Figure figure, @Nullable Row before, Row row) {
        var from = before == null ? null : before.from();
        var to = row.from();
        if (from == null || to == null) return null;
        var why = figure.breaks().stream()
                .filter(one -> one.day().isAfter(from) && !one.day().isAfter(to))
                .map(one -> one.day() + ": " + one.why())
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? null : why;
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
