package pmradar.trend;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Folds what changed in the store into what reports read: at the start and every hour, which costs little when
/// nothing changed. Public for JobRunr.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
public class CountMarketJob {
    private final Trends trends;
    private final Clock clock;

    CountMarketJob(Trends trends, Clock clock) {
        this.trends = trends;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("count the market").start(this::count);
    }

    @Recurring(id = "count-market", cron = "${pmradar.trend.count:17 * * * *}")
    @Job(name = "Count the market", retries = 0)
    public void count() {
        trends.count();
        // So that whoever looks next need not wait for the first report of all.
        trends.report(Question.usual(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
