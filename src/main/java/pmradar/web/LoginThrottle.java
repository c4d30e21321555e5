package pmradar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Stops guessing of passwords: after some failures the same name from the same address, the address, or the name is
/// refused unread until a quarter of an hour has passed since the first of them.
class LoginThrottle implements AuthenticationProvider {

    static final int PER_NAME_AND_ADDRESS = 10;
    static final int PER_ADDRESS = 30;
    static final int PER_NAME = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    /// Too many wrong passwords came before this one.
    static class TooManyTries extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        TooManyTries() {
            super("Too many wrong passwords. Try again in a quarter of an hour.");
        }
    }

    private record Failures(Instant first, int count) {}

    private final AuthenticationProvider checked;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
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
        if (limits.entrySet().stream().anyMatch(limit -> count(limit.getKey()) >= limit.getValue())) {
            throw new TooManyTries();
        }
        try {
            var known = checked.authenticate(asked);
            forget(limits.keySet().iterator().next());
            return java.util.Objects.requireNonNull(known);
        } catch (AuthenticationException wrong) {
            limits.keySet().forEach(this::failed);
            throw wrong;
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

    private synchronized int count(String key) {
        var known = failures.get(key);
        return known == null || known.first().plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count();
    }

    private synchronized void failed(String key) {
        int before = count(key);
        var known = failures.get(key);
        failures.put(key, new Failures(before == 0 || known == null ? clock.instant() : known.first(), before + 1));
    }

    private synchronized void forget(String key) {
        failures.remove(key);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return checked.supports(authentication);
    }
}
