package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(Csv.line(Arrays.asList("plain", "a, b", "say \"yes\"", "two\nlines", null, 7)))
                .isEqualTo("plain,\"a, b\",\"say \"\"yes\"\"\",\"two\nlines\",,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void keepsASpreadsheetFromRunningWhatACellSays(String cell) {
        assertThat(Csv.line(Arrays.asList(cell)).replace("\"", "")).startsWith("'" + cell.charAt(0));
    }
}
