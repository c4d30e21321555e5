package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Correcting a posting and trying a term, as a person does it: with and without scripts, narrow and wide.
class CorrectionsBrowserIT extends Visit {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void correctsAndTriesOnEveryScreen(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/postings/1"));
        page.getByText("Correct this").click();
        good(page, "correct-" + look);
        page.getByLabel("It is general").check();
        page.getByLabel("Why?").fill("The engineers do all of that.");
        page.getByText("Correct", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#corrections .made")).containsText("It is general.");
        good(page, "corrected-" + look);
        page.navigate(address("/rules?term=go"));
        page.locator("#lines").fill("Nordic language | Norse");
        page.getByText("Try it").click();
        assertThat(page.locator("#trial")).containsText("With Nordic language");
        good(page, "rules-" + look);
        page.getByText("Add it").click();
        assertThat(page.locator(".made")).containsText("Nordic language | Norse");
        good(page, "added-" + look);
    }

    @Test
    void correctsAndTakesBackWithoutScripts() {
        var page = open(1440, ColorScheme.LIGHT, false);
        page.navigate(address("/postings/1"));
        page.locator(".correct summary").first().click();
        page.locator("input[value=unit]").check();
        page.locator("select[name=quote]").selectOption("You know how software is delivered");
        page.locator("#reason").fill("Everybody knows that.");
        page.locator(".correct button").first().click();
        assertThat(page.locator("#corrections .notice")).containsText("Corrected.");
        assertThat(page.locator("#corrections .made")).containsText("You know how software is delivered");
        page.locator("#corrections .made button").first().click();
        assertThat(page.locator("#corrections .notice")).containsText("Taken back");
        assertThat(page.locator("#corrections")).containsText("1 taken back");
    }

    @Test
    void correctsByKeyboardAlone() {
        var page = open(1440, ColorScheme.LIGHT, true);
        page.navigate(address("/postings/1"));
        page.locator(".correct summary").first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.locator("#reason").focus();
        page.keyboard().type("A foreman.");
        page.keyboard().press("Enter");
        assertThat(page.locator("#corrections .made")).containsText("It is not for project managers.");
    }
}
