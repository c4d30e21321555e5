package pmradar.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;

/// Writes a trend report down: as a page shows it, and as a file.
@Component
public class ReportDocuments {
    private static final String TEMPLATE = "report";

    private final ITemplateEngine templates;
    private final PostingSearch search;

    ReportDocuments(ITemplateEngine templates, PostingSearch search) {
        this.templates = templates;
        this.search = search;
    }

    /// What a page shows.
    public ReportView view(TrendReport report, CellLinks links) {
        return view(report, links, FigureView.Room.PAGE);
    }

    private ReportView view(TrendReport report, CellLinks links, FigureView.Room room) {
        return ReportView.of(report, asked(report.question()), links, room);
    }

    /// @param links where the values lead; in a file these are whole addresses, or none
    public byte[] write(TrendReport report, ReportFormat format, CellLinks links) {
        return switch (format) {
            case HTML -> html(view(report, links), false).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfDocument.of(html(view(report, links, FigureView.Room.PAPER), true));
            case MD -> MarkdownDocument.of(view(report, links)).getBytes(StandardCharsets.UTF_8);
            case CSV ->
                CsvDocument.of(report, report.figures(), asked(report.question()))
                        .getBytes(StandardCharsets.UTF_8);
            case JSON -> JsonDocument.of(report, asked(report.question()));
        };
    }

    /// One figure alone as CSV.
    public byte[] csv(TrendReport report, String figure) {
        var one =
                report.figures().stream().filter(any -> any.id().equals(figure)).toList();
        return CsvDocument.of(report, one, asked(report.question())).getBytes(StandardCharsets.UTF_8);
    }

    /// One figure as SVG that stands alone; empty where there is nothing to draw.
    public String drawing(TrendReport report, String figure, CellLinks links) {
        return report.figures().stream()
                .filter(any -> any.id().equals(figure))
                .findFirst()
                .map(one -> FigureView.of(one, links, FigureView.Room.PAPER).chart())
                .orElse("");
    }

    /// What the report and its figures say, for programs.
    public ReportJson json(TrendReport report) {
        return ReportJson.of(report, asked(report.question()));
    }

    /// In Markdown, without tables and figures: what is said in a message.
    String brief(TrendReport report) {
        return MarkdownDocument.brief(view(report, (_, _, _) -> null));
    }

    private String html(ReportView view, boolean print) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("report", view);
        context.setVariable("print", print);
        return templates.process(TEMPLATE, context);
    }

    private Asked asked(Question question) {
        return new Asked(words(question.criteria()), against(question.against()));
    }

    private @Nullable String against(@Nullable Criteria criteria) {
        return criteria == null ? null : words(criteria);
    }

    private String words(Criteria criteria) {
        if (criteria.query().isBlank() && criteria.conditions().isEmpty()) return "all postings";
        var understood = XmlText.of(search.search(criteria, 0, null).understood());
        return understood.isBlank() ? "all postings" : understood;
    }

    /// Formats that people read, as opposed to programs.
    public static List<ReportFormat> forPeople() {
        return List.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.MD);
    }
}
