package pmradar.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates in every notation that feeds use: ISO 8601 with and without a zone, RFC 822, seconds and milliseconds of
/// the epoch, `31/07/2021`, `7/30/2020`, `31.07.2021`, `March 19, 2026`, `19 mars 2026`, `2026-07-30 19:46:15 UTC`.
///
/// A time without a zone is taken as UTC. Of `03/07/2004` and `3/7/2020`, the one with leading zeros puts the day
/// first and the other the month: so do the boards that write them, and a number above 12 settles it anyway.
public final class StatedDates {
    private static final int LONGEST = 64;
    private static final String INTERNET = "aaa, 00 aaa 0000 00:00:00 ";
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-12-31T23:59:59Z");

    private static final String TIME = "(?:(?:\\s*[T,]\\s*|\\s+(?:at\\s+|um\\s+|à\\s+)?)"
            + "(?<h>\\d{1,2}):(?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,12}))?)?\\s*(?<ampm>[ap]\\.?m\\.?)?"
            + "\\s*(?<zone>[+-]\\d{2}:?\\d{2}|[+-]\\d{2}|[a-z]{1,5}(?:[+-]\\d{1,2})?)?(?:\\s*\\([a-z ]{1,40}\\))?)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,?\\s+)?";
    private static final Pattern YEAR_FIRST =
            pattern("(?<y>\\d{4})(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})" + TIME);
    private static final Pattern COMPACT = pattern("(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})"
            + "(?:T?(?<h>\\d{2})(?<min>\\d{2})(?<s>\\d{2})(?<f>x)?(?<ampm>x)?(?<zone>Z)?)?");
    private static final Pattern NUMBERS =
            pattern("(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<y>\\d{4})" + TIME);
    private static final Pattern DAY_MONTH = pattern(WEEKDAY
            + "(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]*(?:de\\s+)?(?<name>\\p{L}{3,12})\\.?,?[\\s-]*(?:de\\s+)?"
            + "(?<y>\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_DAY = pattern(
            WEEKDAY + "(?<name>\\p{L}{3,12})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(?<y>\\d{4})" + TIME);
    private static final Pattern UNIX = pattern(
            "\\p{L}{3}\\s+(?<name>\\p{L}{3})\\s+(?<d>\\d{1,2})"
                    + "\\s+(?<h>\\d{2}):(?<min>\\d{2}):(?<s>\\d{2})(?<f>x)?(?<ampm>x)?\\s+(?:(?<zone>[a-z]{1,5})\\s+)?(?<y>\\d{4})");
    private static final Pattern EPOCH = pattern("\\d{9,13}(?:\\.\\d{1,9})?|\\d\\.\\d{1,12}e\\+?\\d{1,2}");
    private static final Pattern AGO = pattern(
            "(?:posted\\s+)?(?:(?<n>\\d{1,3}|an?)(?<more>\\+)?\\s+(?<unit>minute|hour|day|week|month)s?\\s+ago)");

