package pmradar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.classify.Classifiers;
import pmradar.classify.GoldEvaluation;
import pmradar.classify.ModelTraining;

/// Tags postings from JSON Lines, without a server or a database.
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Tags postings: JSON Lines in, JSON Lines out, in the same order.",
            "Read: id, title, company, location, description, description_format (html or text). Other fields are kept.",
            "Written: id, role, family, label, score, domains, primary_domain, evidence, flags and more.",
            "A line that cannot be read becomes a line with its number and an error; the others go on."
        })
final class ClassifyCommand implements Callable<Integer> {
    /// Postings judged together; enough for all cores, small enough to answer a pipe soon.
    private static final int BATCH = 256;

    @Parameters(paramLabel = "FILE", description = "JSON Lines files; standard input when none is named.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--with-text", description = "Also write the text that the offsets of the evidence point into.")
    private boolean withText;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description =
                    "Where taxonomy.yml is; the one in the program where there is none. Default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("config");

    @Option(
            names = "--evaluate",
            paramLabel = "GOLD",
            description = "Measure instead, against a folder with gold.jsonl and postings.jsonl.")
    private @Nullable Path gold;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "With --evaluate: cross-validate what is learned, sources apart.")
    private int folds;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "TAXONOMY",
            description = {
                "Show instead what a change of the taxonomy would do: --compare OLD NEW, each a taxonomy.yml or its folder.",
                "With --json: a line of JSON for each posting judged differently."
            })
    private List<Path> compared = List.of();

    @Option(names = "--json", description = "With --compare: JSON Lines; the summary goes to standard error.")
    private boolean json;

    @Option(names = "--train", paramLabel = "GOLD", description = "Learn the model from GOLD and write it to --out.")
    private @Nullable Path training;

    @Option(names = "--out", paramLabel = "FILE", description = "With --train: where the model goes.")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (training != null) return train(training);
        if (gold != null) return evaluate(gold);
        if (!compared.isEmpty()) return compare();
        return tag();
    }

    private int train(Path from) {
        if (out == null) throw new ParameterException(spec.commandLine(), "--train needs --out FILE.");
        ModelTraining.train(from, out);
        return 0;
    }

    private int evaluate(Path against) {
        var report = spec.commandLine().getOut();
        if (folds > 1) GoldEvaluation.run(against, folds, report);
        else GoldEvaluation.run(against, Classifiers.load(config), report);
        report.flush();
        return 0;
    }

    private int compare() throws IOException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var report = new ComparisonReport(
                Comparing.of(compared.getFirst(), compared.getLast(), err).run(files));
        report.summary(json ? err : out);
        if (json) report.lines(out);
        else report.postings(out);
        out.flush();
        err.flush();
        return 0;
    }

    private int tag() throws IOException {
        var tagging = new Tagging(Classifiers.load(config), withText);
        var out = spec.commandLine().getOut();
        var tally = new Tally();
        if (files.isEmpty()) {
            tag(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), tagging, out, tally);
        }
        for (var file : files) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                tag(reader, tagging, out, tally);
            }
        }
        out.flush();
        spec.commandLine().getErr().printf("%d postings read, %d lines with an error%n", tally.lines, tally.errors);
        return 0;
    }

    private void tag(BufferedReader in, Tagging tagging, PrintWriter out, Tally tally) throws IOException {
        var batch = new ArrayList<NumberedLine>(BATCH);
        String line;
        for (long number = 1; (line = in.readLine()) != null; number++) {
            if (!line.isBlank()) batch.add(new NumberedLine(number, line));
            if (batch.size() == BATCH) write(batch, tagging, out, tally);
        }
        write(batch, tagging, out, tally);
    }

    private static void write(List<NumberedLine> batch, Tagging tagging, PrintWriter out, Tally tally) {
        var answers = batch.parallelStream().map(tagging::tag).toList();
        for (var answer : answers) {
            tally.lines++;
            if (answer.error()) tally.errors++;
            out.println(answer.json());
        }
        batch.clear();
    }

    record NumberedLine(long number, String text) {}

    private static final class Tally {
        private long lines;
        private long errors;
    }
}
