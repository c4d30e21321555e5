package pmradar.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import pmradar.classify.Flag;
import pmradar.classify.Label;
import pmradar.posting.EmploymentType;
import pmradar.posting.Place;
import pmradar.posting.Remote;

/// The words in which pages speak of values: one place, so that the same thing is called the same everywhere.
final class Wording {
    private static final Pattern WAY_OF_WORKING =
            Pattern.compile("^(?:fully )?(?:remote|hybrid|on-?site)\\s*[,:;/–-]\\s*", Pattern.CASE_INSENSITIVE);

    private static final String DAY = "d MMM uuuu";
    private static final String TIME = ", HH:mm z";

    private Wording() {}

    /// How long ago, in the largest unit that fits: "3 days ago".
    static String ago(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        if (passed.isNegative()) return in(then, now);
        if (passed.toMinutes() < 1) return "just now";
        return span(passed) + " ago";
    }

    /// How long until: "in 12 minutes".
    static String in(Instant then, Instant now) {
        var left = Duration.between(now, then);
        return left.toMinutes() < 1 ? "now" : "in " + span(left);
    }

    private static String span(Duration passed) {
        if (passed.toMinutes() < 60) return counted(passed.toMinutes(), "minute");
        if (passed.toHours() < 24) return counted(passed.toHours(), "hour");
        if (passed.toDays() < 60) return counted(passed.toDays(), "day");
        if (passed.toDays() < 730) return counted(passed.toDays() / 30, "month");
        return counted(passed.toDays() / 365, "year");
    }

    static String exact(Instant at) {
        return formatter(TIME).format(at.atZone(zone()));
    }

    static String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone()));
    }

    static String day(LocalDate day) {
        return formatter("").format(day);
    }

    /// In the language that the person who asks has chosen for dates, else in English.
    private static DateTimeFormatter formatter(String time) {
        var context = LocaleContextHolder.getLocaleContext();
        var chosen = context == null ? null : context.getLocale();
        return formatter(time, chosen == null ? Locale.ENGLISH : chosen);
    }

    private static DateTimeFormatter formatter(String time, Locale locale) {
        var day = locale.equals(Locale.ENGLISH)
                ? DAY
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        return DateTimeFormatter.ofPattern(day + time, locale);
    }

    /// A day as a language writes it.
    static String sample(Locale locale) {
        return formatter("", locale).format(LocalDate.of(2026, 11, 22));
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }

    /// "1 posting", "2,304 postings".
    static String counted(long count, String noun) {
        return "%s %s%s".formatted(grouped(count), noun, count == 1 ? "" : "s");
    }

    static String grouped(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    static String label(Label label) {
        return tag(label);
    }

    /// An enum's name as files, URLs and answers write it: `SCRUM_MASTER` is `scrum-master`.
    static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String band(int score) {
        if (score == 0) return "none";
        if (score < 25) return "a touch";
        if (score < 50) return "light";
        return score < 75 ? "solid" : "deep";
    }

    /// Filled segments of the depth bar, 0 to 4.
    static int depth(int score) {
        if (score == 0) return 0;
        return Math.min(score / 25 + 1, 4);
    }

    static @Nullable String remote(Remote remote) {
        return switch (remote) {
            case REMOTE -> "remote";
            case HYBRID -> "hybrid";
            case ON_SITE -> "on site";
            case UNKNOWN -> null;
        };
    }

    static String employment(EmploymentType type) {
        return switch (type) {
            case FULL_TIME -> "full time";
            case PART_TIME -> "part time";
            case CONTRACT -> "contract";
            case TEMPORARY -> "temporary";
            case INTERN -> "internship";
            case VOLUNTEER -> "voluntary";
            case PER_DIEM -> "by the day";
            case OTHER -> "other employment";
        };
    }

    static String flag(Flag flag) {
        return switch (flag) {
            case TITLE_SAYS_TECHNICAL -> "The title says technical; the label follows the requirements in the text.";
            case INSUFFICIENT_TEXT -> "The text is cut off or very short, so the score counts only what is there.";
            case BORDERLINE -> "Close to the line between general and technical (25 points).";
            case LANGUAGE_NOT_SUPPORTED -> "The text is in a language that is read with less certainty.";
        };
    }

    static String language(String code) {
        if (code.isBlank() || code.equals("und")) return "language unknown";
        var name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }

    static String country(String code) {
        var name = Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }

    private static final Set<String> SHORT_FORMS = Set.of("EU", "EEA", "EMEA", "APAC", "LATAM", "DACH", "MENA");

    /// A country and a group of countries by name; a time zone and a short form as they are.
    static String workFrom(String code) {
        if (code.startsWith("UTC") || SHORT_FORMS.contains(code)) return code;
        if (code.length() == 2) return country(code);
        return Arrays.stream(code.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /// The place without the way of working that some feeds write before it, which is told apart from it.
    static String place(Place place) {
        var without = WAY_OF_WORKING.matcher(place.raw()).replaceFirst("");
        return without.isBlank() ? place.raw() : without;
    }
}
