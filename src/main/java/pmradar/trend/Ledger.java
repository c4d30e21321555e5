package pmradar.trend;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import pmradar.posting.FeedSpans.FeedSpan;

/// All that was counted, as of one moment. Unchangeable.
///
/// @param version up to which change of the store
/// @param counted when; [Instant#EPOCH] if never
/// @param feeds since when and until when each has shown postings
/// @param changes days on which a feed became another one
record Ledger(
        Names names,
        SortedMap<Long, Slice> slices,
        List<FeedSpan> feeds,
        List<FeedChange> changes,
        long version,
        Instant counted) {

    static Ledger empty() {
        return new Ledger(new Names(), new TreeMap<>(), List.of(), List.of(), 0, Instant.EPOCH);
    }

    boolean never() {
        return counted.equals(Instant.EPOCH);
    }

    /// The day it was counted on.
    int day() {
        return FactsReader.day(counted);
    }

    /// Of a feed, on these days.
    List<FeedChange> changes(String feedId, int from, int to) {
        return changes.stream()
                .filter(one -> one.feedId().equals(feedId) && one.day() >= from && one.day() <= to)
                .toList();
    }

    /// Which marks are feeds of which this holds.
    boolean[] feeds(Predicate<FeedSpan> held) {
        var marks = new boolean[names.size()];
        for (var feed : feeds) {
            int mark = names.known(Kind.FEED, feed.feedId());
            if (mark >= 0 && mark < marks.length && held.test(feed)) marks[mark] = true;
        }
        return marks;
    }
}
