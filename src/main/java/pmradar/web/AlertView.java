package pmradar.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.alert.Digest;
import pmradar.alert.Inbox;
import pmradar.alert.SavedSearch;
import pmradar.alert.Schedule;

/// A saved search in words.
///
/// @param state `listening`, `paused` or `muted` @param asks the search in words @param pace when it is told
/// @param searches whether it is a search that was saved @param feeds whether it tells of feeds
/// @param last its newest digest; null while there is none
record AlertView(
        long id,
        String name,
        String state,
        String asks,
        String pace,
        String link,
        boolean searches,
        boolean feeds,
        @Nullable Sent last) {

    /// A digest in a list. @param read whether it was opened
    record Sent(long id, String name, String words, Instant at, String ago, String exact, boolean read) {

        static Sent of(Inbox.Entry entry, Instant now) {
            var digest = entry.digest();
            return new Sent(
                    digest.id(),
                    digest.searchName(),
                    counted(digest),
                    digest.at(),
                    Wording.ago(digest.at(), now),
                    Wording.exact(digest.at()),
                    entry.read() != null);
        }

        private static String counted(Digest digest) {
            int more = digest.more().stream().mapToInt(Digest.More::count).sum();
            var words = told(digest);
            return more == 0 ? words : "%s and %d more".formatted(words, more);
        }
    }

    private static String told(Digest digest) {
        var postings = Wording.counted(digest.lines().size(), "posting");
        if (digest.notices().isEmpty()) return postings;
        var notices = digest.notices().size() == 1
                ? digest.notices().getFirst().title()
                : Wording.counted(digest.notices().size(), "notice");
        return digest.lines().isEmpty() ? notices : postings + ", " + notices;
    }

    static AlertView of(SavedSearch search, String asks, Inbox.@Nullable Entry last, Instant now) {
        return new AlertView(
                search.id(),
                search.name(),
                state(search, now),
                asks(search, asks),
                pace(search.schedule()),
                link(search),
                search.subject() == SavedSearch.Subject.SEARCH,
                search.subject() == SavedSearch.Subject.FEEDS,
                last == null ? null : Sent.of(last, now));
    }

    private static String asks(SavedSearch search, String asks) {
        return switch (search.subject()) {
            case SEARCH -> asks.isBlank() ? "all postings" : asks;
            case OWN -> "what you saved or applied for, when it changes or closes";
            case FEEDS -> "feeds that are in trouble, and when they have recovered";
        };
    }

    private static String link(SavedSearch search) {
        var asked = search.criteria();
        return switch (search.subject()) {
            case SEARCH -> new SearchAddress(asked.query(), asked.conditions(), asked.sort(), null, null).link("/");
            case OWN -> "/mine";
            case FEEDS -> "/feeds";
        };
    }

    static String state(SavedSearch search, Instant now) {
        if (search.paused()) return "paused";
        var muted = search.mutedUntil();
        return muted != null && muted.isAfter(now) ? "muted" : "listening";
    }

    static String pace(Schedule schedule) {
        var when = switch (schedule.pace()) {
            case AT_ONCE -> "at once";
            case DAILY -> "daily at " + schedule.at();
            case WEEKLY -> "weekly at " + schedule.at();
        };
        var days = schedule.days().size() == DayOfWeek.values().length ? "" : ", " + days(schedule);
        var quiet = schedule.quiet() == null
                ? ""
                : ", quiet from %s to %s"
                        .formatted(schedule.quiet().from(), schedule.quiet().to());
        return when + days + quiet;
    }

    private static String days(Schedule schedule) {
        return schedule.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }
}
