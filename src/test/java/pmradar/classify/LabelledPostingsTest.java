package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds a floor for every measure on postings invented for this project; each tells a case of LABELS.md §6 anew.
class LabelledPostingsTest {

    private static List<Judged> judged = List.of();

    @BeforeAll
    static void judge() {
        var file = Path.of("src/test/resources/classify/labelled.jsonl");
        judged = GoldEvaluation.judge(GoldFile.read(file), Classifiers.builtIn());
    }

    @Test
    void holdsManyPostings() {
        assertThat(judged).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void passesProjectManagersThroughTheGateAndNoOthers() {
        assertThat(judged.stream().filter(j -> j.passed() == j.gold().pm()).count())
                .isGreaterThanOrEqualTo(judged.size() - 1);
    }

    @Test
    void labelsNearlyAll() {
        assertThat(judged.stream().filter(j -> j.label() != j.gold().label()).map(LabelledPostingsTest::told))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void scoresByTheArithmeticOfTheGuideline() {
        var error = judged.stream()
                .mapToInt(j -> Math.abs(j.score() - j.gold().score()))
                .average();
        assertThat(error.orElseThrow()).isLessThan(2.0);
    }

    @Test
    void findsTheUnitsAndInventsNone() {
        int found = judged.stream().mapToInt(Judged::unitsFound).sum();
        int missed = judged.stream().mapToInt(Judged::unitsMissed).sum();
        int invented = judged.stream().mapToInt(Judged::unitsInvented).sum();
        assertThat(2.0 * found / (2 * found + missed + invented)).isGreaterThan(0.95);
    }

    @Test
    void tellsMustFromPreferred() {
        int found = judged.stream().mapToInt(Judged::unitsFound).sum();
        int right = judged.stream().mapToInt(Judged::necessityRight).sum();
        assertThat((double) right / found).isGreaterThan(0.95);
    }

    @Test
    void namesTheDomains() {
        int found = judged.stream().mapToInt(Judged::domainsFound).sum();
        int missed = judged.stream().mapToInt(Judged::domainsMissed).sum();
        int invented = judged.stream().mapToInt(Judged::domainsInvented).sum();
        assertThat(2.0 * found / (2 * found + missed + invented)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void labelsEverySupportedLanguage(String language) {
        var some = judged.stream().filter(j -> j.language().equals(language)).toList();
        assertThat(some).hasSizeGreaterThanOrEqualTo(8);
        assertThat(some.stream().filter(j -> j.label() != j.gold().label()).map(LabelledPostingsTest::told))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static String told(Judged judged) {
        return "%s %s: %s instead of %s"
                .formatted(
                        judged.gold().id(),
                        judged.gold().title(),
                        judged.label(),
                        judged.gold().label());
    }

    @Test
    void namesTheRequirementBehindAUnit() {
        var names = judged.stream()
                .flatMap(j -> j.classification() instanceof Classification found
                        ? found.evidence().stream()
                        : java.util.stream.Stream.<Evidence>empty())
                .map(Evidence::requirement)
                .toList();
        assertThat(names).contains("Amazon Web Services", "SQL", "SAP FI/CO", "civil engineering");
    }
}
