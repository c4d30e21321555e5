package pmradar.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Which addresses exist for whom. What is not named here is denied.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Doors {

    /// Nothing from elsewhere, nothing inline.
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final String[] PAGES = {
        "/",
        "/progress",
        "/postings/*",
        "/postings/*/preview",
        "/feeds",
        "/feeds/*",
        "/query-help",
        "/about",
        "/rules",
        "/rules/progress",
        "/settings",
        "/mine",
        "/mine/export.jsonl",
        "/mine/export.csv"
    };
    static final String[] STATIC = {
        "/favicon*.svg", "/favicon.ico", "/pmradar*.css", "/pmradar*.js", "/webjars/htmx.org/**"
    };
    static final String[] API = {"/api/postings", "/api/postings/*", "/api/feeds", "/api/openapi", "/api/openapi.yaml"};
    static final String[] FORMS = {
        "/settings",
        "/settings/theme",
        "/settings/defaults",
        "/postings/*/mine",
        "/postings/*/seen",
        "/mine/*",
        "/mine/*/steps/*",
        "/feeds/*/read",
        "/postings/*/corrections",
        "/postings/*/corrections/*/undo",
        "/rules/try",
        "/rules/add",
        "/rules/remove"
    };

    @Bean
    @ConditionalOnProperty(name = "pmradar.access", havingValue = "local", matchIfMissing = true)
    SecurityFilterChain localDoor(HttpSecurity http) {
        headers(http);
        http.addFilterBefore(new OwnHostFilter(), HeaderWriterFilter.class);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(cache -> cache.disable());
        http.logout(logout -> logout.disable());
        http.csrf(csrf ->
                csrf.csrfTokenRepository(new CookieCsrfTokenRepository()).ignoringRequestMatchers("/api/**"));
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, STATIC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, FORMS)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/*",
                                "/actuator/info",
                                "/actuator/metrics/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        http.exceptionHandling(denied -> denied.accessDeniedHandler(unlisted())
                .authenticationEntryPoint((_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
        return http.build();
    }

    /// In local access nobody signs in.
    @Bean
    @ConditionalOnProperty(name = "pmradar.access", havingValue = "local", matchIfMissing = true)
    AuthenticationManager nobody() {
        return asked -> {
            throw new BadCredentialsException("there are no accounts in local access");
        };
    }

    static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .frameOptions(frames -> frames.deny()));
    }

    /// To those who may not, an address is as good as not there; a missing token of a form is said as such.
    static AccessDeniedHandler unlisted() {
        return (_, response, denied) -> response.sendError(
                denied instanceof CsrfException ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }
}
