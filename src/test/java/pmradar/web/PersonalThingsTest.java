package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import pmradar.account.Account;
import pmradar.account.Sessions;
import pmradar.account.Tokens;
import pmradar.alert.Letter;
import pmradar.alert.ToldBefore;
import pmradar.report.SentBefore;
import pmradar.report.StandingReports;
import preview.PreviewApplication;

/// What belongs to one person is not there for another, by whatever address: every route of the running program that
/// takes a number is walked, so that a new one cannot be forgotten.
class PersonalThingsTest extends AccountsRunning {

    /// What belongs to a person stands under these.
    private static final Pattern PERSONAL = Pattern.compile("(/api)?/(mine|alerts|account|trends/reports)/.*");

    /// What is the same for everyone, or the owner's.
    private static final Pattern OF_THE_HOUSE =
            Pattern.compile("(/api)?/(postings|feeds|blocked|rules|people|trends/(?!reports/))/?.*");

    /// What is reached by a secret in the address.
    private static final Pattern BY_SECRET = Pattern.compile("/unsubscribe/.*|/alerts/feeds/.*|/api/openapi.*");

    /// What is named by a word that means the same for everyone, and is always the caller's own.
    private static final Pattern BY_WORD = Pattern.compile("(/api)?/alerts/standing/.*");

    private static final Pattern VARIABLE = Pattern.compile("/([a-z-]+)/\\{(\\w+)}");

    /// More than any form or body asks for; what one does not know it leaves aside.
    private static final Map<String, String> FORM = Map.ofEntries(
            Map.entry("act", "hide"),
            Map.entry("name", "Taken over"),
            Map.entry("days", "1"),
            Map.entry("channel", "held"),
            Map.entry("address", "elsewhere"),
            Map.entry("read", "true"),
            Map.entry("on", "2026-11-20"),
            Map.entry("note", "taken over"),
            Map.entry("what", "taken over"),
            Map.entry("pace", "weekly"),
            Map.entry("at", "08:00"),
            Map.entry("zone", "UTC"));
    private static final String JSON = """
            {"name": "Taken over", "paused": true, "until": null, "read": true, "channel": "held",
             "address": "elsewhere", "state": "offer", "pace": "weekly", "on": "2026-11-22", "note": "taken over", "what": "taken over"}""";

    @Autowired
    ToldBefore told;

    @Autowired
    StandingReports reports;

    @Autowired
    SentBefore reported;

    @Autowired
    Sessions sessions;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger made = new AtomicInteger();

    /// One of each thing that a person can have, by the word that stands before its number in an address.
    private record Things(Map<String, String> numbers) {}

    private Stream<Route> withNumbers() {
        return routes().filter(route -> route.path().contains("{"))
                .filter(route -> !BY_WORD.matcher(route.path()).matches());
    }

    @Test
    void knowsOfEachRouteWithANumberWhoseItIs() {
        assertThat(withNumbers()).hasSizeGreaterThan(60).allSatisfy(route -> {
            var path = route.path();
            boolean secret = BY_SECRET.matcher(path).matches();
            boolean personal = !secret && PERSONAL.matcher(path).matches();
            boolean house = OF_THE_HOUSE.matcher(path).matches();
            assertThat(List.of(secret, personal, house))
                    .as("%s is of the house, personal, or reached by a secret: say which here", route)
                    .containsOnlyOnce(true);
        });
    }

    private List<Route> personal() {
        return withNumbers()
                .filter(route -> !BY_SECRET.matcher(route.path()).matches())
                .filter(route -> PERSONAL.matcher(route.path()).matches())
                .toList();
    }

