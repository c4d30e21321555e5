package pmradar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pmradar.report.ReportDocuments;
import pmradar.report.ReportFormat;
import pmradar.search.Criteria;
import pmradar.search.IndexWatch;
import pmradar.search.PostingSearch;
import pmradar.trend.Question;
import pmradar.trend.Question.Grain;
import pmradar.trend.TrendReport;
import pmradar.trend.Trends;

/// Writes a report on the market into a file.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes a report on the market: what rose and what fell, with figures and how they are counted.")
final class ReportCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2026-01-01; a year before --to.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day; today when absent. Days are in UTC.")
    private @Nullable String to;

    @Option(names = "--query", paramLabel = "QUERY", description = "Which postings; all when absent.")
    private String query = "";

    @Option(names = "--against", paramLabel = "QUERY", description = "Other postings to compare with.")
    private @Nullable String against;

    @Option(names = "--grain", paramLabel = "G", description = "day, week or month (default).")
    private String grain = "month";

    @Option(names = "--same-feeds", description = "Only feeds that were read during the whole period.")
    private boolean sameFeeds;

    @Option(names = "--inferred-pay", description = "Pay read from the text counts, too.")
    private boolean inferredPay;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write it; the ending says how: .html, .pdf, .md, .csv or .json.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    ReportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        var format = format();
        days(LocalDate.EPOCH);
        try (var context = Whose.open(application)) {
            var question =
                    question(LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC));
            var report = count(context, question);
            say("Writing " + out);
            Files.write(out, context.getBean(ReportDocuments.class).write(report, format, (_, _, _) -> null));
            say("%d figures of %,d postings, %d findings"
                    .formatted(
                            report.figures().size(),
                            report.coverage().postings(),
                            report.findings().size()));
            return 0;
        }
    }

    private ReportFormat format() {
        var folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) throw wrong("There is no folder '%s'.".formatted(folder));
        if (Files.isDirectory(out)) throw wrong("'%s' is a folder.".formatted(out));
        var name = out.getFileName().toString();
        return ReportFormat.of(name.substring(name.lastIndexOf('.') + 1))
                .filter(_ -> name.contains("."))
                .orElseThrow(
                        () -> wrong("The ending of '%s' must be .html, .pdf, .md, .csv or .json.".formatted(name)));
    }

    private TrendReport count(ConfigurableApplicationContext context, Question question) {
        IndexWaiting.await(context.getBean(IndexWatch.class), spec);
        explain(context.getBean(PostingSearch.class), question);
        var trends = context.getBean(Trends.class);
        say("Counting what is new");
        trends.count();
        say("Counting %s to %s".formatted(question.from(), question.to()));
        return trends.report(question);
    }

    /// How the queries were read, and what of them could not be.
    private void explain(PostingSearch search, Question question) {
        for (var criteria : java.util.Arrays.asList(question.criteria(), question.against())) {
            if (criteria == null || criteria.query().isBlank()) continue;
            var read = search.search(criteria, 0, null);
            say("Understood: " + read.understood());
            read.mistakes().forEach(mistake -> say("In the query: " + mistake.message()));
        }
    }

    private record Days(LocalDate from, LocalDate to) {}

    private Days days(LocalDate today) {
        var last = to == null ? today : day("--to", to);
        return new Days(from == null ? last.minusYears(1).plusDays(1) : day("--from", from), last);
    }

    private Question question(LocalDate today) {
        var days = days(today);
        try {
            return new Question(
                    days.from(),
                    days.to(),
                    step(),
                    criteria(query),
                    against == null ? null : criteria(against),
                    sameFeeds,
                    inferredPay);
        } catch (IllegalArgumentException notAPeriod) {
            throw wrong(Objects.requireNonNullElse(notAPeriod.getMessage(), "That is no period."));
        }
    }

    private static Criteria criteria(String query) {
        return new Criteria(query, List.of(), Criteria.Sort.NEWEST);
    }

    private Grain step() {
        for (var one : Grain.values()) if (one.name().toLowerCase(Locale.ROOT).equals(grain)) return one;
        throw wrong("--grain must be day, week or month, not '%s'.".formatted(grain));
    }

    private LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw wrong("%s must be a day such as 2026-01-31, not '%s'.".formatted(option, text));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
    }
}
