package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// The tokens that forms carry, so that no other site sends them (CSRF). With a session the token follows from its
/// secret, which only this browser knows; before anyone signs in it is in a cookie of its own. No node need remember
/// any.
class FormTokens implements CsrfTokenRepository {

    private final CookieCsrfTokenRepository before = new CookieCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var known = derived(request);
        return known == null ? before.generateToken(request) : known;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (derived(request) == null) before.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var known = derived(request);
        return known == null ? before.loadToken(request) : known;
    }

    private static @Nullable CsrfToken derived(HttpServletRequest request) {
        return SessionCookies.secret(request)
                .map(secret -> new DefaultCsrfToken("X-XSRF-TOKEN", "_csrf", hash("form " + secret)))
                .orElse(null);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("each Java has SHA-256", missing);
        }
    }

    /// Whether a program asks the API, for which no page can be made to speak: it shows its right in a header. A
    /// browser
    /// adds that by itself only after a person typed name and password into it, and then says from where it asks.
    static boolean needless(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) return false;
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null)
            return SessionCookies.secret(request).isEmpty();
        var from = request.getHeader("Sec-Fetch-Site");
        return from == null || from.equals("none") || from.equals("same-origin");
    }
}
