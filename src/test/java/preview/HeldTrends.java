package preview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.trend.Figure;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Break;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Row;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Question;
import pmradar.trend.TrendReport;
import pmradar.trend.TrendReport.Coverage;
import pmradar.trend.TrendReport.Finding;
import pmradar.trend.Trends;

/// A report made by hand: one figure of each kind, with a break, a hole, a small sample, a long name and foreign
/// letters.
public class HeldTrends implements Trends {
    public static final String LONG_NAME =
            "Gesellschaft für die Zusammenarbeit der Häfen ".repeat(5).strip();
    public static final String CYRILLIC = "Черноморская верфь";
    public static final String FORMULA = "=HYPERLINK(\"https://example.org\")";

    private final HeldPostings postings;

    /// Whether nothing was counted yet.
    public boolean empty;

    /// How far counting is.
    public Progress progress = NOTHING_GOING_ON;

    public static final Progress NOTHING_GOING_ON = new Progress(null, false, 0, 0);

    /// When it was counted.
    public Instant counted = PreviewApplication.NOW;

    /// The last that was asked.
    public @Nullable Question asked;

    public HeldTrends(HeldPostings postings) {
        this.postings = postings;
    }

    @Override
    public TrendReport report(Question question) {
        asked = question;
        if (empty)
            return new TrendReport(
                    question, counted, List.of(), List.of(), new Coverage(0, 0, List.of(), List.of(), List.of()));
        return new TrendReport(
                question,
                counted,
                List.of(open(question), share(question), demand(), pay(), employers(), apart(), hollow()),
                List.of(
                        new Finding(
                                "The share of technical postings rose from 30% (25 to 35%) to 52% (47 to 57%).",
                                "share", "2026-10-01"),
                        new Finding("Kubernetes is asked for more often than a year before.", "demand", "kubernetes")),
                coverage(question));
    }

    private static Coverage coverage(Question question) {
        return new Coverage(
                1_234,
                321,
                List.of(new Coverage.LeftOut("samples", 12), new Coverage.LeftOut("text too short to judge", 7)),
                List.of(
                        new Coverage.FeedSpan("Northwind Labs careers", question.from(), question.to(), true),
                        new Coverage.FeedSpan("Fjordbank", question.from().plusDays(40), question.to(), false)),
                List.of("7f3a"));
    }

    private static List<LocalDate> months() {
        return IntStream.range(0, 12)
                .mapToObj(i -> LocalDate.of(2025, 11, 1).plusMonths(i))
                .toList();
    }

    private static Row month(LocalDate day, @Nullable Measure... values) {
        var name = day.getMonth().name();
        return new Row(
                day.toString(),
                name.charAt(0) + name.substring(1, 3).toLowerCase() + " " + day.getYear(),
                day,
                Arrays.asList(values));
    }

    private static Measure count(long value) {
        return new Measure(value, null, null, value, value < 10);
    }

    private static Measure between(double value, double around, long count) {
        return new Measure(value, value - around, value + around, count, count < 10);
    }

    /// The real number of technical postings stands in the first row, so that a list can be compared with it.
    private Figure open(Question question) {
        var rows = new ArrayList<Row>();
        int i = 0;
        for (var day : months()) {
            rows.add(month(
                    day, count(i == 0 ? all().size() : 40 + 6L * i + i % 3 * 9), i == 7 ? null : count(90 - 2L * i)));
            i++;
        }
        return new Figure(
                "open",
                "How many postings are open?",
                "Postings that were open on the last day of each step.",
                Axis.TIME,
                Unit.POSTINGS,
                List.of("technical", "general"),
                rows,
                1_234,
                List.of(new Break(LocalDate.of(2026, 3, 3), "the feed Fjordbank began")));
    }

