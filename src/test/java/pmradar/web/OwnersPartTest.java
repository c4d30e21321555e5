package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only the owner may do, walked over every route of the running program.
class OwnersPartTest extends AccountsRunning {

    /// What each person changes for themselves, or says about one posting or listing under their name.
    private static final Pattern ANYONES =
            Pattern.compile("(/api)?/(mine|alerts|account)([/.].*)?|(/api)?/settings(/.*)?|(/api)?/trends/reports(/.*)?"
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
