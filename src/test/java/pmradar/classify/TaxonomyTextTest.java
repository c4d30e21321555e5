package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pmradar.classify.TaxonomyText.Addition;

class TaxonomyTextTest {

    private static final TaxonomyText TEXT = new TaxonomyText("""
            # ours
            groups:
              # first
              - kind: technology
                domains: [software]
                terms: |
                  Kubernetes | k8s
            """);

    private static Addition addition(String lines) {
        return Addition.of(Term.Kind.TECHNOLOGY, List.of(Domain.SOFTWARE, Domain.DATA_AI), lines);
    }

    @Test
    void addsATermThatTheTaxonomyThenFinds() {
        var taxonomy = TEXT.with(addition("Zorblax | zbx")).read();
        assertThat(taxonomy.find("knows zbx well")).hasSize(1);
        assertThat(taxonomy.terms().getLast().domains()).containsExactly(Domain.SOFTWARE, Domain.DATA_AI);
    }

    @Test
    void takesBackWhatWasAddedAndNothingElse() {
        var one = addition("Zorblax | zbx");
        var two = addition("{ name: Quorl, near: [data] }\nBlimp");
        var both = TEXT.with(one).with(two);
        assertThat(both.added()).containsExactly(one, two);
        assertThat(both.without(one).added()).containsExactly(two);
        assertThat(both.without(one).without(two)).isEqualTo(TEXT);
    }

    @Test
    void keepsTheIndentOfTheFile() {
        var flush = new TaxonomyText("groups:\n- kind: soft\n  terms: |\n    patience");
        assertThat(flush.with(addition("Zorblax")).read().terms()).hasSize(2);
        assertThat(flush.with(addition("Zorblax"))
                        .without(addition("Zorblax"))
                        .read()
                        .terms())
                .hasSize(1);
    }

    @Test
    void addsToTheShippedTaxonomy() {
        var shipped = TaxonomyText.builtIn();
        var changed = shipped.with(addition("Zorblax"));
        assertThat(changed.read().term("Zorblax")).isNotNull();
        assertThat(changed.without(addition("Zorblax"))).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''                          ; 1; no term",
                "'Zorblax\n{ name: Go'       ; 2; expected",
                "{ name: Go, nearby: [x] }   ; 1; unknown key 'nearby'",
                "{ name: Go, doubtful: [go] }; 1; need a rule",
                "'Zorblax\nQuorl\nZorblax'   ; 3; already on line",
                "'# groups: []'              ; 1; no term"
            })
    void namesTheLineThatIsWrong(String lines, int line, String problem) {
        assertThatThrownBy(() -> addition(lines)).isInstanceOfSatisfying(UnreadableTaxonomy.class, wrong -> {
            assertThat(wrong.line()).isEqualTo(line);
            assertThat(wrong.problem()).contains(problem);
        });
    }

    @Test
    void refusesATermThatIsThereAlready() {
        assertThatThrownBy(() -> TEXT.with(addition("Kubernetes")).read())
                .isInstanceOf(UnreadableTaxonomy.class)
                .hasMessageContaining("'Kubernetes' is already on line 7");
    }
}
