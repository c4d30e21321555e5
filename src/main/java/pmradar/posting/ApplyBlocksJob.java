package pmradar.posting;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Has stored postings follow the block list: after each change, at the start, and now and then should a walk have
/// broken
/// off. Public for JobRunr.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class ApplyBlocksJob {
    private final BlockWalk walk;

    ApplyBlocksJob(BlockWalk walk) {
        this.walk = walk;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("apply blocks").start(this::apply);
    }

    @TransactionalEventListener
    void on(BlocksChanged changed) {
        start();
    }

    @Recurring(id = "apply-blocks", cron = "${pmradar.posting.apply-blocks:*/10 * * * *}")
    @Job(name = "Follow the block list", retries = 0)
    public void apply() {
        walk.run();
    }
}
