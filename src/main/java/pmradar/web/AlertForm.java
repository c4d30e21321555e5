package pmradar.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.alert.SavedSearch;
import pmradar.alert.SavedSearches;
import pmradar.alert.Schedule;
import pmradar.alert.Wishes;
import pmradar.search.Criteria;

/// When and of how much a person wants to hear, as a form or a program says it; what is left out is as usual.
///
/// @param days a form without a chosen day sends a blank one
record AlertForm(
        @Nullable String name,
        @Nullable String pace,
        @Nullable String zone,
        @Nullable String at,
        @Nullable List<String> days,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable Integer perDay,
        @Nullable Integer perEmployer,
        @Nullable Integer leastScore,
        @Nullable List<String> changes,
        @Nullable Boolean onceForAll) {

    static AlertForm of(SavedSearch search) {
        var schedule = search.schedule();
        var quiet = schedule.quiet();
        var wishes = search.wishes();
        return new AlertForm(
                search.name(),
                Wording.tag(schedule.pace()),
                schedule.zone().getId(),
                schedule.at().toString(),
                schedule.days().stream().sorted().map(Wording::tag).toList(),
                quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.to().toString(),
                wishes.perDay(),
                wishes.perEmployer(),
                wishes.leastScore(),
                wishes.changes().stream().sorted().map(Wording::tag).toList(),
                wishes.onceForAll());
    }

    static AlertForm usual(String name, ZoneId zone) {
        var schedule = Schedule.atOnce(zone);
        var usual = Wishes.DEFAULT;
        return new AlertForm(
                name,
                "daily",
                zone.getId(),
                schedule.at().toString(),
                schedule.days().stream().sorted().map(Wording::tag).toList(),
                null,
                null,
                usual.perDay(),
                usual.perEmployer(),
                usual.leastScore(),
                List.of(),
                usual.onceForAll());
    }

    /// @throws BadRequest with a sentence that says which field is wrong
    SavedSearches.Order order(Criteria criteria) {
        try {
            return new SavedSearches.Order(Objects.requireNonNullElse(name, ""), criteria, schedule(), wishes());
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "This cannot be saved."));
        }
    }

    private Schedule schedule() {
        return new Schedule(
                chosen(Schedule.Pace.class, Objects.requireNonNullElse(pace, "daily"), "How often"),
                zoneId(),
                time(at, "08:00"),
                days == null ? EnumSet.allOf(DayOfWeek.class) : all(DayOfWeek.class, days, "Days"),
                quiet());
    }

    private ZoneId zoneId() {
        try {
            return zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            throw new BadRequest("There is no time zone “%s”; write it as Europe/Vienna.".formatted(zone));
        }
    }

    private Schedule.@Nullable Quiet quiet() {
        if (blank(quietFrom) && blank(quietTo)) return null;
        return new Schedule.Quiet(time(quietFrom, "22:00"), time(quietTo, "07:00"));
    }

    private Wishes wishes() {
        return new Wishes(
                Objects.requireNonNullElse(perDay, Wishes.DEFAULT.perDay()),
                Objects.requireNonNullElse(perEmployer, Wishes.DEFAULT.perEmployer()),
                Objects.requireNonNullElse(leastScore, 0),
                changes == null ? Set.of() : all(Wishes.Change.class, changes, "Changes"),
                Boolean.TRUE.equals(onceForAll));
    }

    private static LocalTime time(@Nullable String text, String usual) {
        try {
            return LocalTime.parse(
                    blank(text) ? usual : Objects.requireNonNull(text).strip());
        } catch (DateTimeException wrong) {
            throw new BadRequest("“%s” is no time of day; write it as 08:30.".formatted(text));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> type, List<String> names, String what) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> chosen(type, name, what))
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String name, String what) {
        for (var value : type.getEnumConstants()) {
            if (Wording.tag(value).equals(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'))) return value;
        }
        var known = EnumSet.allOf(type).stream().map(Wording::tag).collect(Collectors.joining(", "));
        throw new BadRequest("%s: “%s” is none of %s.".formatted(what, name, known));
    }
}
