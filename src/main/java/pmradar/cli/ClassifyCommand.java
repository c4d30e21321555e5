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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    private List<Path> files = List.of();

    @Option(names = "--with-text", description = "Also write the text that the offsets of the evidence point into.")
    private boolean withText;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description =
                    "Where taxonomy.yml is; the one in the program where there is none. Default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("config");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var tagging = new Tagging(ClassifierSource.load(config), withText);
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
