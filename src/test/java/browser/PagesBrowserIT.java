package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import pmradar.alert.Channel;
import pmradar.alert.ToldBefore;
import pmradar.alert.Unsubscribing;
import preview.InventedPostings;
import preview.PreviewApplication;

/// Each page as a person meets it: narrow and wide, light and dark, by keyboard, and without scripts.
class PagesBrowserIT extends Visit {

    @Autowired
    ToldBefore told;

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
                "feed-add /feeds/add",
                "blocked /blocked",
                "not-there /nowhere");
        return pages.stream()
                .map(page -> page.split(" "))
                .flatMap(page ->
                        screens().map(screen -> Arguments.of(page[0], page[1], screen.get()[0], screen.get()[1])));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("pages")
    void isAccessibleAndFitsItsScreen(String name, String path, int width, ColorScheme scheme) {
        var page = open(width, scheme, true);
        page.navigate(address(path));
        shoot(page, name + "-" + look(width, scheme));
        fits(page);
        accessibleByTurns(page);
        complaints.removeIf(complaint -> name.equals("not-there") && complaint.contains("404"));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "empty {0} {1}")
    @MethodSource("screens")
    void isAccessibleWithNothingAndWithOne(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        postings.hold(List.of());
        page.navigate(address("/"));
        shoot(page, "empty-going-" + look);
        accessibleByTurns(page);
        log.going = false;
        feeds.samples = false;
        page.navigate(address("/"));
        shoot(page, "empty-" + look);
        accessibleByTurns(page);
        postings.hold(InventedPostings.all().subList(2, 3));
        page.navigate(address("/"));
        shoot(page, "one-" + look);
        fits(page);
        accessibleByTurns(page);
    }

    @ParameterizedTest(name = "alerts {0} {1}")
    @MethodSource("screens")
    void showsSavedSearchesAndWhatTheyTold(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/alerts"));
        good(page, "alerts-empty-" + look);
        page.navigate(address("/?q=kubernetes"));
        page.locator(".save-alert").click();
        good(page, "alert-new-" + look);
        page.locator("#name").fill("Kubernetes roles in places with very long names");
        page.locator(".alert-form button").click();
        page.locator("#address").fill("https://hooks.example.org/" + "long".repeat(20));
        page.locator("#channel").selectOption("webhook");
        page.locator("#address ~ button").click();
        assertThat(page.locator(".notice code").first()).isVisible();
        var id = Long.parseLong(page.url().replaceAll("^.*/alerts/(\\d+).*$", "$1"));
        var line = ToldBefore.line(1, "Senior Technical Project Manager, Payments");
        var digest = told.tell(id, PreviewApplication.NOW, List.of(line, line), List.of());
        good(page, "alert-secret-" + look);
        page.navigate(address("/alerts/" + id));
        good(page, "alert-" + look);
        page.navigate(address("/alerts"));
        good(page, "alerts-" + look);
        page.navigate(address("/alerts/digests/" + digest.id()));
        good(page, "digest-" + look);
        page.navigate(address(jdbc.sql("select id, secret from alert_destination")
                .query((row, _) -> Unsubscribing.path(
                        new Channel.Destination(row.getLong("id"), "webhook", "", row.getString("secret"))))
                .single()));
        good(page, "unsubscribe-" + look);
        page.locator("main button").click();
        assertThat(page.locator("main")).containsText("PM Radar no longer sends");
        assertThat(complaints).isEmpty();
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
        page.locator(".sheet-head button").tap();
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
