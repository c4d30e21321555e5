package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pmradar.posting.Pay;

class WordingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT30S,just now",
        "PT1M,1 minute ago",
        "PT90M,1 hour ago",
        "PT47H,1 day ago",
        "P59D,59 days ago",
        "P70D,2 months ago",
        "P800D,2 years ago",
        "PT-90M,in 1 hour"
    })
    void saysHowLongAgo(Duration passed, String words) {
        assertThat(Wording.ago(NOW.minus(passed), NOW)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,none",
        "1,1,a touch",
        "24,1,a touch",
        "25,2,light",
        "50,3,solid",
        "74,3,solid",
        "75,4,deep",
        "100,4,deep"
    })
    void fillsTheDepthBar(int score, int segments, String band) {
        assertThat(Wording.depth(score)).isEqualTo(segments);
        assertThat(Wording.band(score)).isEqualTo(band);
    }

    @Test
    void saysPayAsStatedAndByTheYear() {
        var hourly = new Pay(new BigDecimal("62.50"), BigDecimal.valueOf(74), "USD", Pay.Period.HOUR, true, null);
        assertThat(PayWords.stated(hourly)).isEqualTo("$62.50–74 an hour");
        assertThat(PayWords.yearly(hourly)).isEqualTo("$130k–154k a year");
        var open = new Pay(BigDecimal.valueOf(90_000), null, "EUR", Pay.Period.YEAR, true, null);
        assertThat(PayWords.stated(open)).isEqualTo("from €90k a year");
        assertThat(PayWords.yearly(open)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "192.0.2.1", "::", "no.such.host.invalid"})
    void refusesToListenToANetworkWithoutALogin(String address) {
        assertThatThrownBy(() -> LoopbackOnly.check(address))
                .isInstanceOf(OpenToNetwork.class)
                .hasMessageContaining("pmradar.access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void listensToThisMachine(String address) {
        assertThatCode(() -> LoopbackOnly.check(address)).doesNotThrowAnyException();
    }

    @Test
    void saysByWhichNumberAYearIsReckoned() {
        assertThat(PayWords.counted(Pay.Period.HOUR)).isEqualTo("at 2,080 hours a year");
        assertThat(PayWords.counted(Pay.Period.MONTH)).isEqualTo("at 12 months a year");
    }

    @Test
    void namesFromWhereOneMayWork() {
        assertThat(Wording.workFrom("AT")).isEqualTo("Austria");
        assertThat(Wording.workFrom("EU")).isEqualTo("EU");
        assertThat(Wording.workFrom("NORTH_AMERICA")).isEqualTo("North America");
        assertThat(Wording.workFrom("UTC-5 to UTC+2")).isEqualTo("UTC-5 to UTC+2");
    }
}
