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
import java.util.ArrayList;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import preview.HeldFeeds;
import preview.HeldPostings;
import preview.HeldReadLog;
import preview.InventedPostings;
import preview.PreviewApplication;

/// Each page as a person meets it: narrow and wide, light and dark, by keyboard, and without scripts.
@SpringBootTest(classes = PreviewApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserIT {

    private static final int NARROW = 390;
    private static final int WIDE = 1440;
    private static final Path SHOTS = Path.of("target", "screenshots");

    @LocalServerPort
    int port;

    @Autowired
    HeldPostings postings;

    @Autowired
    HeldFeeds feeds;

    @Autowired
    HeldReadLog log;

    @Autowired
    JdbcClient jdbc;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

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
        postings.hold(InventedPostings.all());
        feeds.samples = true;
        log.going = true;
        for (var table : List.of("pursuit", "pursuit_seen", "pursuit_preference"))
            jdbc.sql("delete from " + table).update();
    }

    private Page open(int width, ColorScheme scheme, boolean scripts) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 844 : 900)
                .setColorScheme(scheme)
                .setHasTouch(width == NARROW)
                .setJavaScriptEnabled(scripts));
        complaints.clear();
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onResponse(answer -> {
            if (answer.status() >= 400) complaints.add(answer.status() + " " + answer.url());
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address("/"))) complaints.add("asked elsewhere: " + request.url());
        });
        return page;
    }

    private Page wide() {
        return open(WIDE, ColorScheme.LIGHT, true);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    static Stream<Arguments> pages() {
        var pages = List.of(
                "search /",
                "chosen /?q=budget&label=technical&not_country=DE",
                "mistake /?q=%28budget",
                "nothing /?q=zebra&label=technical",
                "posting /postings/1",
                "long-title /postings/59",
                "unbroken /postings/60",
                "closed /postings/14",
                "feeds /feeds",
                "feed /feeds/remote-circle",
                "query-help /query-help",
                "about /about",
                "mine-empty /mine",
                "settings /settings",
                "not-there /nowhere");
        return pages.stream()
                .map(page -> page.split(" "))
                .flatMap(page -> Stream.of(NARROW, WIDE)
                        .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(page[0], page[1], width, scheme))));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("pages")
    void isAccessibleAndFitsItsScreen(String name, String path, int width, ColorScheme scheme) {
        var page = open(width, scheme, true);
        page.navigate(address(path));
        shoot(page, "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase()));
        fits(page);
        accessible(page);
        complaints.removeIf(complaint -> name.equals("not-there") && complaint.contains("404"));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "empty {0} {1}")
    @MethodSource("screens")
    void isAccessibleWithNothingAndWithOne(int width, ColorScheme scheme) {
        var look = "%d-%s".formatted(width, scheme.name().toLowerCase());
        var page = open(width, scheme, true);
        postings.hold(List.of());
        page.navigate(address("/"));
        shoot(page, "empty-going-" + look);
        accessible(page);
        log.going = false;
        feeds.samples = false;
        page.navigate(address("/"));
        shoot(page, "empty-" + look);
        accessible(page);
        postings.hold(InventedPostings.all().subList(2, 3));
        page.navigate(address("/"));
        shoot(page, "one-" + look);
        fits(page);
        accessible(page);
    }

    static Stream<Arguments> screens() {
        return Stream.of(NARROW, WIDE)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(width, scheme)));
    }

    private void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    private static void fits(Page page) {
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels beyond the screen")
                .isLessThanOrEqualTo(0);
    }

    private static void accessible(Page page) {
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
    void answersAFacetInPlaceAndComesBack() {
        var page = wide();
        page.navigate(address("/"));
        page.locator("#facet-label .include").first().click();
        assertThat(page.locator("#count")).hasText("30 postings");
        assertThat(page).hasURL(address("/?label=technical"));
        assertThat(page.locator("#announce")).hasText("30 postings");
        assertThat(page.locator("#facet-label .include").first()).isFocused();
        page.locator("#facet-country .exclude").first().click();
        assertThat(page.locator(".chip.unwanted")).hasCount(1);
        page.goBack();
        assertThat(page.locator("#count")).hasText("30 postings");
        page.locator(".chip").first().click();
        assertThat(page.locator("#count")).hasText("59 postings");
        assertThat(complaints).isEmpty();
    }

    @Test
    void searchesWithTheConditionsThatAreChosen() {
        var page = wide();
        page.navigate(address("/"));
        page.locator("#facet-label .include").first().click();
        assertThat(page.locator(".chip")).hasCount(1);
        page.locator("#q").fill("kubernetes");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(address("/?q=kubernetes&label=technical"));
        assertThat(page.locator(".row")).hasCount(8);
        assertThat(page.locator(".row .snippet b").first()).hasText("Kubernetes");
    }

    @Test
    void goesThroughTheListByKeyboard() {
        var page = wide();
        page.navigate(address("/"));
        page.keyboard().press("j");
        assertThat(page.locator("#p2 .title")).isFocused();
        assertThat(page.locator("#preview h2 a")).hasText("Project Manager, Store Openings");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("#p2 .title")).isFocused();
        page.keyboard().press("s");
        assertThat(page.locator("#p2 .stage")).hasText("saved on 22 Nov 2026");
        assertThat(page.locator("#announce")).hasText("saved on 22 Nov 2026");
        page.keyboard().press("h");
        assertThat(page.locator("#p2 .where")).isHidden();
        assertThat(page.locator("#announce")).hasText("Hidden");
        page.keyboard().press("h");
        assertThat(page.locator("#p2 .where")).isVisible();
        assertThat(page.locator("#p2 .title")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        accessible(page);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
        page.locator("#p2 .title").focus();
        page.keyboard().press("o");
        assertThat(page).hasURL(address("/postings/2"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void reachesEverythingByTabAlone() {
        var page = wide();
        page.navigate(address("/"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#q")).isFocused();
        page.locator("#facet-label .include").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#count")).hasText("30 postings");
    }

    @Test
    void leadsFromTheArithmeticToTheText() {
        var page = wide();
        page.navigate(address("/postings/1"));
        page.locator(".quote").nth(1).click();
        assertThat(page).hasURL(address("/postings/1#e2"));
        assertThat(page.evaluate("document.querySelector('.anchor:target + mark').textContent"))
                .isEqualTo("Hands-on experience with Kubernetes and at least one public cloud");
    }

    @Test
    void switchesColoursAndRemembers() {
        var page = wide();
        page.navigate(address("/feeds"));
        page.waitForResponse(
                "**/settings/theme", () -> page.locator(".theme button").click());
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate(address("/"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void updatesProgressInItsPlace() {
        var page = wide();
        page.navigate(address("/"));
        assertThat(page.locator("#progress")).containsText("Reading feeds: 5 of 7");
        var before = page.locator("#search").boundingBox();
        log.going = false;
        assertThat(page.locator("#progress")).containsText("Feeds tried: 7 of 7");
        assertThat(page.locator("#search").boundingBox().y).isEqualTo(before.y);
    }

    @Test
    void fillsAnEmptyPageByItself() {
        postings.hold(List.of());
        var page = wide();
        page.navigate(address("/"));
        assertThat(page.locator(".nothing")).containsText("on their way");
        postings.hold(InventedPostings.all());
        assertThat(page.locator(".row").first()).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void narrowsOnAPhone() {
        var page = open(NARROW, ColorScheme.LIGHT, true);
        page.navigate(address("/"));
        assertThat(page.locator("#facets")).isHidden();
        page.locator(".narrow").click();
        assertThat(page.locator("#facets")).isVisible();
        shoot(page, "sheet-390-light");
        accessible(page);
        page.locator("#facet-label .include").first().tap();
        assertThat(page.locator("#count")).hasText("30 postings");
        assertThat(page.locator("#facets")).isHidden();
        page.locator(".row .title").first().tap();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page).hasURL(address("/postings/1"));
    }

    @Test
    void offersTargetsOfAThumbOnAPhone() {
        var page = open(NARROW, ColorScheme.LIGHT, true);
        page.navigate(address("/"));
        var small = page.evaluate("""
                () => [...document.querySelectorAll('button, .bar a, .sorts a, .chip, .paging a, #q')]
                    .filter((one) => one.checkVisibility() && !one.closest('#facets:not(:popover-open)'))
                    .map((one) => [one.className || one.id || one.textContent.trim(), one.getBoundingClientRect()])
                    .filter(([, box]) => box.height && (box.height < 43.5 || box.width < 24))
                    .map(([name, box]) => name + ' ' + box.width + 'x' + box.height)""");
        assertThat((List<?>) small).isEmpty();
    }

    @Test
    void worksWithoutScripts() {
        var page = open(WIDE, ColorScheme.LIGHT, false);
        page.navigate(address("/"));
        page.locator("#facet-label .include").first().click();
        assertThat(page.locator("#count")).hasText("30 postings");
        page.locator("#q").fill("kubernetes");
        page.locator(".query button").click();
        assertThat(page.locator("#count")).hasText("8 postings");
        page.locator(".chip").first().click();
        page.locator(".row .title").first().click();
        assertThat(page.locator("mark.evidence").first()).isVisible();
        page.locator(".theme button").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate(address("/feeds/northwind"));
        page.getByText("Read now").click();
        assertThat(page.locator(".notice")).containsText("Northwind Labs careers is read");
        assertThat(feeds.readNow).contains("northwind");
    }

    @Test
    void keepsStylesAndScriptsSmall() {
        var page = wide();
        var bytes = new ArrayList<Integer>();
        page.onResponse(response -> {
            if (response.url().matches(".*\\.(css|js)$")) bytes.add(response.body().length);
        });
        page.navigate(address("/"));
        assertThat(bytes).hasSize(3);
        assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(150 * 1024);
    }
}
