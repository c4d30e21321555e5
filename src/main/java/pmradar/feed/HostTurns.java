package pmradar.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One request at a time to each host, with a pause in between; and not too many hosts at once.
final class HostTurns {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Semaphore atOnce;

    HostTurns(int atOnce) {
        this.atOnce = new Semaphore(atOnce, true);
    }

    /// The right to send requests to one host, until it is closed.
    final class Turn implements AutoCloseable {
        private final Host host;

        private Turn(Host host) {
            this.host = host;
        }

        /// Waits out the pause since the turn before. Called when it is known that a request will be sent.
        void pause(Duration pause) throws InterruptedException {
            var wanted = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            var left = wanted.toNanos() - (System.nanoTime() - host.ended);
            if (host.used && left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            atOnce.acquire();
            host.sending = true;
        }

        /// Refuses further requests to this host for a while.
        void hold(Duration duration) {
            host.heldUntil = System.nanoTime() + duration.toNanos();
            host.held = true;
        }

        @Override
        public void close() {
            if (host.sending) {
                host.sending = false;
                host.used = true;
                host.ended = System.nanoTime();
                atOnce.release();
            }
            host.lock.unlock();
        }
    }

    private static final class Host {
        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean used;
        private boolean sending;
        private boolean held;
        private long ended;
        private long heldUntil;
    }

    /// Waits for the host to be free.
    ///
    /// @throws FetchFailed while the host has asked to be left alone
    Turn take(String name) throws InterruptedException {
        var host = hosts.computeIfAbsent(name, any -> new Host());
        host.lock.lockInterruptibly();
        var left = host.heldUntil - System.nanoTime();
        if (host.held && left > 0) {
            host.lock.unlock();
            throw new FetchFailed(
                    "%s has asked for fewer requests and is left alone for now.".formatted(name),
                    Duration.ofNanos(left));
        }
        host.held = false;
        return new Turn(host);
    }
}
