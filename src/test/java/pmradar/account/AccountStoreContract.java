package pmradar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import pmradar.StandingClock;

/// What the stores of people, and of the ways they come in by, must do on every database.
@SpringBootTest(
        classes = AccountSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "pmradar.access=accounts")
abstract class AccountStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PASSWORD = "four plain quiet words";
    private static final String OTHER = "another five loud words";

    @Autowired
    StoredAccounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Tokens tokens;

    @Autowired
    OneTimeLinks links;

    @Autowired
    UserDetailsService people;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    AccountSlice.Heard heard;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Account owner;
    private Account ben;

    @BeforeEach
    void withAnOwnerAndAMember() {
        clock.set(NOW);
        jdbc.sql("delete from account_link").update();
        jdbc.sql("delete from account").update();
        jdbc.sql("delete from account_try").update();
        owner = accounts.add("owner", Account.Role.OWNER, PASSWORD);
        ben = accounts.add("Ben", Account.Role.MEMBER, PASSWORD);
        heard.events.clear();
    }

    @Test
    void listsPeopleByName() {
        assertThat(accounts.members())
                .extracting(member -> member.account().name())
                .containsExactly("ben", "owner");
        sessions.begin(ben.id(), "Firefox");
        assertThat(accounts.member(ben.id())).contains(new Member(ben, NOW, null, NOW));
        assertThat(accounts.member(owner.id() + 1_000)).isEmpty();
    }

    @Test
    void changesARoleFromTheNextRequestOn() {
        var secret = sessions.begin(ben.id(), "Firefox");
        assertThat(accounts.change(ben.id(), Account.Role.OWNER)).isTrue();
        assertThat(sessions.holder(secret).orElseThrow().account().role()).isEqualTo(Account.Role.OWNER);
        assertThat(accounts.change(owner.id(), Account.Role.MEMBER)).isTrue();
    }

    @Test
    void keepsTheLastOwnerWhoMayComeIn() {
        for (var end : List.<Runnable>of(
                () -> accounts.change(owner.id(), Account.Role.MEMBER),
                () -> accounts.disable(owner.id(), true),
                () -> accounts.remove(owner.id()))) {
            assertThatThrownBy(end::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Make another person an owner first");
        }
        accounts.change(ben.id(), Account.Role.OWNER);
        accounts.disable(ben.id(), true);
        assertThatThrownBy(() -> accounts.remove(owner.id())).isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.member(owner.id())).isPresent();
    }

    /// As two owners would who remove each other at the same moment.
    @Test
    void keepsAnOwnerWhenTwoRemoveEachOtherAtOnce() throws Exception {
        accounts.change(ben.id(), Account.Role.OWNER);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done :
                    both.invokeAll(List.<Callable<Boolean>>of(() -> removed(owner.id()), () -> removed(ben.id()))))
                done.get();
        }
        assertThat(accounts.members()).hasSize(1);
    }

    private boolean removed(long id) {
        try {
            return accounts.remove(id);
        } catch (IllegalArgumentException last) {
            return false;
        }
    }

    @Test
    void keepsOutWhoeverIsDisabledByEveryWayIn() {
        var session = sessions.begin(ben.id(), "Firefox");
        var token = tokens.make(ben.id(), "backup", null).secret();
        assertThat(accounts.disable(ben.id(), true)).isTrue();
        assertThat(sessions.holder(session)).isEmpty();
        assertThat(tokens.holder(token)).isEmpty();
        assertThat(accounts.active(ben.id())).isFalse();
        assertThatThrownBy(() -> people.loadUserByUsername("ben")).isInstanceOf(UsernameNotFoundException.class);
        assertThat(heard.events).containsExactly(new AccountEvent.Disabled(ben.id()));
        accounts.disable(ben.id(), false);
        assertThat(heard.events).last().isEqualTo(new AccountEvent.LetIn(ben.id()));
        assertThat(sessions.holder(session)).as("a session that ended").isEmpty();
        assertThat(tokens.holder(token)).contains(ben);
        assertThat(accounts.active(ben.id())).isTrue();
    }

    @Test
    void countsTheTriesOfAllNodesTogetherAndForgetsThemAfterAWhile() {
        var window = Duration.ofMinutes(15);
        var limits = Map.of("name ben", 3, "address here", 5);
        var nodes = List.of(new StoredTries(jdbc, transactions, clock), new StoredTries(jdbc, transactions, clock));
        for (int i = 0; i < 3; i++)
            assertThat(nodes.get(i % 2).count(limits, window)).isZero();
        clock.set(NOW.plusSeconds(60));
        assertThat(nodes.get(0).count(limits, window)).isEqualTo(840);
        assertThat(nodes.get(1).count(limits, window)).isEqualTo(840);
        assertThat(nodes.get(1).count(Map.of("name anna", 3, "address here", 5), window))
                .as("what was refused did not count")
                .isZero();
        nodes.get(0).takeBack("name anna", List.of("address here"));
        nodes.get(1).takeBack("name ben", List.of("address here"));
        assertThat(nodes.get(0).count(limits, window)).isZero();
        clock.set(NOW.plusSeconds(60).plus(window));
        assertThat(nodes.get(1).count(Map.of("other", 1), window)).isZero();
        assertThat(jdbc.sql("select count(*) from account_try")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void letsNoMoreTriesPassAtOnceThanAfterEachOther() throws Exception {
        var limits = Map.of("name ben", 10, "address here", 10);
        var tries = new StoredTries(jdbc, transactions, clock);
        Callable<Long> one = () -> tries.count(limits, Duration.ofMinutes(15));
        try (var many = Executors.newFixedThreadPool(6)) {
            long passed = 0;
            for (var each : many.invokeAll(Collections.nCopies(30, one))) if (each.get() == 0) passed++;
            assertThat(passed).isEqualTo(10);
        }
    }

    @Test
    void removesAPersonWithAllWaysIn() {
        var session = sessions.begin(ben.id(), "Firefox");
        var token = tokens.make(ben.id(), "backup", null).secret();
        var link = links.reset("owner", ben.id()).orElseThrow().secret();
        assertThat(accounts.remove(ben.id())).isTrue();
        assertThat(accounts.remove(ben.id())).isFalse();
        assertThat(sessions.holder(session)).isEmpty();
        assertThat(tokens.holder(token)).isEmpty();
        assertThat(links.find(link)).isEmpty();
        assertThat(accounts.active(ben.id())).isFalse();
        assertThat(heard.events).containsExactly(new AccountEvent.Removed(ben.id()));
        assertThat(accounts.add("ben", Account.Role.MEMBER, PASSWORD).id())
                .as("a number is given once")
                .isNotEqualTo(ben.id());
    }

    @Test
    void setsAPasswordAndEndsAllSessionsButOne() {
        var here = sessions.begin(ben.id(), "Firefox");
        var there = sessions.begin(ben.id(), "Chrome");
        var others = sessions.begin(owner.id(), "Safari");
        accounts.setPassword(
                ben.id(), OTHER, sessions.holder(here).orElseThrow().id());
        assertThat(passwords.matches(OTHER, people.loadUserByUsername("ben").getPassword()))
                .isTrue();
        assertThat(sessions.holder(here)).isPresent();
        assertThat(sessions.holder(there)).isEmpty();
        assertThat(sessions.holder(others)).isPresent();
        assertThatThrownBy(() -> accounts.setPassword(ben.id(), "ben ben ben ben", 0))
                .hasMessageContaining("first that are guessed");
    }

    @Test
    void endsSessionsByThemselves() {
        var secret = sessions.begin(ben.id(), "Firefox");
        for (int day = 0; day < 29; day++) {
            clock.move(Duration.ofDays(1));
            assertThat(sessions.holder(secret)).as("day " + day).isPresent();
        }
        clock.move(Duration.ofDays(1));
        assertThat(sessions.holder(secret)).as("after thirty days in use").isEmpty();
        var idle = sessions.begin(ben.id(), "Firefox");
        clock.move(Duration.ofDays(7).minusSeconds(1));
        assertThat(sessions.of(ben.id())).hasSize(1);
        clock.move(Duration.ofSeconds(1));
        assertThat(sessions.holder(idle)).as("after a week without use").isEmpty();
        assertThat(sessions.of(ben.id())).isEmpty();
        sessions.begin(owner.id(), "Firefox");
        assertThat(count("account_session"))
                .as("those that ended are forgotten")
                .isEqualTo(1);
    }

    @Test
    void notesTheUseOfASessionByTheMinute() {
        var secret = sessions.begin(ben.id(), "Firefox on Linux");
        clock.move(Duration.ofSeconds(59));
        sessions.holder(secret);
        assertThat(sessions.of(ben.id())).extracting(Sessions.Session::used).containsExactly(NOW);
        clock.move(Duration.ofSeconds(2));
        sessions.holder(secret);
        assertThat(sessions.of(ben.id()))
                .extracting(Sessions.Session::used, Sessions.Session::agent)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NOW.plusSeconds(61), "Firefox on Linux"));
    }

    @Test
    void endsOnlyOnesOwnSessions() {
        var secret = sessions.begin(ben.id(), "Firefox");
        var id = sessions.holder(secret).orElseThrow().id();
        assertThat(sessions.end(owner.id(), id)).isFalse();
        assertThat(sessions.endOthers(owner.id(), 0)).isZero();
        assertThat(sessions.holder(secret)).isPresent();
        sessions.begin(ben.id(), "Chrome");
        assertThat(sessions.endOthers(ben.id(), id)).isEqualTo(1);
        assertThat(sessions.end(ben.id(), id)).isTrue();
        assertThat(sessions.holder(secret)).isEmpty();
    }

    @Test
    void keepsNoSecretInTheClear() {
        var session = sessions.begin(ben.id(), "Firefox");
        var token = tokens.make(ben.id(), "backup", null).secret();
        var link = links.invite("owner", "carla", Account.Role.MEMBER).secret();
        for (var table : List.of("account_session", "account_token", "account_link")) {
            var kept =
                    jdbc.sql("select secret from " + table).query(String.class).single();
            assertThat(kept).hasSize(64).isNotIn(session, token, link);
        }
        assertThat(List.of(session, token, link)).allMatch(secret -> secret.length() >= 43);
    }

    @Test
    void letsATokenHoldUntilItsEndOrItsRevoking() {
        var made = tokens.make(ben.id(), " backup ", NOW.plus(Duration.ofDays(1)));
        assertThat(made.secret()).startsWith("pmr_");
        assertThat(tokens.holder(made.secret())).contains(ben);
        assertThat(tokens.of(ben.id()))
                .containsExactly(new Tokens.Token(made.token().id(), "backup", NOW, NOW.plus(Duration.ofDays(1)), NOW));
        assertThat(tokens.revoke(owner.id(), made.token().id())).isFalse();
        clock.move(Duration.ofDays(1));
        assertThat(tokens.holder(made.secret())).isEmpty();
        var lasting = tokens.make(ben.id(), "other", null);
        clock.move(Duration.ofDays(4_000));
        assertThat(tokens.holder(lasting.secret())).contains(ben);
        assertThat(tokens.revoke(ben.id(), lasting.token().id())).isTrue();
        assertThat(tokens.holder(lasting.secret())).isEmpty();
        assertThat(tokens.holder("pmr_" + "A".repeat(43))).isEmpty();
    }

    @Test
    void refusesTokensThatMakeNoSense() {
        tokens.make(ben.id(), "backup", null);
        assertThatThrownBy(() -> tokens.make(ben.id(), "backup", null)).hasMessageContaining("already");
        assertThatThrownBy(() -> tokens.make(ben.id(), " ", null)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> tokens.make(ben.id(), "a\nb", null)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> tokens.make(ben.id(), "late", NOW)).hasMessageContaining("future");
        for (int i = 1; i < StoredTokens.MOST; i++) tokens.make(ben.id(), "number " + i, null);
        assertThatThrownBy(() -> tokens.make(ben.id(), "one more", null)).hasMessageContaining("Revoke one first");
        assertThat(tokens.make(owner.id(), "backup", null).token().name()).isEqualTo("backup");
    }

    @Test
    void invitesAPersonOnce() {
        var made = links.invite("owner", "Carla", Account.Role.MEMBER);
        assertThat(links.open()).containsExactly(made.link());
        assertThat(made.link().name()).isEqualTo("carla");
        assertThatThrownBy(() -> links.invite("owner", "carla", Account.Role.MEMBER))
                .hasMessageContaining("invited already");
        assertThatThrownBy(() -> links.invite("owner", "ben", Account.Role.MEMBER))
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> links.invite("owner", "no spaces", Account.Role.MEMBER))
                .hasMessageContaining("A name has");
        assertThatThrownBy(() -> links.accept(made.secret(), "carlacarlacarla"))
                .hasMessageContaining("first that are guessed");
        var carla = links.accept(made.secret(), PASSWORD);
        assertThat(carla.role()).isEqualTo(Account.Role.MEMBER);
        assertThat(people.loadUserByUsername("carla")).isNotNull();
        assertThat(links.open()).isEmpty();
        assertThatThrownBy(() -> links.accept(made.secret(), PASSWORD)).hasMessageContaining("used up");
    }

    @Test
    void endsAnInvitationByTimeAndByWithdrawing() {
        var made = links.invite("owner", "carla", Account.Role.MEMBER);
        clock.move(OneTimeLinks.INVITED_FOR);
        assertThat(links.find(made.secret())).isEmpty();
        assertThat(links.open()).isEmpty();
        var again = links.invite("owner", "carla", Account.Role.MEMBER);
        assertThat(links.withdraw(again.link().id())).isTrue();
        assertThat(links.withdraw(again.link().id())).isFalse();
        assertThatThrownBy(() -> links.accept(again.secret(), PASSWORD)).hasMessageContaining("used up");
        assertThat(accounts.named("carla")).isEmpty();
    }

    @Test
    void resetsAPasswordByTheNewestLinkAlone() {
        var session = sessions.begin(ben.id(), "Firefox");
        var first = links.reset("owner", ben.id()).orElseThrow();
        var second = links.reset("owner", ben.id()).orElseThrow();
        assertThat(links.reset("owner", ben.id() + 1_000)).isEmpty();
        assertThat(links.find(first.secret())).isEmpty();
        assertThat(links.accept(second.secret(), OTHER)).isEqualTo(ben);
        assertThat(passwords.matches(OTHER, people.loadUserByUsername("ben").getPassword()))
                .isTrue();
        assertThat(sessions.holder(session)).isEmpty();
        assertThat(links.find(second.secret())).isEmpty();
    }

    /// As two would who open the same link at the same moment.
    @Test
    void letsALinkBeUsedByOneOfTwoAtOnce() throws Exception {
        var made = links.reset("owner", ben.id()).orElseThrow();
        try (var both = Executors.newFixedThreadPool(2)) {
            var used = both.invokeAll(List.<Callable<Boolean>>of(
                    () -> accepted(made.secret(), PASSWORD), () -> accepted(made.secret(), OTHER)));
            assertThat(List.of(used.getFirst().get(), used.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean accepted(String secret, String password) {
        try {
            links.accept(secret, password);
            return true;
        } catch (IllegalArgumentException late) {
            return false;
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
