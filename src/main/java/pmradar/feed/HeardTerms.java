package pmradar.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the servers of feeds allow and ask for.
@Component
class HeardTerms {
    private final HealthRows rows;
    private final FeedTypes types;
    private final KnownFeeds known;
    private final Fetcher fetcher;

    HeardTerms(HealthRows rows, FeedTypes types, KnownFeeds known, Fetcher fetcher) {
        this.rows = rows;
        this.types = types;
        this.known = known;
        this.fetcher = fetcher;
    }

    void note(Feed feed, Reading reading) {
        var polling = reading instanceof Reading.Fresh fresh ? fresh.signs().polling() : null;
        rows.heard(feed.id(), robots(feed), polling);
    }

    private Robots.@Nullable Word robots(Feed feed) {
        try {
            var type = types.named(feed.type()).orElse(null);
            if (type == null) return null;
            var uri = type.first(known.withKeys(feed)).uri();
            return uri.getHost() == null ? null : fetcher.robotsSaid(uri);
        } catch (UnreadableFeed unreadable) {
            return null; // it was not asked for anything then
        }
    }

    FeedTerms of(String feedId) {
        var pause = fetcher.pause();
        return rows.terms(feedId, pause)
                .orElseGet(() -> new FeedTerms(FeedTerms.RobotsVerdict.UNKNOWN, null, null, pause, Polling.NONE));
    }
}