    private static Figure share(Question question) {
        var rows = IntStream.range(0, 12)
                .mapToObj(i ->
                        month(months().get(i), between(0.3 + 0.02 * i, 0.05, 120), between(0.7 - 0.02 * i, 0.05, 120)))
                .toList();
        return new Figure(
                "share",
                "Is the market turning technical?",
                "Share of postings opened in each step, with the 95% Wilson interval.",
                Axis.TIME,
                Unit.SHARE,
                List.of("technical", "general"),
                rows,
                1_234,
                List.of());
    }

    private static Figure demand() {
        return new Figure(
                "demand",
                "What is asked for?",
                "Share of postings that ask for it as a must or prefer it.",
                Axis.CATEGORY,
                Unit.SHARE,
                List.of("must", "preferred"),
                List.of(
                        new Row(
                                "kubernetes",
                                "Kubernetes",
                                null,
                                List.of(between(0.31, 0.04, 310), between(0.12, 0.03, 310))),
                        new Row("sql", "SQL", null, List.of(between(0.22, 0.04, 310), between(0.19, 0.03, 310))),
                        new Row("pmp", "PMP", null, List.of(between(0.18, 0.03, 310), between(0.25, 0.04, 310))),
                        new Row("cobol", "COBOL", null, Arrays.asList(between(0.4, 0.3, 5), null))),
                310,
                List.of());
    }

    private static Figure pay() {
        return new Figure(
                "pay",
                "What does it pay?",
                "Stated yearly pay in EUR, quartiles.",
                Axis.CATEGORY,
                Unit.PAY,
                List.of("lower quartile", "median", "upper quartile"),
                List.of(
                        new Row(
                                "technical",
                                "technical",
                                null,
                                List.of(count(72_000), between(88_000, 4_000, 60), count(104_000))),
                        new Row(
                                "general",
                                "general",
                                null,
                                List.of(count(58_000), between(69_500, 3_000, 80), count(81_000)))),
                140,
                List.of(),
                "EUR");
    }

    private static Figure employers() {
        return new Figure(
                "employers",
                "Who hires?",
                "Postings opened in the period.",
                Axis.CATEGORY,
                Unit.POSTINGS,
                List.of("postings"),
                Stream.of(
                                LONG_NAME,
                                CYRILLIC,
                                FORMULA,
                                "A".repeat(120),
                                "Acme",
                                "Acme",
                                "1",
                                "2",
                                "3",
                                "4",
                                "5",
                                "6",
                                "7",
                                "<b>8</b>")
                        .map(name -> new Row(
                                "e" + name.hashCode(),
                                name,
                                null,
                                List.of(count(name.length() > 40 ? 40 : 5 + name.length()))))
                        .toList(),
                300,
                List.of());
    }

    private static Figure apart() {
        var rows = IntStream.range(0, 400)
                .mapToObj(i -> {
                    var day = LocalDate.of(2025, 9, 1).plusDays(i);
                    return new Row(
                            day.toString(), day.toString(), day, List.of(between(20 + Math.sin(i / 30.0) * 8, 2, 50)));
                })
                .toList();
        return new Figure(
                "open-days",
                "How long do postings stay open?",
                "Median days.",
                Axis.TIME,
                Unit.DAYS,
                List.of("median"),
                rows,
                800,
                List.of());
    }

    private static Figure hollow() {
        return new Figure(
                "size",
                "Share by size of the employer?",
                "No feed states sizes.",
                Axis.CATEGORY,
                Unit.SHARE,
                List.of("technical"),
                List.of(),
                0,
                List.of());
    }

    private List<PostingId> all() {
        return postings.all().map(Posting::id).toList();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /// Everything is counted as it is invented.
    @Override
    public void count() {}

    @Override
    public Behind behind(Question question, String figure, String row, int column, int most) {
        var report = report(question);
        var one = report.figures().stream()
                .filter(any -> any.id().equals(figure))
                .flatMap(any -> any.rows().stream())
                .filter(any -> any.key().equals(row)
                        && column >= 0
                        && column < any.values().size())
                .findFirst();
        if (one.isEmpty()) throw new IllegalArgumentException("This report has no such value.");
        return new Behind(all().size(), all().stream().limit(most).toList());
    }
}
