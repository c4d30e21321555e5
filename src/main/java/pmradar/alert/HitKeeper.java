package pmradar.alert;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.feed.FeedEvent;
import pmradar.posting.PostingEvent;
import pmradar.pursuit.PursuitBegun;

/// Follows the store: as soon as postings are recorded they are matched, and what is to be told at once is put together
/// and goes out. An event only wakes it; without one it looks every half minute, and so finds what another machine, or
/// a command, recorded. Who sends is another thread than who matches: no receiver, however slow, holds up the next hit.
@Component
@ConditionalOnProperty(name = "jobrunr.background-job-server.enabled", havingValue = "true")
class HitKeeper implements SmartLifecycle {

    private final HitRecorder recorder;
    private final FeedNews feeds;
    private final Dispatch dispatch;
    private final Courier courier;
    private final Clock clock;
    private final Keeping matching = new Keeping("hit-keeper", this::match);
    private final Keeping sending = new Keeping("courier", this::send);
    private volatile boolean running;
    private long gathered;

    HitKeeper(HitRecorder recorder, FeedNews feeds, Dispatch dispatch, Courier courier, Clock clock) {
        this.recorder = recorder;
        this.feeds = feeds;
        this.dispatch = dispatch;
        this.courier = courier;
        this.clock = clock;
    }

    /// Nothing is remembered of an event: what it told of is found by its number in the store, after a crash too.
    @EventListener({PostingEvent.class, FeedEvent.class, PursuitBegun.class})
    void wake() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            matching.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                matching.wake();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        sending.start();
        matching.start();
    }

    @Override
    public void stop() {
        running = false;
        matching.stop();
        sending.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// What was found is put together before more is matched: nobody waits for the end of a long feed.
    private boolean match() {
        boolean more = recorder.step(clock.instant());
        if (!more) feeds.look(clock.instant());
        long found = dispatch.lastHit();
        dispatch.gatherFound(gathered, clock.instant());
        gathered = found;
        sending.wake();
        return more;
    }

    private boolean send() {
        return courier.deliverDue(clock.instant());
    }
}
