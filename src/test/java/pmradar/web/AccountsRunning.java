package pmradar.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.Sessions;
import preview.PreviewApplication;

/// The pages and the API where people sign in: an owner, and Ben, who is a member. What one test leaves of them is
/// not there for the next, whatever the order they run in.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = PreviewApplication.class,
        properties = {
            "pmradar.access=accounts",
            "server.address=0.0.0.0",
            "PMRADAR_OWNER_PASSWORD=four plain quiet words"
        })
@AutoConfigureMockMvc
abstract class AccountsRunning {

    static final String PASSWORD = "four plain quiet words";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    private Sessions sessionsOfPeople;

    private final Map<String, Cookie> cookies = new HashMap<>();

    /// Signed in at a browser that sends the token of its forms along: a session costs no check of a password.
    final RequestPostProcessor owner = asked -> signedIn("owner", asked);
    final RequestPostProcessor ben = asked -> signedIn("ben", asked);

    /// A program that tells a name and the password with each request.
    static RequestPostProcessor program(String name) {
        return httpBasic(name, PASSWORD);
    }

    /// Who guesses passwords does so from another address than all others, who would be stopped with them.
    static RequestPostProcessor fromElsewhere() {
        return asked -> {
            asked.setRemoteAddr("203.0.113.9");
            return asked;
        };
    }

    private MockHttpServletRequest signedIn(String name, MockHttpServletRequest asked) {
        asked.setCookies(cookies.computeIfAbsent(name, this::session));
        return asked.getMethod().equals("GET") ? asked : csrf().postProcessRequest(asked);
    }

    private Cookie session(String name) {
        var account = accounts.named(name).orElseThrow();
        return new Cookie("pmradar", sessionsOfPeople.begin(account.id(), "Firefox on Linux"));
    }

    @Autowired
    private JdbcClient tables;

    @BeforeEach
    void withBen() {
        PreviewApplication.forgetPeoplesThings(tables);
        if (accounts.named("ben").isEmpty()) accounts.add("ben", Account.Role.MEMBER, PASSWORD);
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder asked, String body) {
        return asked.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    Account ben() {
        return accounts.named("ben").orElseThrow();
    }

    /// One way to call one handler. @param path with its variables, without their patterns
    record Route(HttpMethod method, String path, boolean json) {

        boolean api() {
            return path.startsWith("/api/");
        }

        boolean reads() {
            return method.equals(HttpMethod.GET);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// Every route of the running program.
    Stream<Route> routes() {
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.asHttpMethod(),
                                        path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}"),
                                        route.getConsumesCondition().getConsumableMediaTypes().stream()
                                                .anyMatch(type ->
                                                        type.getSubtype().equals("json"))))));
    }
}
