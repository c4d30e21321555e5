package pmradar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pmradar.PmRadar;

/// From an installation with nobody in it to one that a person joined and left: over HTTP, as people and programs do.
@SpringBootTest(
        classes = PmRadar.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pmradar.access=accounts", "server.address=127.0.0.1", "PMRADAR_OWNER_PASSWORD="})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class AccountsJourneyTest {

    private static final String OWNERS = "four plain quiet words";
    private static final String BENS = "another five loud words";
    private static final String NEW = "seven words that are new here";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var data = Files.createTempDirectory("accounts");
        registry.add("pmradar.data", data::toString);
        registry.add("jobrunr.background-job-server.enabled", () -> "false");
        registry.add("pmradar.feed.show-samples", () -> "false");
        registry.add("pmradar.feed.feeds[0].id", () -> "board");
        registry.add("pmradar.feed.feeds[0].type", () -> "json-feed");
        registry.add("pmradar.feed.feeds[0].at", () -> "https://board.example/feed.json");
    }

    @Test
    void goesFromNobodyToAPersonWhoJoinedAndLeft(CapturedOutput log) throws Exception {
        try (var owner = new Visitor(port);
                var ben = new Visitor(port)) {
            theOwnerComesInByTheLinkInTheLog(owner, log);
            var invitation = theOwnerInvites(owner);
            benJoins(ben, invitation);
            benMayNotDoWhatIsTheOwners(ben);
            var token = benMakesAToken(ben);
            var feed = benSavesASearch(ben);
            assertThat(asked(feed, "")).isEqualTo(200);

            act(owner, "disable");
            assertThat(ben.open("/alerts").path()).isEqualTo("/login");
            assertThat(asked("/api/alerts", token)).isEqualTo(401);
            assertThat(asked(feed, "")).isEqualTo(404);
            assertThat(ben.signIn("ben", BENS).text()).contains("do not fit together");

            act(owner, "enable");
            assertThat(asked("/api/alerts", token)).isEqualTo(200);
            assertThat(ben.signIn("ben", BENS).path())
                    .as("where Ben wanted to go")
                    .isEqualTo("/alerts");
            assertThat(ben.text()).contains("Kubernetes").contains("listening");

            benGetsAnotherPassword(owner, ben);
            act(owner, "remove");
            assertThat(ben.open("/mine").path()).isEqualTo("/login");
            assertThat(asked("/api/alerts", token)).isEqualTo(401);
            assertThat(asked(feed, "")).isEqualTo(404);
            nothingOfBenIsLeft();
        }
    }

    private void theOwnerComesInByTheLinkInTheLog(Visitor owner, CapturedOutput log) {
        var link = log.getAll().replaceAll("(?s).*(/set-up\\?token=[\\w-]+).*", "$1");
        owner.open(link).send("/set-up", Map.of("password", OWNERS, "again", OWNERS));
        assertThat(owner.text()).contains("Its name is owner");
        assertThat(owner.open(link).status()).isEqualTo(404);
        assertThat(owner.open("/feeds").path()).isEqualTo("/login");
        owner.send("/login", Map.of("username", "Owner", "password", OWNERS));
        assertThat(owner.path()).as("where the owner wanted to go").isEqualTo("/feeds");
    }

    private static String theOwnerInvites(Visitor owner) {
        owner.open("/people").send("/people/invitations", Map.of("name", "Ben", "role", "member"));
        assertThat(owner.text()).contains("The link for ben, shown only now");
        return owner.page().select("code.secret").text();
    }

    private static void benJoins(Visitor ben, String invitation) {
        assertThat(ben.open(invitation).text()).contains("You sign in as ben");
        ben.send("/link", Map.of("password", BENS, "again", NEW));
        assertThat(ben.text()).contains("The two passwords differ.");
        ben.send("/link", Map.of("password", BENS, "again", BENS));
        assertThat(ben.text()).contains("Your password is set");
        assertThat(ben.send("/login", Map.of("username", "ben", "password", BENS))
                        .path())
                .isEqualTo("/");
        assertThat(ben.open(invitation).status()).isEqualTo(404);
    }

    private static void benMayNotDoWhatIsTheOwners(Visitor ben) {
        ben.open("/people");
        assertThat(ben.status()).isEqualTo(403);
        assertThat(ben.text()).contains("Only the owner of this PM Radar may do this.");
        ben.open("/feeds/board");
        assertThat(ben.page().select("form[action=/feeds/board/read]")).isEmpty();
        ben.post(
                "/feeds/board/read",
                Map.of(
                        "_csrf",
                        ben.page().select("input[name=_csrf]").getFirst().val()));
        assertThat(ben.status()).isEqualTo(403);
        assertThat(ben.text()).contains("Only the owner");
    }

    private String benMakesAToken(Visitor ben) throws Exception {
        ben.open("/account").send("/account/tokens", Map.of("name", "backup", "days", "30"));
        var token = ben.page().select("code.secret").text();
        assertThat(asked("/api/alerts", token)).isEqualTo(200);
        assertThat(asked("/api/people", token)).isEqualTo(403);
        return token;
    }

    /// @return the address of its private feed
    private static String benSavesASearch(Visitor ben) {
        ben.open("/alerts/new?q=kubernetes");
        ben.send("/alerts", Map.of("name", "Kubernetes"));
        assertThat(ben.text()).contains("Saved.");
        return ben.page().selectFirst("a[href$=.atom]").attr("href");
    }

    private void act(Visitor owner, String act) {
        var id = jdbc.sql("select id from account where name = 'ben'")
                .query(Long.class)
                .single();
        owner.open("/people").send("/people/%d/%s".formatted(id, act), Map.of());
        assertThat(owner.page().select(".notice").text()).contains("ben");
    }

    private void benGetsAnotherPassword(Visitor owner, Visitor ben) {
        var id = jdbc.sql("select id from account where name = 'ben'")
                .query(Long.class)
                .single();
        owner.open("/people").send("/people/%d/reset".formatted(id), Map.of());
        var link = owner.page().select("code.secret").text();
        ben.open(link).send("/link", Map.of("password", NEW, "again", NEW));
        assertThat(ben.open("/mine").path()).as("all sessions ended").isEqualTo("/login");
        assertThat(ben.signIn("ben", BENS).path()).isEqualTo("/login");
        assertThat(ben.signIn("ben", NEW).status()).isEqualTo(200);
        assertThat(ben.open("/mine").path()).isEqualTo("/mine");
    }

    private int asked(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try (var program = HttpClient.newHttpClient()) {
            return program.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private void nothingOfBenIsLeft() {
        assertThat(jdbc.sql("select name from account").query(String.class).list())
                .containsExactly("owner");
        for (var table : List.of("account_token", "account_link", "pursuit", "alert_destination", "alert_digest"))
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        assertThat(jdbc.sql("select name || query from alert_search where removed is not null")
                        .query(String.class)
                        .list())
                .as("an empty shell")
                .containsExactly("-");
    }
}
