package pmradar.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pmradar.feed.Feed;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedMove;
import pmradar.feed.FeedTerms;
import pmradar.feed.Polling;
import pmradar.feed.Proposal;
import pmradar.feed.Reading;
import pmradar.feed.Trouble;
import pmradar.feed.YieldRun;

/// Health that doubts what a test tells it to.
class PlayedHealth implements FeedHealth {
    boolean doubting;
    final List<Reading> noted = new ArrayList<>();

    @Override
    public boolean doubts(Feed feed, Reading reading, Instant now) {
        return doubting;
    }

    @Override
    public void note(Feed feed, Reading reading, Instant now) {
        noted.add(reading);
    }

    @Override
    public List<Trouble> troubles() {
        return List.of();
    }

    @Override
    public List<Trouble> troubles(String feedId) {
        return List.of();
    }

    @Override
    public boolean acknowledge(String feedId, long trouble, String by, Instant now) {
        return false;
    }

    @Override
    public boolean unacknowledge(String feedId, long trouble) {
        return false;
    }

    @Override
    public List<YieldRun> history(String feedId, int limit) {
        return List.of();
    }

    @Override
    public FeedTerms terms(String feedId) {
        return new FeedTerms(FeedTerms.RobotsVerdict.UNKNOWN, null, null, Duration.ZERO, Polling.NONE);
    }

    @Override
    public List<Proposal> proposals(String feedId) {
        return List.of();
    }

    @Override
    public Optional<Look> lastLook(String feedId) {
        return Optional.empty();
    }

    @Override
    public boolean accept(String feedId, long proposal, String by, Instant now) {
        return false;
    }

    @Override
    public boolean decline(String feedId, long proposal, Instant now) {
        return false;
    }

    @Override
    public Optional<FeedMove> move(String feedId) {
        return Optional.empty();
    }

    @Override
    public boolean takeBack(String feedId) {
        return false;
    }
}
