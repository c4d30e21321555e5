package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import pmradar.account.Account;
import pmradar.account.Sessions;

/// What only the owner may do, walked over every route of the running program.
class OwnersPartTest extends AccountsRunning {

    @Autowired
    Sessions sessions;

    /// What each person changes for themselves, or says about one posting or listing under their name.
    private static final Pattern ANYONES = Pattern.compile(
            "(/api)?/(mine|alerts|account)([/.].*)?|(/api)?/settings(/.*)?|(/api)?/trends/reports([/.].*)?"
                    + "|(/api)?/postings/.*|(/api)?/feeds/\\{id}/readmissions(/.*)?"
                    + "|/api/classify|/login|/set-up|/link|/error|/unsubscribe/.*");

    private List<Route> changes() {
        return routes().filter(route -> !route.reads()).toList();
    }

    @Test
    void knowsOfEachChangeWhoseItIs() {
        assertThat(changes())
                .hasSizeGreaterThan(80)
                .allSatisfy(route -> assertThat(OwnersPart.holds(route.method().name(), route.path()))
                        .as("%s is the owner's or anyone's: say which", route)
                        .isNotEqualTo(ANYONES.matcher(route.path()).matches()));
    }

    @Test
    void refusesAMemberWhateverIsTheOwners() throws Exception {
        var owners = routes().filter(route -> OwnersPart.holds(route.method().name(), route.path()))
                .toList();
        assertThat(owners).hasSizeGreaterThan(40);
        for (var route : owners) {
            var path = route.path().replaceAll("\\{\\w+}", "1");
            mvc.perform(request(route.method(), path).with(ben)).andExpect(status().isForbidden());
            mvc.perform(request(route.method(), path).with(csrf()))
                    .andExpect(route.api() ? status().isUnauthorized() : status().is3xxRedirection());
        }
    }

    /// As a path may be written so that one who compares it letter by letter does not see what it is.
    @ParameterizedTest
    @ValueSource(strings = {"/%70eople", "/people/", "//people", "/./people", "/people;a=b", "/PEOPLE", "/people/%31"})
    void isNotFooledByAnotherSpelling(String path) throws Exception {
        var answer = mvc.perform(
                        get(java.net.URI.create("http://localhost" + path)).with(ben))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(400, 403, 404);
        mvc.perform(delete(java.net.URI.create("http://localhost/%61pi/people/1"))
                        .with(ben))
                .andExpect(status().isForbidden());
    }

    /// Pages and what can be done on them, walked from link to link; of pages alike a few are enough.
    private Set<String> offered(Account account) throws Exception {
        var session = new Cookie("pmradar", sessions.begin(account.id(), "walk"));
        var offered = new TreeSet<String>();
        var known = new HashMap<String, Integer>();
        var next = new ArrayDeque<>(List.of("/", "/trends/reports", "/feeds/add"));
        var seen = new HashSet<>(next);
        while (!next.isEmpty()) {
            var page = next.remove();
            if (known.merge(page.replaceAll("\\?.*|\\d+", ""), 1, Integer::sum) > 2) continue;
            var answer = mvc.perform(get(URI.create(page)).cookie(session))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() != 200
                    || !String.valueOf(answer.getContentType()).startsWith("text/html")) continue;
            var shown = Jsoup.parse(answer.getContentAsString(), "http://localhost" + page);
            for (var form : shown.select("form:not([method=dialog])"))
                offered.add((form.attr("method").isEmpty() ? "GET" : form.attr("method")).toUpperCase(Locale.ROOT) + " "
                        + URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri())
                                .getPath());
            shown.select("[hx-post]").forEach(one -> offered.add("POST " + one.attr("hx-post")));
            for (var link : shown.select("a[href^=/]").eachAttr("href")) {
                var path = link.replaceFirst("#.*", "");
                offered.add("GET " + path.replaceFirst("\\?.*", ""));
                if (seen.add(path)) next.add(path);
            }
        }
        return offered;
    }

    private static boolean owners(String offered) {
        var parts = offered.split(" ", 2);
        return OwnersPart.holds(parts[0], parts[1]);
    }

    @Test
    void offersAMemberNothingThatOnlyTheOwnerMayDo() throws Exception {
        assertThat(offered(ben())).hasSizeGreaterThan(60).noneMatch(OwnersPartTest::owners);
        assertThat(offered(accounts.named("owner").orElseThrow()))
                .as("what the same walk finds for the owner")
                .filteredOn(OwnersPartTest::owners)
                .hasSizeGreaterThan(8);
    }

    @Test
    void letsTheOwnerDoIt() throws Exception {
        mvc.perform(get("/people").with(owner)).andExpect(status().isOk());
        mvc.perform(get("/api/people").with(owner)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/rules", "/blocked", "/api/feeds", "/api/rules", "/api/blocked"})
    void letsAMemberRead(String path) throws Exception {
        mvc.perform(get(path).with(ben)).andExpect(status().isOk());
    }
}
