package pmradar.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// In local access answers only to this machine's own names, so that no other site can point a name of its own here and
/// read along (DNS rebinding), and lets no page of another site change anything: there is no login that could.
class OwnHostFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!OWN.contains(request.getServerName().toLowerCase(Locale.ROOT)))
            refuse(response, 421, "PM Radar answers here only as localhost. See 'Access' in the README.");
        else if (!READS.contains(request.getMethod()) && fromElsewhere(request))
            refuse(response, 403, "A page of another site asked for this change; PM Radar makes none for it.");
        else chain.doFilter(request, response);
    }

    /// As browsers say it (Fetch Metadata; RFC 6454 for those that do not know that yet). Programs say neither.
    private static boolean fromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        var origin = request.getHeader("Origin");
        return origin != null
                && !origin.equals(
                        request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
    }

    private static void refuse(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(words);
    }
}