    @Test
    void hidesTheThingsOfOnePersonFromAnotherOnEveryRoute() throws Exception {
        var bens = thingsOf(ben, ben());
        var owners = thingsOf(owner, accounts.named("owner").orElseThrow());
        var before = everything();
        var asked = new ArrayList<String>();
        for (var route : personal()) {
            refused(route, bens.numbers(), asked);
            // A thing of one's own is no way to that of another.
            var numbers = new TreeMap<>(owners.numbers());
            var last = lastWord(route);
            numbers.put(last, bens.numbers().get(last));
            refused(route, numbers, asked);
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(everything()).as("nothing is changed").isEqualTo(before);
    }

    private void refused(Route route, Map<String, String> numbers, List<String> asked) throws Exception {
        var answer = ask(route, numbers, owner);
        assertThat(answer.getStatus()).as("%s of another", route).isEqualTo(404);
        assertThat(answer.getContentAsString()).as(route.toString()).doesNotContain("Ben's");
        asked.add(route.toString());
    }

    /// Else the refusal above might only mean that the test asks wrongly.
    @Test
    void servesEachPersonTheirOwnOnEveryRoute() throws Exception {
        for (var route : personal()) {
            var things = thingsOf(ben, ben());
            if (route.path().endsWith("restore") || route.path().endsWith("restored"))
                ask(
                        new Route(org.springframework.http.HttpMethod.DELETE, "/api/alerts/{id}", false),
                        things.numbers(),
                        ben);
            assertThat(ask(route, things.numbers(), ben).getStatus())
                    .as("%s of oneself", route)
                    .isBetween(200, 302);
        }
    }

    private MockHttpServletResponse ask(Route route, Map<String, String> numbers, RequestPostProcessor who)
            throws Exception {
        var found = VARIABLE.matcher(route.path())
                .replaceAll(variable -> "/" + variable.group(1) + "/" + number(numbers, variable.group(1)));
        var asked = request(route.method(), found).with(who);
        if (route.json()) asked.contentType(MediaType.APPLICATION_JSON).content(JSON);
        if (!route.api() && !route.reads()) FORM.forEach(asked::param);
        return mvc.perform(asked).andReturn().getResponse();
    }

    private static String number(Map<String, String> numbers, String word) {
        assertThat(numbers).as("The test makes no '%s' yet: let it.", word).containsKey(word);
        return numbers.get(word);
    }

    private static String lastWord(Route route) {
        return VARIABLE.matcher(route.path())
                .results()
                .map(variable -> variable.group(1))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Things thingsOf(RequestPostProcessor who, Account account) throws Exception {
        int posting = 1 + made.getAndIncrement() % 58;
        var pursuit =
                sent(put("/api/postings/" + posting + "/mine"), "{\"state\":\"applied\",\"note\":\"Ben's\"}", who);
        String alert = JsonPath.read(sent(post("/api/alerts"), "{\"name\":\"Ben's\"}", who), "$.id");
        var to = sent(
                post("/api/alerts/" + alert + "/destinations"), "{\"channel\":\"held\",\"address\":\"Ben's\"}", who);
        var digest = told.tell(
                Long.parseLong(alert), PreviewApplication.NOW, List.of(ToldBefore.line(1, "Ben's")), List.of());
        told.deliver(PreviewApplication.NOW);
        var delivery = jdbc.sql("select id from alert_delivery where digest_id = ?")
                .param(digest.id())
                .query(Long.class)
                .single();
        var secret = sessions.begin(account.id(), "Ben's");
        var token = tokens.make(account.id(), "Ben's " + java.util.UUID.randomUUID(), null)
                .token();
        tokensAsBefore(account, token);
        var report = report(who, account);
        return new Things(Map.ofEntries(
                Map.entry("reports", String.valueOf(report)),
                Map.entry("issues", String.valueOf(issue(report, account))),
                Map.entry("mine", JsonPath.read(pursuit, "$.id")),
                Map.entry("steps", JsonPath.read(pursuit, "$.steps[0].id")),
                Map.entry("alerts", alert),
                Map.entry("destinations", JsonPath.read(to, "$.destination.id")),
                Map.entry("digests", String.valueOf(digest.id())),
                Map.entry("deliveries", String.valueOf(delivery)),
                Map.entry(
                        "sessions",
                        String.valueOf(sessions.holder(secret).orElseThrow().id())),
                Map.entry("tokens", String.valueOf(token.id()))));
    }

    /// A person has some reports at most.
    private long report(RequestPostProcessor who, Account account) throws Exception {
        var theirs = "(select id from report_standing where account_id = ?)";
        jdbc.sql("delete from report_issue where standing_id in " + theirs)
                .param(account.id())
                .update();
        jdbc.sql("delete from report_standing where account_id = ?")
                .param(account.id())
                .update();
        var made = sent(
                post("/api/trends/reports"), "{\"pace\":\"weekly\",\"channel\":\"held\",\"address\":\"Ben's\"}", who);
        return JsonPath.<Number>read(made, "$.id").longValue();
    }

    private long issue(long report, Account account) {
        var document = new Letter.Enclosed("report.md", "text/markdown", "Ben's".getBytes(StandardCharsets.UTF_8));
        var standing = reports.find(account.id(), report).orElseThrow();
        return reported.send(standing, "Ben's", document, PreviewApplication.NOW);
    }

    /// A person has some tokens at most.
    private void tokensAsBefore(Account account, Tokens.Token kept) {
        tokens.of(account.id()).stream()
                .filter(token -> token.id() != kept.id())
                .forEach(token -> tokens.revoke(account.id(), token.id()));
    }

    private String sent(MockHttpServletRequestBuilder asked, String body, RequestPostProcessor who) throws Exception {
        var answer = mvc.perform(asked.contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(who))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isBetween(200, 201);
        return answer.getContentAsString();
    }

    /// All that the rooms keep of people.
    private Map<String, List<Map<String, Object>>> everything() {
        var tables = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of(
                "pursuit",
                "pursuit_step",
                "pursuit_seen",
                "pursuit_preference",
                "alert_search",
                "alert_destination",
                "alert_digest",
                "alert_delivery",
                "report_standing",
                "report_issue",
                "report_sent",
                "account_session",
                "account_token")) {
            var rows = jdbc.sql("select * from " + table + " order by 1, 2")
                    .query()
                    .listOfRows();
            // Arrays are equal to themselves only.
            rows.forEach(row -> row.replaceAll((_, value) -> value instanceof byte[] bytes ? hex(bytes) : value));
            tables.put(table, rows);
        }
        return tables;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
