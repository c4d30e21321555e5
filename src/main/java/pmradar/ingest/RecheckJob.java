package pmradar.ingest;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Has pages of postings looked at again every hour. Public for JobRunr.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class RecheckJob {
    private final Recheck recheck;

    RecheckJob(Recheck recheck) {
        this.recheck = recheck;
    }

    @Recurring(id = "recheck", cron = "${pmradar.ingest.recheck:43 * * * *}")
    @Job(name = "Look at pages of postings again", retries = 0)
    public void recheck() {
        recheck.run();
    }
}
