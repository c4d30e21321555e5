package pmradar.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pmradar.posting.FeedSpans.FeedSpan;

/// Days at which a series over time is not comparable with itself, because a feed began, died or changed.
final class Breaks {

    private static final int NAMED = 3;

    private final Scope scope;
    private final List<FeedSpan> feeds;

    /// @param feeds those that stand behind the postings
    Breaks(Scope scope, List<FeedSpan> feeds) {
        this.scope = scope;
        this.feeds = feeds;
    }

    List<Figure.Break> all() {
        var began = new TreeMap<Integer, List<String>>();
        var ended = new TreeMap<Integer, List<String>>();
        var breaks = new ArrayList<Figure.Break>();
        for (var feed : feeds) {
            int first = FactsReader.day(feed.first());
            int last = FactsReader.day(feed.last());
            if (first > scope.from() && first <= scope.to()) note(began, first, feed);
            boolean died = last >= scope.from() && !Scope.watched(feed, first, scope.to());
            if (died) note(ended, last + 1, feed);
            scope.ledger().changes(feed.feedId(), scope.from() + 1, scope.to()).stream()
                    .filter(change -> !died || change.day() <= last)
                    .forEach(change -> breaks.add(new Figure.Break(day(change.day()), change.inWords())));
        }
        told(began, "began to be read; what stands before is what was there then, by the dates that ads claim", breaks);
        told(ended, "showed nothing any more", breaks);
        breaks.sort(Comparator.comparing(Figure.Break::day));
        return breaks;
    }

    private static void note(Map<Integer, List<String>> days, int day, FeedSpan feed) {
        days.computeIfAbsent(day, _ -> new ArrayList<>()).add(feed.feedId());
    }

    private static void told(Map<Integer, List<String>> days, String what, List<Figure.Break> breaks) {
        days.forEach((day, feeds) -> breaks.add(new Figure.Break(day(day), names(feeds) + " " + what)));
    }

    private static String names(List<String> feeds) {
        var some = String.join(", ", feeds.subList(0, Math.min(NAMED, feeds.size())));
        return feeds.size() <= NAMED ? some : some + " and " + (feeds.size() - NAMED) + " more";
    }

    private static LocalDate day(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
