package pmradar.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pmradar.feed.Feed;
import pmradar.feed.KeptAnswers;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.Reading;

/// Kept answers as today's code would read them.
class PlayedAnswers implements KeptAnswers {
    private final Map<Kept, List<Listing>> kept = new HashMap<>();

    void clear() {
        kept.clear();
    }

    void keep(String feedId, Instant started, Instant ended, Listing... listings) {
        kept.put(new Kept(feedId, started, ended, 1, 100), List.of(listings));
    }

    @Override
    public List<Kept> readings(String feedId) {
        var readings = new ArrayList<>(kept.keySet());
        readings.removeIf(one -> !one.feedId().equals(feedId));
        readings.sort(Comparator.comparing(Kept::ended).reversed());
        return readings;
    }

    @Override
    public Reading replay(Feed feed, Kept one, Consumer<Page> onPage) {
        var listings = kept.getOrDefault(one, List.of());
        onPage.accept(Page.whole(listings, List.of()));
        return PlayedFeeds.fresh(listings.size(), true);
    }
}
