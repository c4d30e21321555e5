package pmradar.alert;

import java.time.Clock;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Sends what has become due by the clock. Public because JobRunr calls it.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class SendDigestsJob {
    private final Dispatch dispatch;
    private final Clock clock;

    SendDigestsJob(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Recurring(id = "send-digests", cron = "*/15 * * * * *")
    @Job(name = "Send digests that are due", retries = 0)
    public void send() {
        dispatch.due(clock.instant());
    }
}
