package pmradar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import preview.PreviewApplication;
import tools.jackson.databind.json.JsonMapper;

/// The report on the command line, over invented postings.
class ReportCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        var line = new CommandLine(new ReportCommand(PreviewApplication.class));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println(failure.getMessage());
            return 1;
        });
        return line.execute(args);
    }

    @Test
    void writesWhatTheEndingSays() throws IOException {
        var html = folder.resolve("report.html");
        assertThat(run(
                        "--query",
                        "(budget",
                        "--against",
                        "sap",
                        "--from",
                        "2026-01-01",
                        "--to",
                        "2026-06-30",
                        "--out",
                        html.toString()))
                .as(err.toString())
                .isZero();
        assertThat(err.toString())
                .contains(
                        "Understood: must contain (budget",
                        "This bracket is never closed",
                        "Counting 2026-01-01 to 2026-06-30")
                .contains("7 figures of 1,234 postings, 2 findings");
        var page = Jsoup.parse(Files.readString(html));
        assertThat(page.select("svg.chart")).hasSize(6);
        assertThat(page.select("a[href^=/]"))
                .as("a file leads nowhere on this machine")
                .isEmpty();

        var json = folder.resolve("report.JSON");
        assertThat(run("--same-feeds", "--inferred-pay", "--grain", "week", "--out", json.toString()))
                .isZero();
        var question = JsonMapper.shared().readTree(Files.readString(json)).path("question");
        assertThat(question.path("since").asString()).isEqualTo("2025-11-23");
        assertThat(question.path("grain").asString()).isEqualTo("week");
        assertThat(question.path("same_feeds").asBoolean()).isTrue();
    }

    @Test
    void saysWhatIsWrongBeforeItCounts() {
        assertThat(run()).isEqualTo(2);
        for (var wrong : new String[][] {
            {"--out", folder.resolve("report.doc").toString()},
            {"--out", folder.resolve("report").toString()},
            {"--out", folder.resolve("none/report.pdf").toString()},
            {"--out", "report.pdf", "--from", "yesterday"},
        }) assertThat(run(wrong)).isEqualTo(2);
        assertThat(err.toString())
                .contains("must be .html, .pdf, .md, .csv or .json")
                .contains("There is no folder")
                .contains("--from must be a day such as 2026-01-31, not 'yesterday'.");
        assertThat(folder).isEmptyDirectory();
    }
}
