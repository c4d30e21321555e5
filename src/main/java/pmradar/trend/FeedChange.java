package pmradar.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import pmradar.posting.FeedSpans.Turnover;

/// A day on which a feed became another one although it went on being read: it showed many times as much as before,
/// or little of it, or was moved to another system, so that all it shows is new.
///
/// @param day since 1970-01-01 in UTC @param came listings that it had not shown before @param went those it showed no
///     more
/// @param showed how many it showed until then
record FeedChange(String feedId, int day, long came, long went, long showed) {

    /// Fewer listings come and go by chance.
    private static final int FEWEST = 10;

    /// What comes at once is so large a part of what was there.
    private static final double CAME = 0.8;

    private static final double WENT = 2 / 3.0;

    /// And so many times what comes or goes on other days: some feeds are read seldom, or live on what is new.
    private static final int UNUSUAL = 5;

    /// A large feed takes some days until it is read to its end.
    private static final int FIRST_READING = 7;

    /// What goes after a change is missed for some readings first.
    private static final int SAME_CHANGE = 14;

    /// @param all of each feed, in order of days
    static List<FeedChange> of(List<Turnover> all) {
        var byFeed = new TreeMap<String, List<Turnover>>();
        for (var one : all)
            byFeed.computeIfAbsent(one.feedId(), _ -> new ArrayList<>()).add(one);
        return byFeed.values().stream().flatMap(feed -> ofOne(feed).stream()).toList();
    }

    private static List<FeedChange> ofOne(List<Turnover> feed) {
        var changes = new ArrayList<FeedChange>();
        int earliest = feed.getFirst().day() + FIRST_READING;
        long shown = 0;
        for (var one : feed) {
            var change = new FeedChange(one.feedId(), one.day(), one.came(), one.went(), shown);
            if (one.day() >= earliest && change.large() && change.unusual(feed)) {
                changes.add(change);
                earliest = one.day() + SAME_CHANGE;
            }
            shown += one.came() - one.went();
        }
        return changes;
    }

    private boolean large() {
        return showed >= FEWEST && (grew() || went >= WENT * showed);
    }

    /// Whether it is what came that makes it another feed.
    boolean grew() {
        return came >= CAME * showed;
    }

    /// The first day of a feed is no day like others.
    private boolean unusual(List<Turnover> feed) {
        return feed.stream()
                                .skip(1)
                                .filter(other -> other.day() != day)
                                .mapToLong(other -> grew() ? other.came() : other.went())
                                .filter(some -> some > 0)
                                .average()
                                .orElse(0)
                        * UNUSUAL
                <= (grew() ? came : went);
    }

    String inWords() {
        return grew()
                ? "%s changed: it showed %,d listings that it had not shown before, beside %,d that it had"
                        .formatted(feedId, came, showed)
                : "%s changed: %,d of the %,d listings that it showed were gone at once"
                        .formatted(feedId, went, showed);
    }
}
