package pmradar.alert;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does what there is to do, as soon as it is woken, and looks by itself now and then.
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final BooleanSupplier look;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /// @param look does some of it, and says whether there may be more
    Keeping(String name, BooleanSupplier look) {
        this.name = name;
        this.look = look;
    }

    void wake() {
        wake.release();
    }

    synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::keep);
    }

    /// Waits until what was begun is done, but not forever.
    synchronized void stop() {
        running = false;
        var keeping = thread;
        if (keeping == null) return;
        wake.release();
        try {
            keeping.join(LONGEST_STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        while (running) {
            try {
                boolean more = look.getAsBoolean();
                if (!more && wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                LOG.warn("{} could not do its work; trying again soon", name, e);
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
