package pmradar.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Feed;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.posting.Postings;

/// Looks every minute, and at the start, which feeds are due, and has each read by a [ReadFeedJob]. Public for JobRunr.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class PollFeedsJob {
    private static final long RETRY_SECONDS = 600;

    private final Feeds feeds;
    private final AddedFeeds added;
    private final Postings postings;
    private final JobRequestScheduler scheduler;
    private final Clock clock;

    PollFeedsJob(Feeds feeds, AddedFeeds added, Postings postings, JobRequestScheduler scheduler, Clock clock) {
        this.feeds = feeds;
        this.added = added;
        this.postings = postings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("first poll").start(this::poll);
    }

    @Recurring(id = "poll-feeds", cron = "${pmradar.ingest.poll:* * * * *}")
    @Job(name = "Poll feeds", retries = 0)
    public void poll() {
        var now = clock.instant();
        postings.closeOverdue(now);
        // Nobody reads these any more: what they showed ends as that of feeds which name not all their postings.
        for (var id : added.unread()) postings.readingEnded(id, false, now, now);
        for (var feed : feeds.due(now)) scheduler.enqueue(id(feed, now), new ReadFeedJob.ReadFeed(feed.id()));
    }

    /// The same feed, due at the same time, is the same job, however often it is asked for. A reading that broke off
    /// without a word is asked for anew after ten minutes.
    private UUID id(Feed feed, Instant now) {
        var due = feeds.state(feed.id()).map(FeedState::nextDue).orElse(now);
        var name = "read %s %d %d".formatted(feed.id(), due.getEpochSecond(), now.getEpochSecond() / RETRY_SECONDS);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
