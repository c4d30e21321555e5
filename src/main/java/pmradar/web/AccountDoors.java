package pmradar.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/// The doors where people sign in: a form for pages, HTTP basic for the API.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class AccountDoors {

    @Bean
    AuthenticationManager knownPeople(UserDetailsService people, PasswordEncoder passwords, Clock clock) {
        var checked = new DaoAuthenticationProvider(people);
        checked.setPasswordEncoder(passwords);
        return new ProviderManager(new LoginThrottle(checked, clock));
    }

    @Bean
    SecurityFilterChain accountDoor(HttpSecurity http, AuthenticationManager knownPeople, ApiLimits limits) {
        var basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("PM Radar");
        Doors.headers(http);
        http.addFilterBefore(limits, AuthorizationFilter.class);
        http.authenticationManager(knownPeople);
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**", "/unsubscribe/**"));
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Doors.STATIC)
                        .permitAll()
                        .requestMatchers("/login", "/set-up")
                        .permitAll()
                        .requestMatchers(Doors.BY_LINK)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Doors.PAGES)
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, Doors.FORMS)
                        .authenticated()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/actuator/info", "/actuator/metrics/**")
                        .hasRole("OWNER")
                        .anyRequest()
                        .denyAll());
        http.formLogin(form -> form.loginPage("/login")
                .failureHandler((_, response, wrong) -> response.sendRedirect(
                        wrong instanceof LoginThrottle.TooManyTries ? "/login?many" : "/login?wrong"))
                .defaultSuccessUrl("/"));
        http.logout(logout -> logout.logoutSuccessUrl("/login?out"));
        http.httpBasic(login -> login.authenticationEntryPoint(basic));
        http.exceptionHandling(
                denied -> denied.accessDeniedHandler(Doors.unlisted()).authenticationEntryPoint(byForm(basic)));
        return http.build();
    }

    /// Pages lead to the form, the API answers with 401.
    private static AuthenticationEntryPoint byForm(AuthenticationEntryPoint basic) {
        var form = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, missing) ->
                (request.getRequestURI().startsWith("/api/") ? basic : form).commence(request, response, missing);
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }
}
