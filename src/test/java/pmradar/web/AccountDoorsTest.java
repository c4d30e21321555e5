package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import pmradar.account.CurrentAccount;
import preview.PreviewApplication;

@SpringBootTest(
        classes = {PreviewApplication.class, AccountDoorsTest.Store.class},
        properties = {"pmradar.access=accounts", "server.address=0.0.0.0", "PMRADAR_OWNER_PASSWORD=four plain quiet words"})
@AutoConfigureMockMvc
class AccountDoorsTest {

    private static final String PASSWORD = "four plain quiet words";

    @TestConfiguration(proxyBeanMethods = false)
    static class Store {

        @Bean
        JdbcClient jdbc() {
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:account-doors;DB_CLOSE_DELAY=-1");
            var tables = new ResourceDatabasePopulator(new ClassPathResource("db/migration/account/V600__account.sql"));
            tables.execute((DataSource) database);
            return JdbcClient.create((DataSource) database);
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    CurrentAccount current;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/postings/1", "/feeds", "/feeds/northwind", "/settings", "/progress", "/postings/1/preview"})
    void asksForAnAccountBeforeAnyPage(String address) throws Exception {
        mvc.perform(get(address)).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/postings", "/api/postings/1", "/api/feeds", "/api/openapi"})
    void asksProgramsForANameAndAPassword(String address) throws Exception {
        mvc.perform(get(address))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", org.hamcrest.Matchers.startsWith("Basic realm=\"PM Radar\"")));
        mvc.perform(get(address).with(httpBasic("owner", PASSWORD))).andExpect(status().isOk());
    }

    @Test
    void letsTheOwnerInAndOutWithANewSession() throws Exception {
        var before = new MockHttpSession();
        var id = before.getId();
        var answer = mvc.perform(post("/login")
                        .session(before)
                        .param("username", "Owner")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn();
        var session = (MockHttpSession) answer.getRequest().getSession(false);
        assertThat(session.getId()).isNotEqualTo(id);
        mvc.perform(get("/").session(session)).andExpect(status().isOk());
        mvc.perform(get("/actuator/metrics").session(session)).andExpect(status().isOk());
        mvc.perform(get("/nowhere").session(session)).andExpect(status().isNotFound());
        mvc.perform(post("/logout").session(session).with(csrf())).andExpect(redirectedUrl("/login?out"));
        assertThat(session.isInvalid()).isTrue();
        assertThat(current.get()).isEmpty();
    }

    @Test
    void changesNothingWithoutTheFormsToken() throws Exception {
        mvc.perform(post("/login").param("username", "owner").param("password", PASSWORD)).andExpect(status().isForbidden());
        mvc.perform(post("/feeds/northwind/read").with(httpBasic("owner", PASSWORD))).andExpect(status().isForbidden());
    }

    @Test
    void stopsGuessing() throws Exception {
        for (int i = 0; i < LoginThrottle.PER_NAME_AND_ADDRESS; i++) {
            mvc.perform(post("/login").param("username", "guest").param("password", "wrong " + i).with(csrf()))
                    .andExpect(redirectedUrl("/login?wrong"));
        }
        mvc.perform(post("/login").param("username", "guest").param("password", "wrong again").with(csrf()))
                .andExpect(redirectedUrl("/login?many"));
        mvc.perform(post("/login").param("username", "owner").param("password", PASSWORD).with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void showsNoInvitationOnceThereIsAnOwner() throws Exception {
        mvc.perform(get("/set-up").param("token", "")).andExpect(status().isNotFound());
        mvc.perform(post("/set-up").param("token", "x").param("password", PASSWORD).param("again", PASSWORD).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsTheFormToAnyone() throws Exception {
        mvc.perform(get("/login?wrong")).andExpect(status().isOk());
        mvc.perform(get("/pmradar.css")).andExpect(status().isOk());
    }
}
