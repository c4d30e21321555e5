package pmradar.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
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
        "/suggest",
        "/postings/*",
        "/postings/*/preview",
        "/feeds",
        "/feeds/*",
        "/query-help",
        "/about",
        "/rules",
        "/rules/progress",
        "/settings",
        "/blocked",
        "/blocked/progress",
        "/mine",
        "/mine/export.jsonl",
        "/mine/export.csv",
        "/alerts",
        "/alerts/new",
        "/alerts/*",
        "/alerts/digests/*",
        "/trends",
        "/trends/*",
        "/trends/figures/*",
        "/trends/reports/issues/*",
        "/trends/reports/issues/*/document"
    };
    /// Whoever has the link may use it: its secret part is the key.
    static final String[] BY_LINK = {"/unsubscribe/*/*", "/alerts/feeds/*"};
    static final String[] STATIC = {
        "/favicon*.svg", "/favicon.ico", "/pmradar*.css", "/pmradar*.js", "/trends*.js", "/webjars/htmx.org/**"
    };
    static final String[] FORMS = {
        "/settings",
        "/settings/theme",
        "/settings/defaults",
        "/postings/*/mine",
        "/postings/*/seen",
        "/mine/*",
        "/mine/*/steps/*",
        "/feeds/*/read",
        "/feeds/*/troubles/*/acknowledge",
        "/feeds/*/troubles/*/unacknowledge",
        "/feeds/*/proposals/*/accept",
        "/feeds/*/proposals/*/decline",
        "/feeds/*/move/undo",
        "/feeds/*/readmissions",
        "/feeds/*/readmissions/*/undo",
        "/postings/*/corrections",
        "/postings/*/corrections/*/undo",
        "/postings/*/sightings/*/split",
        "/postings/*/splits/*/undo",
        "/postings/*/apart",
        "/postings/*/apart/undo",
        "/rules/try",
        "/rules/add",
        "/rules/remove",
        "/feeds/try",
        "/feeds/add",
        "/feeds/import",
        "/feeds/*/change",
        "/feeds/*/off",
        "/feeds/*/on",
        "/feeds/*/remove",
        "/feeds/*/take-back",
        "/blocked/try",
        "/blocked/add",
        "/blocked/*/undo",
        "/alerts",
        "/alerts/*",
        "/alerts/*/*",
        "/alerts/*/destinations/*/*",
        "/alerts/*/deliveries/*/resend",
        "/alerts/digests/*/read",
        "/trends/reports",
        "/trends/reports/*",
        "/trends/reports/*/*",
        "/trends/reports/issues/*/resend"
    };

    @Bean
    @ConditionalOnProperty(name = "pmradar.access", havingValue = "local", matchIfMissing = true)
    SecurityFilterChain localDoor(HttpSecurity http, ApiLimits limits) {
        headers(http);
        http.addFilterBefore(limits, AuthorizationFilter.class);
        http.addFilterBefore(new OwnHostFilter(), HeaderWriterFilter.class);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(cache -> cache.disable());
        http.logout(logout -> logout.disable());
        http.csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                .ignoringRequestMatchers("/api/**", "/unsubscribe/**"));
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PAGES)
                        .permitAll()
                        .requestMatchers(BY_LINK)
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

    /// Only the doors know who asks, so the container shall not count a second time.
    @Bean
    FilterRegistrationBean<ApiLimits> limitsOnlyAtTheDoors(ApiLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
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
