package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pmradar.account.Account;
import pmradar.account.OneTimeLinks;
import pmradar.account.Sessions;
import pmradar.account.Tokens;

/// By what people and programs come in, and what each of these ways does not open.
class WaysInTest extends AccountsRunning {

    private static final String OTHER = "another five loud words";

    @Autowired
    Sessions sessions;

    @Autowired
    Tokens tokens;

    @Autowired
    OneTimeLinks links;

    @AfterEach
    void asBefore() {
        for (var member : accounts.members())
            if (!member.account().name().equals("owner"))
                accounts.remove(member.account().id());
        links.open().forEach(link -> links.withdraw(link.id()));
    }

    private static MockHttpServletRequestBuilder by(String token, MockHttpServletRequestBuilder asked) {
        return asked.header("Authorization", "Bearer " + token);
    }

    private String tokenOfBen() {
        return tokens.make(ben().id(), "backup", null).secret();
    }

    private Cookie sessionOfBen() {
        return new Cookie("pmradar", sessions.begin(ben().id(), "Firefox on Linux"));
    }

    @Test
    void letsATokenIntoTheApiWithoutAFormsToken() throws Exception {
        var token = tokenOfBen();
        mvc.perform(by(token, get("/api/account")))
                .andExpect(jsonPath("$.name").value("ben"))
                .andExpect(jsonPath("$.role").value("member"));
        mvc.perform(by(token, json(post("/api/alerts"), "{\"name\":\"By a token\"}")))
                .andExpect(status().isCreated());
        mvc.perform(by(token, get("/api/account/tokens")))
                .andExpect(jsonPath("$.tokens[0].name").value("backup"))
                .andExpect(jsonPath("$.tokens[0].used").isNotEmpty())
                .andExpect(jsonPath("$.tokens[0].secret").doesNotExist());
        mvc.perform(get("/api/account").header("Authorization", "bearer " + token))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mine", "/account", "/settings", "/alerts"})
    void opensNoPageByAToken(String page) throws Exception {
        mvc.perform(by(tokenOfBen(), get(page))).andExpect(redirectedUrl("/login"));
    }

    @Test
    void letsATokenDoNoMoreThanItsPerson() throws Exception {
        var token = tokenOfBen();
        mvc.perform(by(token, get("/api/people"))).andExpect(status().isForbidden());
        mvc.perform(by(token, json(post("/api/account/tokens"), "{\"name\":\"another\"}")))
                .andExpect(status().isForbidden());
        mvc.perform(by(token, json(put("/api/account/password"), "{}"))).andExpect(status().isForbidden());
        assertThat(tokens.of(ben().id())).hasSize(1);
        accounts.change(ben().id(), Account.Role.OWNER);
        mvc.perform(by(token, get("/api/people"))).andExpect(status().isOk());
    }

    @Test
    void stopsATokenAtOnce() throws Exception {
        var token = tokenOfBen();
        accounts.disable(ben().id(), true);
        mvc.perform(by(token, get("/api/mine")))
                .andExpect(status().isUnauthorized())
                .andExpect(header().stringValues(
                                "WWW-Authenticate", Matchers.hasItem(Matchers.startsWith("Bearer realm="))));
        accounts.disable(ben().id(), false);
        mvc.perform(by(token, get("/api/mine"))).andExpect(status().isOk());
        var id = tokens.of(ben().id()).getFirst().id();
        mvc.perform(delete("/api/account/tokens/" + id).with(program("ben"))).andExpect(status().isNoContent());
        mvc.perform(by(token, get("/api/mine"))).andExpect(status().isUnauthorized());
    }

    @Test
    void prefersATokenThatDoesNotHoldToASessionThatDoes() throws Exception {
        mvc.perform(by("pmr_wrong", get("/api/mine")).cookie(sessionOfBen())).andExpect(status().isUnauthorized());
    }

    @Test
    void beginsNoSessionForAProgram() throws Exception {
        mvc.perform(get("/api/account").with(program("ben"))).andExpect(status().isOk());
        mvc.perform(by(tokenOfBen(), get("/api/account"))).andExpect(status().isOk());
        assertThat(sessions.of(ben().id())).isEmpty();
    }

    @Test
    void makesATokenForAPersonAndTellsItOnce() throws Exception {
        var made = mvc.perform(
                        json(post("/api/account/tokens"), "{\"name\":\"backup\",\"ends\":\"2027-01-01T00:00:00Z\"}")
                                .with(program("ben")))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = JsonPath.read(made, "$.secret");
        mvc.perform(by(secret, get("/api/account"))).andExpect(status().isOk());
        mvc.perform(json(post("/api/account/tokens"), "{\"name\":\"backup\"}").with(program("ben")))
                .andExpect(status().isBadRequest());
        var page = mvc.perform(post("/account/tokens")
                        .param("name", "script")
                        .param("days", "30")
                        .with(csrf())
                        .cookie(sessionOfBen()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var shown = Jsoup.parse(page).select("code.secret").text();
        mvc.perform(by(shown, get("/api/account"))).andExpect(status().isOk());
        var later = mvc.perform(get("/account").cookie(sessionOfBen()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(later).contains("script").doesNotContain(shown, secret);
    }

    /// A page of another site can make a browser send a session, or a name and password that it knows; but it cannot
    /// make it say that it asks from here.
    @Test
    void changesNothingThroughTheApiForAnotherSite() throws Exception {
        var session = sessionOfBen();
        var change = json(put("/api/postings/1/mine"), "{\"state\":\"saved\"}");
        mvc.perform(change.cookie(session)).andExpect(status().isForbidden());
        mvc.perform(json(put("/api/postings/1/mine"), "{\"state\":\"saved\"}")
                        .with(program("ben"))
                        .header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        mvc.perform(json(put("/api/postings/1/mine"), "{\"state\":\"saved\"}")).andExpect(status().isUnauthorized());
        mvc.perform(json(put("/api/postings/1/mine"), "{\"state\":\"saved\"}")
                        .cookie(session)
                        .with(csrf()))
                .andExpect(status().isOk());
    }

    @Test
    void beginsASessionOfItsOwnWithEachSigningIn() throws Exception {
        var before = sessionOfBen();
        var answer = mvc.perform(post("/login")
                        .param("username", "ben")
                        .param("password", PASSWORD)
                        .cookie(before)
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0")
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse();
        var after = answer.getCookie("pmradar");
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getAttribute("SameSite")).isEqualTo("Lax");
        mvc.perform(get("/mine").cookie(before)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/mine").cookie(after)).andExpect(status().isOk());
        assertThat(sessions.of(ben().id())).extracting(Sessions.Session::agent).containsExactly("Firefox on Linux");
    }

    @Test
    void givesABrowserThatSpeaksHttpsAStricterCookie() throws Exception {
        var answer = mvc.perform(post("/login")
                        .secure(true)
                        .param("username", "ben")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getCookie("__Host-pmradar").getSecure()).isTrue();
    }

    @Test
    void leadsBackToThePageThatWasAskedAndNowhereElse() throws Exception {
        var asked = mvc.perform(get("/alerts?x=1")).andReturn().getResponse().getCookie("REDIRECT_URI");
        mvc.perform(post("/login")
                        .param("username", "ben")
                        .param("password", PASSWORD)
                        .cookie(asked)
                        .with(csrf()))
                .andExpect(redirectedUrl("/alerts?x=1"));
        var elsewhere = new Cookie(
                "REDIRECT_URI",
                java.util.Base64.getEncoder()
                        .encodeToString("https://elsewhere.example//elsewhere.example".getBytes()));
        mvc.perform(post("/login")
                        .param("username", "ben")
                        .param("password", PASSWORD)
                        .cookie(elsewhere)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void listsAndEndsSessions() throws Exception {
        var here = sessionOfBen();
        var there = sessionOfBen();
        var page = mvc.perform(get("/account").cookie(here))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("section:has(#sessions) li")).hasSize(2);
        assertThat(Jsoup.parse(page).select("section:has(#sessions) li:contains(here, now)"))
                .hasSize(1);
        mvc.perform(post("/account/sessions/others/end").with(csrf()).cookie(here))
                .andExpect(redirectedUrl("/account"));
        mvc.perform(get("/account").cookie(there)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
        mvc.perform(get("/api/account/sessions").cookie(here))
                .andExpect(jsonPath("$.sessions[0].current").value(true));
        mvc.perform(delete("/api/account/sessions").with(program("ben")))
                .andExpect(jsonPath("$.ended").value(1));
    }

    @Test
    void changesAPasswordForWhoeverKnowsTheOldOne() throws Exception {
        var here = sessionOfBen();
        var there = sessionOfBen();
        mvc.perform(password(here, "wrong old password", OTHER))
                .andExpect(flash().attribute("wrong", "The old password is another."));
        mvc.perform(password(here, PASSWORD, "ben-ben-ben-ben"))
                .andExpect(flash().attribute("wrong", Matchers.containsString("first that are guessed")));
        mvc.perform(password(here, PASSWORD, OTHER)).andExpect(flash().attributeExists("notice"));
        mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
        mvc.perform(get("/account").cookie(there)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/api/account").with(program("ben"))).andExpect(status().isUnauthorized());
        mvc.perform(json(
                                put("/api/account/password"),
                                "{\"old\":\"%s\",\"password\":\"%s\"}".formatted(OTHER, PASSWORD))
                        .cookie(here)
                        .with(csrf()))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/account").with(program("ben"))).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder password(Cookie session, String old, String chosen) {
        return post("/account/password")
                .param("old", old)
                .param("password", chosen)
                .param("again", chosen)
                .cookie(session)
                .with(csrf());
    }

    @Test
    void letsNobodyGuessTheOldPassword() throws Exception {
        accounts.add("guessed", Account.Role.MEMBER, PASSWORD);
        var id = accounts.named("guessed").orElseThrow().id();
        var session = new Cookie("pmradar", sessions.begin(id, "Firefox"));
        for (int i = 0; i < LoginThrottle.PER_NAME_AND_ADDRESS; i++)
            mvc.perform(password(session, "wrong " + i, OTHER).with(fromElsewhere()));
        mvc.perform(password(session, PASSWORD, OTHER).with(fromElsewhere()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "900"));
        mvc.perform(json(put("/api/account/password"), "{\"old\":\"%s\",\"password\":\"x\"}".formatted(PASSWORD))
                        .cookie(session)
                        .with(csrf())
                        .with(fromElsewhere()))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.detail").value("Too many wrong passwords. Try again in 15 minutes."));
    }

    @Test
    void invitesByALinkThatIsShownOnce() throws Exception {
        var page = mvc.perform(post("/people/invitations")
                        .param("name", "Carla")
                        .param("role", "member")
                        .with(owner))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = Jsoup.parse(page).select("code.secret").text();
        assertThat(link).startsWith("http://localhost/link?token=");
        var again = mvc.perform(get("/people").with(owner))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(again).contains("carla", "invitation as member").doesNotContain(link);
        var token = link.substring(link.indexOf('=') + 1);
        mvc.perform(get("/link").param("token", token)).andExpect(status().isOk());
        mvc.perform(accept(token, "short")).andExpect(status().isOk());
        mvc.perform(accept(token, OTHER)).andExpect(redirectedUrl("/login?welcome"));
        mvc.perform(accept(token, OTHER)).andExpect(status().isNotFound());
        mvc.perform(get("/link").param("token", token)).andExpect(status().isNotFound());
        assertThat(accounts.named("carla").orElseThrow().role()).isEqualTo(Account.Role.MEMBER);
    }

    private static MockHttpServletRequestBuilder accept(String token, String password) {
        return post("/link")
                .param("token", token)
                .param("password", password)
                .param("again", password)
                .with(csrf());
    }

    @Test
    void doesForProgramsOfTheOwnerWhatThePageDoes() throws Exception {
        var person = "/api/people/" + ben().id();
        mvc.perform(json(put(person + "/role"), "{\"role\":\"owner\"}").with(owner))
                .andExpect(jsonPath("$.role").value("owner"));
        mvc.perform(json(put(person + "/role"), "{\"role\":\"king\"}").with(owner))
                .andExpect(status().isBadRequest());
        mvc.perform(json(put(person + "/disabled"), "{\"disabled\":true}").with(owner))
                .andExpect(jsonPath("$.disabled").isNotEmpty());
        var last = "/api/people/" + accounts.named("owner").orElseThrow().id();
        mvc.perform(json(put(last + "/role"), "{\"role\":\"member\"}").with(owner))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("Make another person an owner first")));
        mvc.perform(delete(last).with(owner)).andExpect(status().isBadRequest());
        var made = mvc.perform(post(person + "/reset").with(owner))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(made, "$.link.id");
        String address = JsonPath.read(made, "$.address");
        mvc.perform(get("/api/people/links").with(owner))
                .andExpect(jsonPath("$.links[0].kind").value("reset"));
        mvc.perform(delete("/api/people/links/" + id).with(owner)).andExpect(status().isNoContent());
        mvc.perform(get(address.replace("http://localhost", ""))).andExpect(status().isNotFound());
        mvc.perform(delete(person).with(owner)).andExpect(status().isNoContent());
        for (var gone : List.of(get(person), delete(person), post(person + "/reset")))
            mvc.perform(gone.with(owner)).andExpect(status().isNotFound());
    }

    @Test
    void saysOnThePageWhyTheLastOwnerStays() throws Exception {
        var id = accounts.named("owner").orElseThrow().id();
        for (var act : List.of("role", "disable", "remove")) {
            mvc.perform(post("/people/%d/%s".formatted(id, act))
                            .param("role", "member")
                            .with(owner))
                    .andExpect(redirectedUrl("/people"))
                    .andExpect(flash().attribute("wrong", Matchers.containsString("must be an owner")));
        }
        assertThat(accounts.member(id).orElseThrow().disabled()).isNull();
    }

    /// Neither words nor work tell whether somebody has the name, or is kept out.
    @Test
    void answersAlikeForWhoeverMayNotComeIn() throws Exception {
        accounts.disable(ben().id(), true);
        for (var name : List.of("ben", "nobody-at-all"))
            mvc.perform(post("/login")
                            .param("username", name)
                            .param("password", PASSWORD)
                            .with(csrf()))
                    .andExpect(redirectedUrl("/login?wrong"));
    }
}
