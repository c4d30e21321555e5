package pmradar.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import pmradar.account.Tries;

/// Stops guessing of passwords: after some failures the same name from the same address, the address, or the name is
/// refused unread until a quarter of an hour has passed since the first of them. Every try counts before it is looked
/// at, so that many at once are not more than many after each other, whatever nodes they ask; and only a few are looked
/// at together, since each takes 19 MiB.
class LoginThrottle implements AuthenticationProvider {

    static final int PER_NAME_AND_ADDRESS = 10;
    static final int PER_ADDRESS = 30;
    static final int PER_NAME = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

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

    private final AuthenticationProvider checked;
    private final Tries tries;
    private final Semaphore together =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    LoginThrottle(AuthenticationProvider checked, Tries tries) {
        this.checked = checked;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var limits = limits(asked);
        long wait = tries.count(limits, WINDOW);
        if (wait > 0) throw new TooManyTries(wait);
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

    /// Whoever knows the password has not guessed; what others tried from elsewhere still counts.
    private void takeBack(Map<String, Integer> limits) {
        var keys = new ArrayDeque<>(limits.keySet());
        tries.takeBack(keys.removeFirst(), keys);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return checked.supports(authentication);
    }
}
