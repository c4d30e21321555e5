package pmradar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pmradar.sample.Boards;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program from a terminal.
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {
    @TempDir
    Path folder;

    @Test
    void classifiesJsonLinesInTheirOrder() {
        var finished = PmRadarProcess.run(folder, Boards.jsonLines(300), "classify", "--with-text");

        assertThat(finished.exitCode()).as(finished.error()).isZero();
        var sent = Boards.jsonLines(300)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).path("id").asString())
                .toList();
        assertThat(finished.json())
                .extracting(tags -> tags.path("id").asString())
                .isEqualTo(sent);
        for (var tags : finished.json()) {
            for (var unit : tags.path("evidence")) {
                var text = tags.path("text").asString();
                assertThat(text.substring(
                                unit.path("start").asInt(), unit.path("end").asInt()))
                        .isEqualTo(unit.path("quote").asString());
            }
        }
    }

    @Test
    void goesOnAfterALineThatCannotBeRead() {
        var finished = PmRadarProcess.run(folder, """
                {"id": "a", "title": "Project Manager", "description": "Own the plan and the budget.", "mark": 7}
                {"id": "b", "title":
                {"id": "c", "title": "Project Manager"}
                {"id": "d", "title": "Project Manager", "description": "x", "description_format": "rtf"}
                """, "classify");

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.json()).hasSize(4);
        assertThat(finished.json().get(0).path("mark").asInt()).isEqualTo(7);
        assertThat(finished.json().get(1).path("error").asString()).startsWith("line 2: not JSON");
        assertThat(finished.json().get(2).path("error").asString()).contains("'description' is missing");
        assertThat(finished.json().get(2).path("id").asString()).isEqualTo("c");
        assertThat(finished.json().get(3).path("error").asString()).contains("rtf");
        assertThat(finished.error()).contains("4 postings read, 3 lines with an error");
    }

    @Test
    void checksASavedFeed() throws IOException {
        var file = Files.writeString(folder.resolve("board.json"), Boards.jsonFeed(3));

        var finished =
                PmRadarProcess.run(folder, "", "feeds", "check", "--type", "json-feed", "--file", file.toString());

        assertThat(finished.exitCode()).as(finished.error()).isZero();
        assertThat(finished.json()).hasSize(3);
        assertThat(finished.json().getFirst().path("title").asString())
                .isEqualTo(Boards.titles(1).getFirst());
        assertThat(finished.error()).contains("3 listings, 0 set aside").containsPattern("title +3/3");
    }

    @Test
    void saysWhatIsWrongWithAFeed() throws IOException {
        var file = Files.writeString(folder.resolve("page.html"), "<html><body>Not here</body></html>");

        var wrongLanguage =
                PmRadarProcess.run(folder, "", "feeds", "check", "--type", "json-feed", "--file", file.toString());
        var wrongType = PmRadarProcess.run(folder, "", "feeds", "check", "--type", "telex", "--file", file.toString());

        assertThat(wrongLanguage.exitCode()).isEqualTo(1);
        assertThat(wrongLanguage.error()).contains("web page");
        assertThat(wrongType.exitCode()).isEqualTo(1);
        assertThat(wrongType.error()).contains("no feed type 'telex'").contains("greenhouse");
    }

    @Test
    void helpsWithEachCommand() {
        for (var command : new String[] {"serve", "classify", "feeds", "ingest", "search", "report"}) {
            var finished = PmRadarProcess.run(folder, "", command, "--help");
            assertThat(finished.exitCode()).isZero();
            assertThat(finished.output()).startsWith("Usage: pm-radar " + command);
        }
        assertThat(PmRadarProcess.run(folder, "", "dance").exitCode()).isEqualTo(2);
    }
}
