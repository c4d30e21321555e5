package pmradar.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps each client of the API within its number of requests, and each request within its size. Stands behind the
/// sign-in, so that accounts are counted as such.
///
/// Headers: draft-ietf-httpapi-ratelimit-headers, `RateLimit-Policy` and `RateLimit`; status 429: RFC 6585.
@Component
class ApiLimits extends OncePerRequestFilter {

    private static final String POLICY = "\"requests\"";

    private final ApiSettings settings;
    private final RateLimit limit;

    ApiLimits(ApiSettings settings, Clock clock) {
        this.settings = settings;
        this.limit = new RateLimit(settings.window(), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var left = limit.count(client(request), quota(request));
        response.setHeader(
                "RateLimit-Policy",
                "%s;q=%d;w=%d".formatted(POLICY, left.quota(), settings.window().toSeconds()));
        response.setHeader("RateLimit", "%s;r=%d;t=%d".formatted(POLICY, Math.max(0, left.left()), left.reset()));
        if (left.exceeded()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(left.reset()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else if (request.getContentLengthLong() > settings.body().toBytes()) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(new BoundedBody(request, settings.body().toBytes()), response);
        }
    }

    private static String client(HttpServletRequest request) {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken || !known.isAuthenticated()
                ? "address " + request.getRemoteAddr()
                : "account " + known.getName();
    }

    private int quota(HttpServletRequest request) {
        return fromHere(request.getRemoteAddr()) ? settings.requestsFromHere() : settings.requests();
    }

    private static boolean fromHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
