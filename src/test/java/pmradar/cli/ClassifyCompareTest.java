package pmradar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClassifyCompareTest {

    private static final String WITHOUT = """
            groups:
              - kind: technology
                domains: [software]
                terms: |
                  Kubernetes
            """;
    private static final String WITH = WITHOUT + """
                  Zorblax | zbx
            """;
    private static final String POSTING = """
            {"id": %s, "title": "Project Manager", "description": "Your duties:\\n- Own scope, schedule and budget of our \
            customer projects\\n- Manage risks and issues and report to the steering committee\\n- Coordinate the \
            milestones of all work streams with suppliers\\n- Prepare the weekly status report for sponsors and \
            stakeholders\\n- Keep the project plan and resource plan up to date and lead the project team \
            meetings\\n\\nRequirements:\\n- 5 years of experience as a project manager\\n- %s\\n"}
            """;
    private static final String ASKS = "Strong hands-on experience with Zorblax is required";
    private static final String ASKS_NOT = "Clear communication with people of every level";

    @TempDir
    Path folder;

    private Path postings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("new"));
        Files.writeString(folder.resolve("old.yml"), WITHOUT);
        Files.writeString(folder.resolve("new/taxonomy.yml"), WITH);
        postings = folder.resolve("postings.jsonl");
        Files.writeString(
                postings, POSTING.formatted("\"one\"", ASKS) + "no json\n\n" + POSTING.formatted("2", ASKS_NOT));
    }

    private int run(String... args) {
        var line = new CommandLine(new ClassifyCommand());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println(failure.getMessage());
            return 1;
        });
        return line.execute(args);
    }

    @Test
    void tellsWhatANewTermChangesAndWhy() {
        assertThat(run("--compare", folder + "/old.yml", folder + "/new", postings.toString()))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "2 postings judged with both; 1 differ",
                        "terms added: 1 (Zorblax)",
                        "terms removed: none",
                        "labels changed: 1",
                        "general → technical: 1",
                        "one  Project Manager")
                .containsPattern("\\+ +\\+\\d+ S must \"[^\"]*Zorblax[^\"]*\"");
    }

    @Test
    void namesTheLineThatCannotBeReadAndGoesOn() {
        run("--compare", folder + "/old.yml", folder + "/new", postings.toString());
        assertThat(err.toString()).contains("postings.jsonl, line 2: not JSON");
    }

    @Test
    void writesALineForEachChangedPosting() {
        assertThat(run("--compare", folder + "/new", folder + "/old.yml", "--json", postings.toString()))
                .isZero();
        var line = Json.MAPPER.readTree(out.toString().strip());
        assertThat(line.path("id").asString()).isEqualTo("one");
        assertThat(line.path("score_difference").asInt()).isNegative();
        assertThat(line.path("before").path("label").asString()).isEqualTo("technical");
        assertThat(line.path("after").path("label").asString()).isEqualTo("general");
        assertThat(err.toString()).contains("terms removed: 1 (Zorblax)");
    }

    @Test
    void saysWhichTaxonomyIsNotThere() {
        assertThat(run("--compare", folder + "/gone.yml", folder + "/new", postings.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no taxonomy", "gone.yml");
    }
}
