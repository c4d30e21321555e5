package pmradar.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesWhatWouldBreakALine() {
        assertThat(Csv.line(List.of("plain", "with, comma", "with \"quotes\"", "two\nlines", "Казань")))
                .isEqualTo("plain,\"with, comma\",\"with \"\"quotes\"\"\",\"two\nlines\",Казань\r\n");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(Csv.line(Arrays.asList(1, null, ""))).isEqualTo("1,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20a"})
    void letsNoSpreadsheetTakeTextForAFormula(String text) {
        assertThat(Csv.line(List.of(text)).replaceAll("^\"|\"?\r\n$", "")).isEqualTo("'" + text);
    }

    @Test
    void keepsNumbersAsNumbers() {
        assertThat(Csv.line(List.of(-5, 20.5))).isEqualTo("-5,20.5\r\n");
    }
}
