package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trains and evaluates on a dozen invented postings.
class ModelTrainingTest {

    private static final String MANAGES =
            "Duties: Own the project plan and the schedule. Manage the project budget and report risks to the sponsor.";
    private static final String SELLS =
            "Duties: Sell to new customers and reach your quota. Build the sales pipeline and negotiate renewals.";

    @TempDir
    private Path gold;

    private void write() throws IOException {
        var labels = new StringBuilder();
        var texts = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            boolean manages = i % 2 == 0;
            labels.append("""
                    {"id":"p%d","role":"%s","family":%s,"label":%s,"score":0,"scores":[0,0],"domains":[],"units":[],\
                    "insufficient_text":false,"title_body_disagree":false}
                    """.formatted(
                            i,
                            manages ? "project-manager" : "not-project-manager",
                            manages ? "\"project\"" : "null",
                            manages ? "\"general\"" : "null"));
            texts.append("""
                    {"id":"p%d","source":"s%d","title":"%s","description":"%s Posting %d."}
                    """.formatted(i, i % 3, manages ? "Project Manager" : "Seller", manages ? MANAGES : SELLS, i));
        }
        Files.writeString(gold.resolve("gold.jsonl"), labels);
        Files.writeString(gold.resolve("postings.jsonl"), texts);
    }

    @Test
    void givesTheSameFileEachTime() throws IOException {
        write();
        ModelTraining.train(gold, gold.resolve("first.txt"));
        ModelTraining.train(gold.resolve("gold.jsonl"), gold.resolve("second.txt"));
        assertThat(gold.resolve("first.txt")).hasSameTextualContentAs(gold.resolve("second.txt"));
    }

    @Test
    void writesAModelThatDecidesAndCanBeRead() throws IOException {
        write();
        ModelTraining.train(gold, gold.resolve("model.txt"));
        var gate = new Gate(ModelFile.read(gold.resolve("model.txt")));
        var cutter = new Cutter(Lexicon.load());
        assertThat(gate.decide("Project Manager", cutter.cut("", MANAGES, "en")).passed())
                .isTrue();
        assertThat(gate.decide("Seller", cutter.cut("", SELLS, "en")).passed()).isFalse();
    }

    @Test
    void keepsTheSignsThatAreKnown() throws IOException {
        write();
        var model = ModelTraining.learn(GoldFile.read(gold), Taxonomy.builtIn());
        assertThat(model.weights().get("gate.count.sell")).isNotPositive();
        assertThat(model.weights().get("gate.plain.plan")).isNotNegative();
    }

    @Test
    void crossValidatesBySource() throws IOException {
        write();
        var folds = GoldEvaluation.bySource(GoldFile.read(gold), 2);
        assertThat(folds).hasSize(2);
        assertThat(folds.stream().flatMap(List::stream)).containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    @Test
    void reportsTheTableWithIntervalsAndBaselines() throws IOException {
        write();
        var out = new StringBuilder();
        GoldEvaluation.run(gold, 3, out);
        assertThat(out)
                .contains("12 postings, 12 of them with sufficient text")
                .contains("| gate F1 | 1.000 | 1.000 to 1.000 | 0.970 | 0.920 | holds |")
                .contains("the two readers between them");
    }

    @Test
    void saysWhatIsWrongWithAModelOrAGold() throws IOException {
        Files.writeString(gold.resolve("model.txt"), "# fine\ngate.base 0.1\n");
        assertThatThrownBy(() -> ModelFile.read(gold.resolve("model.txt"))).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> GoldFile.read(gold.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("postings.jsonl");
    }
}
