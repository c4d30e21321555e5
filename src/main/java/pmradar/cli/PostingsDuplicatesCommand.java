package pmradar.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Shows which postings of a file would be one, or measures that against known groups.
@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        description = {
            "Records the postings of FILE in order into an empty store in memory, as reading a feed would, and prints",
            "which of them became one posting and which were grouped as copies of one text.",
            "FILE: JSON Lines with id, title, company, location, description, description_format; may be gzipped.",
            "With --evaluate each line is a group with a label and its members, and each group has a store of its own."
        })
final class PostingsDuplicatesCommand implements Callable<Integer> {
    private final Class<?> application;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file; see there for the default.")
    private @Nullable Path file;

    @Option(
            names = "--evaluate",
            description = {
                "Prints precision and recall over pairs of members, and every error.",
                "Labels: duplicate and same_job_several_locations are one posting; same_company_other_title (for members",
                "whose titles differ) and not_duplicate are two; same_text_other_company_or_missing are to be grouped",
                "and are counted apart; unsure is not counted.",
                "Default FILE: postings/duplicates_dev.jsonl.gz below the system property pmradar.shared."
            })
    private boolean evaluate;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    PostingsDuplicatesCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        var lines = lines(path());
        var out = spec.commandLine().getOut();
        try (var store = RehearsedStore.open(application)) {
            if (evaluate) evaluate(store, lines, out);
            else show(store, lines, out);
        }
        out.flush();
        return 0;
    }

    private static void evaluate(RehearsedStore store, List<JsonNode> groups, PrintWriter out) {
        var evaluation = new DuplicateEvaluation();
        for (var group : groups) {
            var members = group.path("members").valueStream().toList();
            evaluation.add(group, members, store.outcome(members));
        }
        evaluation.print(out);
    }

    private static void show(RehearsedStore store, List<JsonNode> postings, PrintWriter out) {
        var outcome = store.outcome(postings);
        outcome.joined().forEach(one -> print("one posting", one, postings, out));
        outcome.grouped().forEach(one -> print("one text", one, postings, out));
        out.printf("%d postings of %d listings%n", outcome.count(), postings.size());
    }

    private static void print(String what, List<Integer> members, List<JsonNode> postings, PrintWriter out) {
        out.println(what);
        for (int member : members) out.println("  " + DuplicateEvaluation.line(postings.get(member)));
    }

    private Path path() {
        if (file != null) return file;
        var shared = System.getProperty("pmradar.shared");
        if (!evaluate || shared == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which file? Name one, or with --evaluate set the system property pmradar.shared.");
        }
        return Path.of(shared, "postings", "duplicates_dev.jsonl.gz");
    }

    private List<JsonNode> lines(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(path));
        }
        var nodes = new ArrayList<JsonNode>();
        try (var reader = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) nodes.add(Json.MAPPER.readTree(line));
            }
        }
        return nodes;
    }

    private static InputStream open(Path path) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path));
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
