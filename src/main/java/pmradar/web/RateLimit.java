package pmradar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many requests each client may still make: so many from its first one until the window ends, then anew.
///
/// The clients that were quiet for longest are forgotten first, so that no number of addresses fills the memory.
class RateLimit {

    private static final int REMEMBERED = 10_000;

    /// @param left requests until the window ends; negative when there were too many
    /// @param reset seconds until then
    record Left(int quota, int left, long reset) {

        boolean exceeded() {
            return left < 0;
        }
    }

    private record Window(Instant end, int used) {}

    private final Duration window;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    RateLimit(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /// Counts one request. @param quota how many the client may make in a window
    synchronized Left count(String client, int quota) {
        var now = clock.instant();
        var known = windows.get(client);
        var current = known == null || !now.isBefore(known.end()) ? new Window(now.plus(window), 0) : known;
        // What is refused is not counted on, so that the number cannot overflow.
        int used = Math.min(current.used(), quota) + 1;
        windows.put(client, new Window(current.end(), used));
        long reset =
                Math.max(1, Duration.between(now, current.end()).plusMillis(999).toSeconds());
        return new Left(quota, quota - used, reset);
    }

    synchronized int remembered() {
        return windows.size();
    }
}
