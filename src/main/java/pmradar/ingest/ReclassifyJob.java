package pmradar.ingest;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sees at the start, and every hour, whether stored postings were judged by other rules than today's. Public for
/// JobRunr.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class ReclassifyJob {
    private final Reclassification reclassification;

    ReclassifyJob(Reclassification reclassification) {
        this.reclassification = reclassification;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("reclassify").start(this::reclassify);
    }

    @Recurring(id = "reclassify", cron = "${pmradar.ingest.reclassify:17 * * * *}")
    @Job(name = "Judge old postings anew", retries = 0)
    public void reclassify() {
        reclassification.run();
    }
}
