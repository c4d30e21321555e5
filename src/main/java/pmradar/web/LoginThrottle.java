package pmradar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Stops guessing of passwords: after some failures the same name from the same address, the address, or the name is
/// refused unread until a quarter of an hour has passed since the first of them. Every try counts before it is looked
/// at,
/// so that many at once are not more than many after each other; and only a few are looked at together, since each
/// takes 19 MiB.
class LoginThrottle implements AuthenticationProvider {

    static final int PER_NAME_AND_ADDRESS = 10;
    static final int PER_ADDRESS = 30;
    static final int PER_NAME = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    /// Too many wrong passwords came before this one.
    static class TooManyTries extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        /// @param seconds until another try is looked at
        TooManyTries(long seconds) {
            super("Too many wrong passwords. Try again in %s."
                    .formatted(Wording.counted((seconds + 59) / 60, "minute")));
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    private record Tries(Instant first, int count) {}

    private final AuthenticationProvider checked;
    private final Clock clock;
    private final Semaphore together =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(AuthenticationProvider checked, Clock clock) {
        this.checked = checked;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var limits = limits(asked);
        count(limits);
        var known = look(asked);
        takeBack(limits);
        return known;
    }

    private Authentication look(Authentication asked) throws AuthenticationException {
        together.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(checked.authenticate(asked));
        } finally {
            together.release();
        }
    }

    private static Map<String, Integer> limits(Authentication asked) {
        var name = asked.getName().strip().toLowerCase(Locale.ROOT);
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        var limits = new LinkedHashMap<String, Integer>();
        limits.put("both " + address + " " + name, PER_NAME_AND_ADDRESS);
        limits.put("address " + address, PER_ADDRESS);
        limits.put("name " + name, PER_NAME);
        return limits;
    }

    private synchronized void count(Map<String, Integer> limits) {
        var now = clock.instant();
        long wait = limits.entrySet().stream()
                .mapToLong(limit -> wait(limit.getKey(), limit.getValue(), now))
                .max()
                .orElse(0);
        if (wait > 0) throw new TooManyTries(wait);
        limits.keySet().forEach(key -> {
            var known = current(key, now);
            tries.put(key, new Tries(known.first(), known.count() + 1));
        });
    }

    private Tries current(String key, Instant now) {
        var known = tries.get(key);
        return known == null || !now.isBefore(known.first().plus(WINDOW)) ? new Tries(now, 0) : known;
    }

    /// Seconds until this limit lets another try pass; 0 for now.
    private long wait(String key, int limit, Instant now) {
        var known = current(key, now);
        if (known.count() < limit) return 0;
        return Math.max(1, Duration.between(now, known.first().plus(WINDOW)).toSeconds());
    }

    /// Whoever knows the password has not guessed; what others tried from elsewhere still counts.
    private synchronized void takeBack(Map<String, Integer> limits) {
        var both = limits.keySet().iterator().next();
        limits.keySet()
                .forEach(key -> tries.computeIfPresent(
                        key,
                        (_, known) -> key.equals(both) || known.count() <= 1
                                ? null
                                : new Tries(known.first(), known.count() - 1)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return checked.supports(authentication);
    }
}
