package pmradar.report;

import java.time.Clock;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Sends the reports that have become due by the clock. Public because JobRunr calls it.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class SendReportsJob {
    private final ReportPost post;
    private final Clock clock;

    SendReportsJob(ReportPost post, Clock clock) {
        this.post = post;
        this.clock = clock;
    }

    @Recurring(id = "send-reports", cron = "0 */5 * * * *")
    @Job(name = "Send reports that are due", retries = 0)
    public void send() {
        post.due(clock.instant());
    }
}
