package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import preview.HeldCorrections;
import preview.HeldPostings;
import preview.HeldRules;
import preview.InventedPostings;
import preview.PreviewApplication;

/// Correcting a posting and trying a term, as a person does it: with and without scripts, narrow and wide.
@SpringBootTest(classes = PreviewApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsBrowserIT {

    private static final Path SHOTS = Path.of("target", "screenshots");

    @LocalServerPort
    int port;

    @Autowired
    HeldCorrections corrections;

    @Autowired
    HeldPostings postings;

    @Autowired
    HeldRules rules;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;

    @BeforeAll
    void start() {
        Browsers.chromium();
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    void stop() {
        if (playwright != null) playwright.close();
    }

    @AfterEach
    void asBefore() {
        if (context != null) context.close();
        corrections.clear();
        postings.hold(InventedPostings.all());
        rules.added().forEach(rules::remove);
    }

    private Page open(int width, ColorScheme scheme, boolean scripts) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
        return context.newPage();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    static Stream<Arguments> looks() {
        return Stream.of(390, 1440)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(width, scheme)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("looks")
    void correctsAndTriesOnEveryScreen(int width, ColorScheme scheme) {
        var look = "%d-%s".formatted(width, scheme.name().toLowerCase());
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

    private static void good(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
        var beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) beyond).intValue()).as("pixels beyond the screen").isLessThanOrEqualTo(0);
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(found.getViolations())
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
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
