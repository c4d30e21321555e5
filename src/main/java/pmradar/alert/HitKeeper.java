package pmradar.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.feed.FeedEvent;
import pmradar.posting.PostingEvent;
import pmradar.pursuit.PursuitBegun;

/// Follows the store: as soon as postings are recorded they are matched, and what is due at once goes out. An event
/// only wakes it; without one it looks every half minute, and so finds what another machine, or a command, recorded.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
class HitKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HitKeeper.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final HitRecorder recorder;
    private final FeedNews feeds;
    private final Dispatch dispatch;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    HitKeeper(HitRecorder recorder, FeedNews feeds, Dispatch dispatch, Clock clock) {
        this.recorder = recorder;
        this.feeds = feeds;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /// Nothing is remembered of an event: what it told of is found by its number in the store, after a crash too.
    @EventListener({PostingEvent.class, FeedEvent.class, PursuitBegun.class})
    void wake() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.release();
            }
        });
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("hit-keeper").daemon().start(this::keep);
    }

    @Override
    public void stop() {
        running = false;
        var keeping = thread;
        if (keeping == null) return;
        wake.release();
        try {
            keeping.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keep() {
        while (running) {
            try {
                while (running && recorder.step(clock.instant())) Thread.onSpinWait();
                feeds.look(clock.instant());
                dispatch.due(clock.instant());
                if (wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                LOG.warn("Postings could not be matched against saved searches; trying again soon", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
