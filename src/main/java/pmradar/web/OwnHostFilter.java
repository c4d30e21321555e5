package pmradar.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// In local access answers only to this machine's own names, so that no other site can point a name of its own here and
/// read along (DNS rebinding).
class OwnHostFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OWN.contains(request.getServerName().toLowerCase(java.util.Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(421);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().write("PM Radar answers here only as localhost. See 'Access' in the README.");
        }
    }
}
