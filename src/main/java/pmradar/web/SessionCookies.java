package pmradar.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import pmradar.account.CurrentAccount;
import pmradar.account.Sessions;

/// Keeps the secret of a session in a cookie, and nothing in the memory of this node: any node of the same database
/// knows who asks. Each signing in begins a session of its own, so that none can be prepared for someone else.
@Component
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class SessionCookies implements SecurityContextRepository {

    private static final String NAME = "pmradar";

    /// A browser takes a cookie of such a name only over HTTPS and from this very host.
    private static final String STRICT_NAME = "__Host-" + NAME;

    /// The room `account` ends sessions earlier; the cookie only outlives the closing of the browser.
    private static final Duration KEPT = Duration.ofDays(400);

    private final Sessions sessions;
    private final CurrentAccount current;

    SessionCookies(Sessions sessions, CurrentAccount current) {
        this.sessions = sessions;
        this.current = current;
    }

    /// The secret that the browser sent, whether or not it is one.
    static Optional<String> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? STRICT_NAME : NAME;
    }

    @Override
    @SuppressWarnings("deprecation") // there is no other method to implement
    public SecurityContext loadContext(HttpRequestResponseHolder asked) {
        var context = SecurityContextHolder.createEmptyContext();
        secret(asked.getRequest())
                .flatMap(sessions::holder)
                .map(SignedIn::bySession)
                .ifPresent(context::setAuthentication);
        return context;
    }

    /// Called after signing in, and with an empty context after signing out.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(sessions::end);
        if (context.getAuthentication() == null) {
            write("", Duration.ZERO, request, response);
            return;
        }
        var account = current.get().orElseThrow(() -> new IllegalStateException("someone without an account"));
        var agent = AgentWords.of(request.getHeader(HttpHeaders.USER_AGENT));
        write(sessions.begin(account.id(), agent), KEPT, request, response);
    }

    private static void write(String secret, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), secret)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }
}
