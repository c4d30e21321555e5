package pmradar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class StoredAccountsTest {

    private static final String PASSWORD = "four plain quiet words";

    private StoredAccounts accounts;
    private final SignIn signIn = new SignIn();

    @BeforeEach
    void emptyStore() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:accounts-%s;DB_CLOSE_DELAY=-1".formatted(System.nanoTime()));
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/account/V600__account.sql"),
                        new ClassPathResource("db/migration/account/V601__account_access.sql"))
                .execute(database);
        var clock = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
        accounts = new StoredAccounts(JdbcClient.create(database), signIn.passwords(), _ -> {}, clock);
    }

    @Test
    void keepsNoPasswordInTheClear() {
        accounts.add("Ada", Account.Role.MEMBER, PASSWORD);
        var row = accounts.find("ADA ").orElseThrow();
        assertThat(row.password()).startsWith("$argon2id$").doesNotContain(PASSWORD);
        assertThat(signIn.passwords().matches(PASSWORD, row.password())).isTrue();
        assertThat(signIn.passwords().matches("four plain quiet wordS", row.password()))
                .isFalse();
        assertThat(row.account().role()).isEqualTo(Account.Role.MEMBER);
    }

    @Test
    void knowsPeopleByName() {
        accounts.add("ada", Account.Role.OWNER, PASSWORD);
        var person = signIn.people(accounts).loadUserByUsername("Ada");
        assertThat(person.getAuthorities()).extracting("authority").containsExactly("ROLE_OWNER");
        assertThatThrownBy(() -> signIn.people(accounts).loadUserByUsername("bob"))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void refusesANameTwice() {
        accounts.add("ada", Account.Role.OWNER, PASSWORD);
        assertThatThrownBy(() -> accounts.add("ADA", Account.Role.MEMBER, PASSWORD))
                .hasMessageContaining("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven char", "<script>"})
    void refusesShortPasswordsAndOddNames(String text) {
        assertThatThrownBy(() -> accounts.add("ada", Account.Role.OWNER, text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.add(text + "!", Account.Role.OWNER, PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsTheFirstOwnerInByThePasswordFromTheEnvironment() {
        new FirstOwner(accounts, PASSWORD).run(null);
        assertThat(accounts.find("owner")).isPresent();
        new FirstOwner(accounts, "another good password").run(null);
        assertThat(signIn.passwords()
                        .matches(PASSWORD, accounts.find("owner").orElseThrow().password()))
                .isTrue();
    }

    @Test
    void refusesToStartWithAShortPassword() {
        assertThatThrownBy(() -> new FirstOwner(accounts, "short").run(null)).hasMessageContaining("12");
    }

    @Test
    void endsAnInvitationOnceItIsAccepted() throws Exception {
        var owner = new FirstOwner(accounts, "");
        assertThat(owner.holds("")).isFalse();
        owner.run(null);
        var field = FirstOwner.class.getDeclaredField("token");
        field.setAccessible(true);
        var token = (String) field.get(owner);
        assertThat(owner.holds(token)).isTrue();
        assertThat(owner.holds(token + "0")).isFalse();
        assertThatThrownBy(() -> owner.accept(token, "short")).hasMessageContaining("12");
        owner.accept(token, PASSWORD);
        assertThat(owner.holds(token)).isFalse();
        assertThatThrownBy(() -> owner.accept(token, PASSWORD)).hasMessageContaining("used up");
    }
}
