package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleShelfTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T09:30:41.5Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{iso:-12d}}                | 2026-11-10T09:30:00Z
            {{iso:now}}                 | 2026-11-22T09:30:00Z
            {{date:-3d-10h}}            | 2026-11-18
            {{rfc822:-12d}}             | Tue, 10 Nov 2026 09:30:00 GMT
            {{ms:-1d+2h}}               | 1795260600000
            {{s:+30d}}                  | 1797931800
            a{{date:-1d}}b{{date:-2d}}c | a2026-11-21b2026-11-20c
            {{date:soon}} {{x}} {{{}}}  | {{date:soon}} {{x}} {{{}}}
            {{iso:-99999999d}}          | {{iso:-99999999d}}
            """)
    void replacesRelativeDates(String written, String read) {
        var bytes = SampleShelf.dated(written.getBytes(StandardCharsets.UTF_8), SINCE);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(read);
    }
}