    private StatedDates() {}

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Null where the text is no date, or one before 1990 or after 2100.
    public static @Nullable StatedDate parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var raw = text.strip();
        if (raw.isEmpty() || raw.length() > LONGEST) {
            return null;
        }
        try {
            return within(read(raw));
        } catch (DateTimeException | ArithmeticException | NumberFormatException noSuchDay) {
            return null;
        }
    }

    /// Reads seconds or milliseconds of the epoch; 0 and what lies outside the years 1990 to 2100 is null.
    public static @Nullable StatedDate ofEpoch(long number) {
        return within(epoch(BigDecimal.valueOf(number), Long.toString(number)));
    }

    /// Reads "Posted 3 Days Ago", "Yesterday", "Today" against the time of the answer. "30+ Days Ago" gives the
    /// latest day that it can be. Every other text gives null.
    public static @Nullable StatedDate relative(@Nullable String text, Instant now) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        var words = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^posted\\s+", "");
        if (words.equals("today") || words.equals("just now") || words.equals("just posted")) {
            return day(now, text);
        }
        if (words.equals("yesterday")) {
            return day(now.minus(1, ChronoUnit.DAYS), text);
        }
        var ago = AGO.matcher(words);
        if (!ago.matches()) {
            return null;
        }
        var count = ago.group("n").startsWith("a") ? 1 : Integer.parseInt(ago.group("n"));
        var day = day(now.minus(unit(ago.group("unit")).multipliedBy(count)), text);
        return ago.group("more") == null ? day : new StatedDate(day.at(), true, day.raw(), true);
    }

    private static Duration unit(String word) {
        return switch (word) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "week" -> Duration.ofDays(7);
            case "month" -> Duration.ofDays(30);
            default -> Duration.ofDays(1);
        };
    }

    private static StatedDate day(Instant at, String raw) {
        return new StatedDate(at.truncatedTo(ChronoUnit.DAYS), true, raw.strip());
    }

    private static @Nullable StatedDate within(@Nullable StatedDate date) {
        return date == null || date.at().isBefore(EARLIEST) || date.at().isAfter(LATEST) ? null : date;
    }

    private static @Nullable StatedDate read(String raw) {
        var internet = internet(raw);
        if (internet != null) return internet;
        Matcher found;
        if ((found = YEAR_FIRST.matcher(raw)).matches() || (found = COMPACT.matcher(raw)).matches()) {
            return dated(found, number(found, "m"), number(found, "d"), raw);
        }
        if (EPOCH.matcher(raw).matches()) {
            return epoch(new BigDecimal(raw), raw);
        }
        if ((found = NUMBERS.matcher(raw)).matches()) {
            return numbers(found, raw);
        }
        if ((found = DAY_MONTH.matcher(raw)).matches()
                || (found = MONTH_DAY.matcher(raw)).matches()
                || (found = UNIX.matcher(raw)).matches()) {
            var month = MonthNames.number(found.group("name"));
            return month == 0 ? null : dated(found, month, number(found, "d"), raw);
        }
        return null;
    }

    /// The date of RFC 822 as nearly all of RSS writes it; the patterns below would find the same in ten times the
    /// time.
    private static @Nullable StatedDate internet(String raw) {
        if (raw.length() < INTERNET.length() || !hasShape(raw)) return null;
        int month = MonthNames.number(raw.substring(8, 11));
        int hour = Integer.parseInt(raw, 17, 19, 10);
        if (month == 0 || hour > 23) return null;
        var at = LocalDateTime.of(
                Integer.parseInt(raw, 12, 16, 10),
                month,
                Integer.parseInt(raw, 5, 7, 10),
                hour,
                Integer.parseInt(raw, 20, 22, 10),
                Math.min(59, Integer.parseInt(raw, 23, 25, 10)));
        var zone = raw.substring(26);
        var known = zone.equals("+0000") || zone.equals("GMT") || zone.equals("UTC");
        return known ? new StatedDate(at.toInstant(ZoneOffset.UTC), false, raw) : null;
    }

    private static boolean hasShape(String raw) {
        for (int i = 0; i < INTERNET.length(); i++) {
            char c = raw.charAt(i);
            char shape = INTERNET.charAt(i);
            var letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (shape == 'a' ? !letter : shape == '0' ? c < '0' || c > '9' : c != shape) return false;
        }
        return true;
    }

    private static @Nullable StatedDate numbers(Matcher found, String raw) {
        int a = number(found, "a");
        int b = number(found, "b");
        var padded = found.group("a").length() == 2 && found.group("b").length() == 2;
        var dayFirst = a > 12 || (b <= 12 && (padded || !found.group("sep").equals("/")));
        return dayFirst ? dated(found, b, a, raw) : dated(found, a, b, raw);
    }

    private static StatedDate epoch(BigDecimal number, String raw) {
        var milliseconds = number.compareTo(BigDecimal.valueOf(100_000_000_000L)) >= 0;
        return new StatedDate(
                milliseconds ? Instant.ofEpochMilli(number.longValue()) : Instant.ofEpochSecond(number.longValue()),
                false,
                raw);
    }

    private static StatedDate dated(Matcher found, int month, int day, String raw) {
        var date = LocalDate.of(year(found.group("y")), month, day);
        if (found.group("h") == null) {
            return new StatedDate(date.atStartOfDay().toInstant(ZoneOffset.UTC), true, raw);
        }
        var seconds = found.group("s") == null ? 0 : Math.min(59, number(found, "s"));
        var time = LocalTime.of(hour(found), number(found, "min"), seconds);
        var at = LocalDateTime.of(date, LocalTime.MIDNIGHT).plus(Duration.ofNanos(time.toNanoOfDay()));
        if (hour24(found)) {
            at = at.plusDays(1);
        }
        var fraction = found.group("f");
        if (fraction != null) {
            at = at.plusNanos((long) (Double.parseDouble("0." + fraction) * 1e9));
        }
        return new StatedDate(at.toInstant(zone(found.group("zone"))), false, raw);
    }

    private static boolean hour24(Matcher found) {
        return number(found, "h") == 24;
    }

    private static int hour(Matcher found) {
        var hour = number(found, "h");
        var half = found.group("ampm");
        if (half != null) {
            return hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return hour == 24 ? 0 : hour;
    }

    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static ZoneOffset zone(@Nullable String stated) {
        if (stated == null) {
            return ZoneOffset.UTC;
        }
        var zone = stated.toUpperCase(Locale.ROOT);
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return ZoneOffset.of(zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone);
        }
        return switch (zone) {
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "EST", "CDT" -> ZoneOffset.ofHours(-5);
            case "CST", "MDT" -> ZoneOffset.ofHours(-6);
            case "MST", "PDT" -> ZoneOffset.ofHours(-7);
            case "PST" -> ZoneOffset.ofHours(-8);
            case "BST", "CET", "MEZ" -> ZoneOffset.ofHours(1);
            case "CEST", "MESZ", "EET" -> ZoneOffset.ofHours(2);
            case "EEST", "MSK" -> ZoneOffset.ofHours(3);
            case "IST" -> ZoneOffset.ofHoursMinutes(5, 30);
            case "JST" -> ZoneOffset.ofHours(9);
            case "AEST" -> ZoneOffset.ofHours(10);
            default -> ZoneOffset.UTC;
        };
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
