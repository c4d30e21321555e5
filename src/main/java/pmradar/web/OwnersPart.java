package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What only the owner may do: people, and every change of what holds for the whole house. Feeds, rules and the block
/// list
/// may be read by all. What a person says about one posting or one listing, corrections, splits and taking a listing
/// in,
/// is anyone's: it is signed, shown and can be undone.
final class OwnersPart {

    static final String WORDS = "Only the owner of this PM Radar may do this.";

    private static final List<PathPattern> ALL = patterns("/people/**", "/api/people/**");
    private static final List<PathPattern> CHANGES =
            patterns("/feeds/**", "/rules/**", "/blocked/**", "/api/feeds/**", "/api/rules/**", "/api/blocked/**");
    private static final List<PathPattern> ANYONES =
            patterns("/feeds/*/readmissions/**", "/api/feeds/*/readmissions/**");

    private OwnersPart() {}

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
    }

    static boolean asked(HttpServletRequest request) {
        var path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return holds(request.getMethod(), path.pathWithinApplication());
    }

    /// @param path as it is asked for, or as a description of the API writes it
    static boolean holds(String method, String path) {
        return holds(method, PathContainer.parsePath(path));
    }

    private static boolean holds(String method, PathContainer path) {
        if (any(ALL, path)) return true;
        var reads = method.equalsIgnoreCase("GET") || method.equalsIgnoreCase("HEAD");
        return !reads && any(CHANGES, path) && !any(ANYONES, path);
    }

    private static boolean any(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /// @throws Denied for someone who is signed in and not the owner
    static AuthorizationDecision decide(Supplier<? extends Authentication> asks) {
        var known = asks.get();
        var authorities = known == null
                ? Stream.<String>of()
                : known.getAuthorities().stream().map(String::valueOf);
        var roles = authorities.toList();
        if (roles.contains("ROLE_MEMBER")) throw new Denied(WORDS);
        return new AuthorizationDecision(roles.contains("ROLE_OWNER"));
    }
}
