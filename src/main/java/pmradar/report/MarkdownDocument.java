package pmradar.report;

import java.util.stream.Collectors;

/// A report as Markdown: text and tables, for wikis, chats and whoever reads it as it is (CommonMark, with the tables
/// of
/// GitHub's dialect).
final class MarkdownDocument {
    private static final String ACTIVE = "\\`*_{}[]<>#|~";

    private MarkdownDocument() {}

    static String of(ReportView report) {
        var text = new StringBuilder(brief(report));
        for (var figure : report.figures()) figure(figure, text);
        text.append("## What it rests on\n\n");
        for (var sentence : report.coverage())
            text.append("- ").append(plain(sentence)).append('\n');
        if (!report.rules().isEmpty())
            text.append("- ").append(plain(report.rules())).append('\n');
        for (var feed : report.feeds()) {
            text.append("- Feed ")
                    .append(plain(feed.name()))
                    .append(": ")
                    .append(feed.span())
                    .append(feed.whole() ? "\n" : ", not during the whole period\n");
        }
        return text.append("\nCounted ")
                .append(report.counted())
                .append(" by PM Radar.\n")
                .toString();
    }

    static String brief(ReportView report) {
        var text = new StringBuilder("# ")
                .append(report.title())
                .append("\n\n")
                .append(plain(report.asked().postings()));
        if (report.asked().against() != null)
            text.append(", compared with ").append(plain(report.asked().against()));
        text.append(" · ").append(String.join(" · ", report.how())).append("\n\n");
        if (report.findings().isEmpty()) text.append("Nothing rose or fell by more than chance explains.\n\n");
        for (var finding : report.findings())
            text.append("- ").append(plain(finding.sentence())).append('\n');
        return text.append(report.findings().isEmpty() ? "" : "\n").toString();
    }

    private static void figure(FigureView figure, StringBuilder text) {
        text.append("## ").append(plain(figure.question())).append("\n\n| |");
        for (var column : figure.columns())
            text.append(' ').append(plain(column)).append(" |");
        text.append("\n| :-- |")
                .append(" --: |".repeat(figure.columns().size()))
                .append('\n');
        for (var row : figure.rows()) {
            text.append("| ").append(plain(row.name())).append(" |");
            for (var cell : row.cells()) text.append(' ').append(cell(cell)).append(" |");
            text.append('\n');
        }
        if (figure.left() > 0)
            text.append("\n").append(figure.left()).append(" more rows are in the CSV and JSON files.\n");
        text.append('\n')
                .append(figure.currency() == null ? "" : figure.currency() + " a year. ")
                .append(plain(figure.method()))
                .append(' ')
                .append(figure.counted())
                .append(".\n\n");
        for (var one : figure.breaks())
            text.append("- Break, ")
                    .append(one.day())
                    .append(": ")
                    .append(plain(one.why()))
                    .append('\n');
        if (!figure.breaks().isEmpty()) text.append('\n');
    }

    private static String cell(FigureView.CellView cell) {
        var words = cell.words() + (cell.interval() == null ? "" : " (" + cell.interval() + ")");
        var few = cell.small() ? words + ", few" : words;
        return cell.link() == null ? few : "[" + few + "](" + cell.link().replace(")", "%29") + ")";
    }

    /// Words that come from outside, without a meaning of their own and on one line.
    private static String plain(String words) {
        return words.replaceAll("\\s+", " ")
                .codePoints()
                .mapToObj(one -> ACTIVE.indexOf(one) >= 0 ? "\\" + Character.toString(one) : Character.toString(one))
                .collect(Collectors.joining());
    }
}
