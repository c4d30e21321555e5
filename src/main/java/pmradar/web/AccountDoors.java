package pmradar.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import pmradar.account.Tokens;
import pmradar.account.Tries;

/// The doors where people sign in: a form and a session for pages; tokens, or name and password, for the API.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class AccountDoors {

    /// Nobody is signed in here yet.
    private static final String[] BEFORE = {"/login", "/set-up", "/link"};

    private static final String[] PAGES = {"/account", "/people"};
    private static final String[] FORMS = {
        "/account/password",
        "/account/tokens",
        "/account/tokens/*/revoke",
        "/account/sessions/others/end",
        "/account/sessions/*/end",
        "/people/invitations",
        "/people/invitations/*/withdraw",
        "/people/*/role",
        "/people/*/disable",
        "/people/*/enable",
        "/people/*/remove",
        "/people/*/reset"
    };
    /// What would let a token that leaked outlive its revoking.
    private static final String[] NOT_BY_TOKEN = {"/api/account/tokens", "/api/account/password"};

    private static final AuthenticationEntryPoint BY_FORM = new LoginUrlAuthenticationEntryPoint("/login");

    static final String TOKEN_WORDS = "A token may not do this. Sign in with your password.";

    @Bean
    AuthenticationManager knownPeople(UserDetailsService people, PasswordEncoder passwords, Tries tries) {
        var checked = new DaoAuthenticationProvider(people);
        checked.setPasswordEncoder(passwords);
        return new ProviderManager(new LoginThrottle(checked, tries));
    }

    @Bean
    SecurityFilterChain accountDoor(
            HttpSecurity http,
            AuthenticationManager knownPeople,
            ApiLimits limits,
            SessionCookies sessions,
            Tokens tokens) {
        var asked = new CookieRequestCache();
        Doors.headers(http);
        http.addFilterBefore(limits, AuthorizationFilter.class);
        http.addFilterBefore(new TokenDoor(tokens), BasicAuthenticationFilter.class);
        http.authenticationManager(knownPeople);
        // No policy for sessions of the container: naming one would save each request of a program as a session.
        http.securityContext(context -> context.securityContextRepository(sessions));
        http.requestCache(cache -> cache.requestCache(asked));
        http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens())
                .ignoringRequestMatchers("/unsubscribe/**")
                .ignoringRequestMatchers(FormTokens::needless));
        http.authorizeHttpRequests(AccountDoors::rules);
        http.formLogin(form -> form.loginPage("/login")
                .failureHandler((request, response, wrong) -> {
                    if (wrong instanceof LoginThrottle.TooManyTries many) refuse(many, request, response);
                    else response.sendRedirect("/login?wrong");
                })
                .successHandler(backToWhatWasAsked(asked)));
        http.logout(logout -> logout.logoutSuccessUrl("/login?out"));
        http.httpBasic(login -> login.authenticationEntryPoint(AccountDoors::ask));
        http.exceptionHandling(
                denied -> denied.accessDeniedHandler(refusal()).authenticationEntryPoint(AccountDoors::ask));
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, Doors.STATIC)
                .permitAll()
                .requestMatchers(BEFORE)
                .permitAll()
                .requestMatchers(Doors.BY_LINK)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers(OwnersPart::asked)
                .access((asks, _) -> OwnersPart.decide(asks))
                .requestMatchers(HttpMethod.GET, Doors.PAGES)
                .authenticated()
                .requestMatchers(HttpMethod.GET, PAGES)
                .authenticated()
                .requestMatchers(HttpMethod.POST, Doors.FORMS)
                .authenticated()
                .requestMatchers(HttpMethod.POST, FORMS)
                .authenticated()
                .requestMatchers(HttpMethod.POST, NOT_BY_TOKEN)
                .access((asks, _) -> notByToken(asks.get()))
                .requestMatchers(HttpMethod.PUT, NOT_BY_TOKEN)
                .access((asks, _) -> notByToken(asks.get()))
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/actuator/info", "/actuator/metrics/**")
                .hasRole("OWNER")
                .anyRequest()
                .denyAll();
    }

    private static AuthorizationDecision notByToken(@Nullable Authentication known) {
        if (known instanceof SignedIn signed && signed.byToken()) throw new Denied(TOKEN_WORDS);
        return new AuthorizationDecision(known != null && !(known instanceof AnonymousAuthenticationToken));
    }

    /// Back to the page that asked for signing in; never to another host.
    private static AuthenticationSuccessHandler backToWhatWasAsked(CookieRequestCache asked) {
        return (request, response, _) -> {
            var saved = asked.getRequest(request, response);
            asked.removeRequest(request, response);
            response.sendRedirect(saved == null ? "/" : path(saved));
        };
    }

    private static String path(SavedRequest saved) {
        try {
            var address = new URI(saved.getRedirectUrl());
            var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            return PlainPages.ownPath(path) ? path : "/";
        } catch (URISyntaxException odd) {
            return "/";
        }
    }

    /// Pages lead to the form, the API answers with 401 and how one comes in.
    private static void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException, ServletException {
        if (missing instanceof LoginThrottle.TooManyTries many) {
            refuse(many, request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"PM Radar\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"PM Radar\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            BY_FORM.commence(request, response, missing);
        }
    }

    private static void refuse(
            LoginThrottle.TooManyTries many, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
        request.setAttribute(CalmErrors.SAID, many.getMessage());
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /// What is the owner's is said to be so; anything else that is not listed is as good as not there.
    private static AccessDeniedHandler refusal() {
        var unlisted = Doors.unlisted();
        return (request, response, denied) -> {
            if (denied instanceof Denied said) {
                request.setAttribute(CalmErrors.SAID, said.getMessage());
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                unlisted.handle(request, response, denied);
            }
        };
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }
}
