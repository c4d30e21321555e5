package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.OneTimeLinks;
import pmradar.account.Sessions;
import pmradar.account.Tokens;

/// Signing in, one's own account and the people of the house, in a browser.
@TestPropertySource(
        properties = {
            "pmradar.access=accounts",
            "server.address=0.0.0.0",
            "PMRADAR_OWNER_PASSWORD=four plain quiet words"
        })
class AccountsBrowserIT extends Visit {

    private static final String PASSWORD = "four plain quiet words";
    private static final String LONG = "someone.with-a-very-long-name@department.of-long-names.example.org";

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Tokens tokens;

    @Autowired
    OneTimeLinks links;

    @BeforeEach
    void withPeople() {
        accounts.add("ben", Account.Role.MEMBER, PASSWORD);
        accounts.disable(accounts.add(LONG, Account.Role.MEMBER, PASSWORD).id(), true);
    }

    @AfterEach
    void onlyTheOwner() {
        links.open().forEach(link -> links.withdraw(link.id()));
        for (var member : accounts.members()) {
            var account = member.account();
            sessions.endOthers(account.id(), 0);
            tokens.of(account.id()).forEach(token -> tokens.revoke(account.id(), token.id()));
            if (!account.name().equals("owner")) accounts.remove(account.id());
        }
    }

    private void signIn(Page page, String name) {
        page.navigate(address("/login"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();
        assertThat(page).hasURL(Pattern.compile("http://[^/]+/"));
    }

    private void signOut(Page page) {
        page.navigate(address("/account"));
        page.getByText("Sign out here").click();
        assertThat(page.locator(".notice")).containsText("You are signed out.");
    }

    @ParameterizedTest(name = "accounts {0} {1}")
    @MethodSource("screens")
    void isAccessibleAndFitsItsScreen(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/login?wrong"));
        good(page, "login-" + look);
        signIn(page, "owner");
        page.navigate(address("/people"));
        page.locator("#name").fill("carla");
        page.locator("#invite ~ form button").click();
        assertThat(page.locator("code.secret")).isVisible();
        page.locator(".persons summary").first().click();
        good(page, "people-" + look);
        var link = page.locator("code.secret").textContent();
        sessions.begin(accounts.named("owner").orElseThrow().id(), "Samsung Internet on Android");
        page.navigate(address("/account"));
        page.locator("#token-name").fill("the script that keeps a copy of everything");
        page.locator("#tokens ~ form.stacked button").click();
        assertThat(page.locator("code.secret")).isVisible();
        good(page, "account-" + look);
        page.navigate(address("/settings"));
        good(page, "settings-accounts-" + look);
        page.navigate(link);
        good(page, "invitation-" + look);
        assertThat(complaints).isEmpty();
        signOut(page);
        signIn(page, "ben");
        page.navigate(address("/people"));
        assertThat(page.locator("main")).containsText("Only the owner of this PM Radar may do this.");
        assertThat(page.locator("main h1")).hasText("This is not yours to do");
        good(page, "not-yours-" + look);
        page.navigate(address("/feeds"));
        good(page, "feeds-member-" + look);
    }

    @Test
    void worksWithoutScripts() {
        var page = open(WIDE, ColorScheme.LIGHT, false);
        signIn(page, "owner");
        page.navigate(address("/account"));
        page.locator("#old").fill(PASSWORD);
        page.locator("#password").fill("ownerownerowner");
        page.locator("#again").fill("ownerownerowner");
        page.getByText("Change it").click();
        assertThat(page.locator(".notice.problem")).containsText("among the first that are guessed");
        page.navigate(address("/people"));
        page.locator(".persons li:has-text('ben') summary").click();
        page.locator(".persons li:has-text('ben') details button").click();
        assertThat(page.locator(".notice")).containsText("ben is removed, with all that was theirs.");
        page.locator("form.out button").click();
        assertThat(page.locator(".notice")).containsText("You are signed out.");
        page.navigate(address("/people"));
        assertThat(page).hasURL(address("/login"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void offersTargetsOfAThumbOnAPhone() {
        var page = narrow();
        signIn(page, "owner");
        for (var path : new String[] {"/people", "/account"}) {
            page.navigate(address(path));
            var small = page.evaluate("""
                    () => [...document.querySelectorAll('button, summary, .bar a, main input:not(.sr), main select')]
                        .filter((one) => one.checkVisibility())
                        .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
                        .filter(([, box]) => box.height && box.height < 43.5)
                        .map(([name, box]) => name + ' ' + box.width + 'x' + box.height)""");
            assertThat((java.util.List<?>) small).as(path).isEmpty();
        }
    }
}
