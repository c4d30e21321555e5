package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void atOnceIsNowOutsideTheQuietHours() {
        var schedule = atOnce(ALL, quiet("22:00", "07:00"));
        assertThat(schedule.next(at("2026-11-25T12:00:00Z"))).isEqualTo(at("2026-11-25T12:00:00Z"));
        assertThat(schedule.next(at("2026-11-25T21:30:00Z"))).isEqualTo(at("2026-11-26T06:00:00Z"));
        assertThat(schedule.next(at("2026-11-25T05:59:00Z"))).isEqualTo(at("2026-11-25T06:00:00Z"));
        assertThat(schedule.next(at("2026-11-25T06:00:00Z"))).isEqualTo(at("2026-11-25T06:00:00Z"));
    }

    @Test
    void whatComesAtTheWeekendWaitsForMondayMorning() {
        var schedule = atOnce(WORKDAYS, quiet("20:00", "08:30"));
        assertThat(schedule.next(at("2026-11-28T10:00:00Z"))).isEqualTo(at("2026-11-30T07:30:00Z"));
        assertThat(schedule.next(at("2026-11-27T19:30:00Z"))).isEqualTo(at("2026-11-30T07:30:00Z"));
    }

    @Test
    void aDailyDigestKeepsItsTimeOfDayOverTheChangesOfTheClock() {
        var schedule = new Schedule(Schedule.Pace.DAILY, VIENNA, LocalTime.of(8, 0), ALL, null);
        assertThat(schedule.next(at("2026-10-24T06:00:00.001Z"))).isEqualTo(at("2026-10-25T07:00:00Z"));
        assertThat(schedule.next(at("2026-03-28T07:00:00.001Z"))).isEqualTo(at("2026-03-29T06:00:00Z"));
    }

    @Test
    void aTimeOfDayThatTheClocksSkipIsTheNextThatThereIs() {
        var schedule = new Schedule(Schedule.Pace.DAILY, VIENNA, LocalTime.of(2, 30), ALL, null);
        assertThat(schedule.next(at("2026-03-28T12:00:00Z"))).isEqualTo(at("2026-03-29T01:30:00Z"));
    }

    @Test
    void aTimeOfDayThatComesTwiceIsUsedOnce() {
        var schedule = new Schedule(Schedule.Pace.DAILY, VIENNA, LocalTime.of(2, 30), ALL, null);
        var first = schedule.next(at("2026-10-24T12:00:00Z"));
        assertThat(first).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(schedule.next(first.plusMillis(1))).isEqualTo(at("2026-10-26T01:30:00Z"));
    }

    @Test
    void quietHoursThatEndWhileTheClocksAreTurnedEndAllTheSame() {
        var schedule = atOnce(ALL, quiet("23:00", "02:30"));
        assertThat(schedule.next(at("2026-03-29T00:30:00Z"))).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(schedule.next(at("2026-10-25T00:10:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
    }

    @Test
    void aWeeklyDigestComesOnItsDay() {
        var schedule = new Schedule(Schedule.Pace.WEEKLY, VIENNA, LocalTime.of(9, 0), Set.of(DayOfWeek.THURSDAY), null);
        assertThat(schedule.next(at("2026-11-26T08:00:00Z"))).isEqualTo(at("2026-11-26T08:00:00Z"));
        assertThat(schedule.next(at("2026-11-26T08:00:00.001Z"))).isEqualTo(at("2026-12-03T08:00:00Z"));
    }

    @Test
    void refusesWhatCouldNeverBeSent() {
        assertThatThrownBy(() -> atOnce(Set.of(), null)).hasMessageContaining("at least one day");
        assertThatThrownBy(() -> quiet("08:00", "08:00")).hasMessageContaining("different times");
        assertThatThrownBy(() ->
                        new Schedule(Schedule.Pace.DAILY, VIENNA, LocalTime.of(23, 0), ALL, quiet("22:00", "07:00")))
                .hasMessageContaining("quiet hours");
    }

    private static Schedule atOnce(Set<DayOfWeek> days, Schedule.@Nullable Quiet quiet) {
        return new Schedule(Schedule.Pace.AT_ONCE, VIENNA, LocalTime.of(8, 0), days, quiet);
    }

    private static Schedule.Quiet quiet(String from, String to) {
        return new Schedule.Quiet(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
