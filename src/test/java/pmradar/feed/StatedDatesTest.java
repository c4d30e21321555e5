package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2016-01-14T10:55:28-05:00            | 2016-01-14T15:55:28Z
            2026-08-01T12:00:00.000Z             | 2026-08-01T12:00:00Z
            2026-07-15T15:19:06.160+0000         | 2026-07-15T15:19:06.160Z
            2022-01-22T17:57:09                  | 2022-01-22T17:57:09Z
            2026-07-30 19:46:15 UTC              | 2026-07-30T19:46:15Z
            2026-07-30 19:46                     | 2026-07-30T19:46:00Z
            2026-07-30T24:00:00Z                 | 2026-07-31T00:00:00Z
            Fri, 19 Dec 2014 22:49:39 GMT        | 2014-12-19T22:49:39Z
            Wed, 22 Jul 2026 07:01:35 +0000      | 2026-07-22T07:01:35Z
            19 Dec 14 22:49:39 EST               | 2014-12-20T03:49:39Z
            Wednesday, 22-Jul-26 07:01:35 GMT    | 2026-07-22T07:01:35Z
            Wed Jul 22 07:01:35 UTC 2026         | 2026-07-22T07:01:35Z
            Wed, 2 Sept 2026 7:01 PM             | 2026-09-02T19:01:00Z
            Mi, 22 Juli 2026 09:01:35 +0200      | 2026-07-22T07:01:35Z
            1713140000000.0                      | 2024-04-15T00:13:20Z
            1713140000                           | 2024-04-15T00:13:20Z
            1713140000000                        | 2024-04-15T00:13:20Z
            20260805T121314Z                     | 2026-08-05T12:13:14Z
            20260805121314                       | 2026-08-05T12:13:14Z
            """)
    void readsAnInstant(String text, Instant expected) {
        var date = StatedDates.parse(text);
        assertThat(date).isNotNull();
        assertThat(date.at()).isEqualTo(expected);
        assertThat(date.dayOnly()).isFalse();
        assertThat(date.raw()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-08-05          | 2026-08-05
            20260805            | 2026-08-05
            2026/08/05          | 2026-08-05
            31/07/2021          | 2021-07-31
            03/07/2004          | 2004-07-03
            7/30/2020           | 2020-07-30
            3/7/2020            | 2020-03-07
            31.07.2021          | 2021-07-31
            3.7.2021            | 2021-07-03
            March 19, 2026      | 2026-03-19
            March  9, 2026      | 2026-03-09
            Jan 5, 2004         | 2004-01-05
            Sept. 5, 2024       | 2024-09-05
            19 March 2026       | 2026-03-19
            19. März 2026       | 2026-03-19
            1er août 2026       | 2026-08-01
            5 de enero de 2026  | 2026-01-05
            5th January 2026    | 2026-01-05
            29 Feb 2024         | 2024-02-29
            """)
    void readsADay(String text, java.time.LocalDate expected) {
        var date = StatedDates.parse(text);
        assertThat(date).isNotNull();
        assertThat(date.at().toString()).isEqualTo(expected + "T00:00:00Z");
        assertThat(date.dayOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "Mar",
                "0",
                "1",
                "2026",
                "soon",
                "30 Feb 2026",
                "2026-13-01",
                "1970-01-01",
                "2999-01-01",
                "1970-01-01T00:00:00Z",
                "99999999999999999999",
                "Posted 30+ Days Ago",
                "12:30",
                "31/31/2021",
                "2026-08-05T25:00:00Z",
                "9.9e99",
                "1e999999999",
                "Blorember 5, 2026"
            })
    void refusesWhatIsNoDateOfATime(String text) {
        assertThat(StatedDates.parse(text)).isNull();
    }

    @Test
    void refusesNullZeroAndEndlessTextAtOnce() {
        assertThat(StatedDates.parse(null)).isNull();
        assertThat(StatedDates.ofEpoch(0)).isNull();
        assertThat(StatedDates.parse("1".repeat(10_000_000))).isNull();
    }

    @Test
    void countsBackFromTheAnswerWhereTheDateIsRelative() {
        var now = Instant.parse("2026-08-10T15:00:00Z");
        assertThat(StatedDates.relative("Posted 3 Days Ago", now).at()).isEqualTo("2026-08-07T00:00:00Z");
        assertThat(StatedDates.relative("Posted Yesterday", now).at()).isEqualTo("2026-08-09T00:00:00Z");
        assertThat(StatedDates.relative("Posted Today", now).at()).isEqualTo("2026-08-10T00:00:00Z");
        assertThat(StatedDates.relative("a week ago", now).at()).isEqualTo("2026-08-03T00:00:00Z");
        assertThat(StatedDates.relative("Posted 30+ Days Ago", now))
                .isEqualTo(new StatedDate(Instant.parse("2026-07-11T00:00:00Z"), true, "Posted 30+ Days Ago", true));
        assertThat(StatedDates.relative("2026-08-01", now)).isNull();
    }
}
