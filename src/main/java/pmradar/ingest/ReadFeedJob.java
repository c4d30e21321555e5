package pmradar.ingest;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.springframework.stereotype.Component;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;

/// Has one feed read. What fails waits for the feed's next due time, so JobRunr does not retry. Public for JobRunr.
@Component
public class ReadFeedJob implements JobRequestHandler<ReadFeedJob.ReadFeed> {

    /// What is kept in the queue: never more than the feed's name.
    public record ReadFeed(String feedId) implements JobRequest {
        @Override
        public Class<ReadFeedJob> getJobRequestHandler() {
            return ReadFeedJob.class;
        }
    }

    private final Feeds feeds;
    private final Ingest ingest;

    ReadFeedJob(Feeds feeds, Ingest ingest) {
        this.feeds = feeds;
        this.ingest = ingest;
    }

    @Override
    @Job(name = "Read feed %0", retries = 0)
    public void run(ReadFeed request) {
        feeds.state(request.feedId()).map(FeedState::feed).ifPresent(ingest::readNow);
    }
}
