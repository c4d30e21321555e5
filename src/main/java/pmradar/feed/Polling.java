package pmradar.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a feed itself asks to be read, and when not.
///
/// Source: RSS 2.0 `ttl` (minutes), `skipHours` (0 to 23 GMT, 24 means 0) and `skipDays` (English names, GMT).
///
/// @param ttl how long an answer holds
public record Polling(@Nullable Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    public static final Polling NONE = new Polling(null, Set.of(), Set.of());

    private static final int HEAD = 64 * 1024;
    private static final int HOURS_OF_A_WEEK = 7 * 24;
    private static final Pattern CHANNEL = Pattern.compile("<(?:rss|channel|rdf:RDF)[\\s>]");
    private static final Pattern TTL = Pattern.compile("<ttl>\\s{0,20}(\\d{1,9})\\s{0,20}</ttl>");
    private static final Pattern HOUR = Pattern.compile("<hour>\\s{0,20}(\\d{1,2})\\s{0,20}</hour>");
    private static final Pattern DAY = Pattern.compile("<day>\\s{0,20}([A-Za-z]{6,9})\\s{0,20}</day>");

    public Polling {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /// What stands before the first item of an RSS feed; [#NONE] for anything else.
    static Polling of(Answer answer) {
        var whole = FeedText.charset(answer);
        var bytes = answer.bytes();
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), whole);
        var items = head.indexOf("<item");
        var channel = items < 0 ? head : head.substring(0, items);
        return CHANNEL.matcher(channel).find() ? of(channel) : NONE;
    }

    private static Polling of(String channel) {
        var ttl = TTL.matcher(channel);
        var minutes = ttl.find() ? Long.parseLong(ttl.group(1)) : 0;
        var hours = new TreeSet<Integer>();
        HOUR.matcher(channel)
                .results()
                .map(hour -> Integer.parseInt(hour.group(1)))
                .forEach(hour -> {
                    if (hour <= 24) hours.add(hour % 24);
                });
        var days = EnumSet.noneOf(DayOfWeek.class);
        DAY.matcher(channel)
                .results()
                .map(day -> day.group(1).toUpperCase(Locale.ROOT))
                .forEach(name -> {
                    for (var day : DayOfWeek.values()) if (day.name().equals(name)) days.add(day);
                });
        return new Polling(minutes == 0 ? null : Duration.ofMinutes(minutes), hours, days);
    }

    /// The first moment from `due` on that the feed does not ask to skip. A feed that skips the whole week means
    /// nothing by it.
    Instant notSkipped(Instant due) {
        if (skipHours.isEmpty() && skipDays.isEmpty()) return due;
        var at = due;
        for (int hours = 0; hours < HOURS_OF_A_WEEK; hours++) {
            var time = at.atZone(ZoneOffset.UTC);
            if (!skipHours.contains(time.getHour()) && !skipDays.contains(time.getDayOfWeek())) return at;
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return due;
    }
}
