package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class AccountDoorsTest extends AccountsRunning {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/postings/1", "/feeds", "/feeds/northwind", "/settings", "/progress", "/postings/1/preview"
            })
    void asksForAnAccountBeforeAnyPage(String address) throws Exception {
        mvc.perform(get(address)).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/postings", "/api/postings/1", "/api/feeds", "/api/openapi"})
    void asksProgramsForANameAndAPassword(String address) throws Exception {
        mvc.perform(get(address))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(
                                "WWW-Authenticate", org.hamcrest.Matchers.startsWith("Basic realm=\"PM Radar\"")));
        mvc.perform(get(address).with(program("owner"))).andExpect(status().isOk());
    }

    @Test
    void letsTheOwnerInAndOutWithANewSession() throws Exception {
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var form = send(browser, "/login", null);
            var before = session(cookies);
            var inside = send(
                    browser, "/login", "username=Owner&password=four+plain+quiet+words&_csrf=" + token(form.body()));
            assertThat(inside.uri().getPath()).isEqualTo("/");
            assertThat(session(cookies)).isNotEqualTo(before);
            assertThat(inside.headers().allValues("Set-Cookie"))
                    .allMatch(cookie -> !cookie.startsWith("pmradar") || cookie.contains("HttpOnly"));
            assertThat(send(browser, "/actuator/metrics", null).statusCode()).isEqualTo(200);
            assertThat(send(browser, "/nowhere", null).statusCode()).isEqualTo(404);
            assertThat(Jsoup.parse(inside.body())
                            .select("form[action=/logout] button")
                            .text())
                    .contains("Sign out");
            var out = send(browser, "/logout", "_csrf=" + token(inside.body()));
            assertThat(out.body()).contains("You are signed out.");
            assertThat(send(browser, "/feeds", null).uri().getPath()).isEqualTo("/login");
        }
    }

    private HttpResponse<String> send(HttpClient browser, String path, @Nullable String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html, */*;q=0.5");
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        return URLEncoder.encode(
                Jsoup.parse(page).selectFirst("input[name=_csrf]").val(), StandardCharsets.UTF_8);
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("pmradar"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void changesNothingWithoutTheFormsToken() throws Exception {
        mvc.perform(post("/login").param("username", "owner").param("password", PASSWORD))
                .andExpect(status().isForbidden());
        mvc.perform(post("/feeds/northwind/read").with(program("owner"))).andExpect(status().isForbidden());
    }

    @Test
    void stopsGuessing() throws Exception {
        for (int i = 0; i < LoginThrottle.PER_NAME_AND_ADDRESS; i++) {
            mvc.perform(post("/login")
                            .param("username", "guest")
                            .param("password", "wrong " + i)
                            .with(csrf())
                            .with(fromElsewhere()))
                    .andExpect(redirectedUrl("/login?wrong"));
        }
        mvc.perform(post("/login")
                        .param("username", "guest")
                        .param("password", "wrong again")
                        .with(csrf())
                        .with(fromElsewhere()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "900"));
        mvc.perform(get("/api/feeds").with(httpBasic("guest", "wrong again")).with(fromElsewhere()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "900"));
        mvc.perform(post("/login")
                        .param("username", "owner")
                        .param("password", PASSWORD)
                        .with(csrf())
                        .with(fromElsewhere()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void showsNoInvitationOnceThereIsAnOwner() throws Exception {
        mvc.perform(get("/set-up").param("token", "")).andExpect(status().isNotFound());
        mvc.perform(post("/set-up")
                        .param("token", "x")
                        .param("password", PASSWORD)
                        .param("again", PASSWORD)
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsTheFormToAnyone() throws Exception {
        mvc.perform(get("/login?wrong")).andExpect(status().isOk());
        mvc.perform(get("/pmradar.css")).andExpect(status().isOk());
    }
}
