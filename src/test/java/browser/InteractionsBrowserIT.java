package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a page does while it is used: suggests, keeps its place, stands still, is shared and printed.
class InteractionsBrowserIT extends Visit {

    @Test
    void suggestsWhileSomebodyTypes() {
        var page = wide();
        page.navigate(address("/"));
        var box = page.locator("#q");
        box.pressSequentially("budget kub");
        assertThat(page.locator("#suggestions [role=option]")).hasCount(1);
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#announce")).hasText("1 suggestion");
        accessible(page);
        shoot(page, "suggestions-1440-light");
        box.press("Escape");
        assertThat(page.locator("#suggestions")).isHidden();
        assertThat(box).isFocused();
        assertThat(box).hasValue("budget kub");
        box.press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "suggestion-0");
        box.press("ArrowUp");
        assertThat(box).not().hasAttribute("aria-activedescendant", "suggestion-0");
        box.press("ArrowDown");
        box.press("Enter");
        assertThat(box).hasValue("budget skill:Kubernetes");
        assertThat(page).hasURL(address("/?q=budget%20skill%3AKubernetes"));
        assertThat(page.locator("#suggestions")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void takesASuggestionByHandAndOffersWhatWasMeant() {
        var page = narrow();
        page.navigate(address("/"));
        page.locator("#q").pressSequentially("fjor");
        page.locator("#suggestions [role=option]").first().tap();
        assertThat(page.locator("#q")).hasValue("company:Fjordbank");
        page.locator("#q").fill("kuberntes");
        page.locator("#q").press("Enter");
        page.locator(".better a").tap();
        assertThat(page.locator("#count")).hasText("8 postings");
        assertThat(page).hasURL(address("/?q=kubernetes"));
    }

    /// Sums what the browser itself counts as shifts of the layout, also those soon after a click.
    private static final String COUNT_SHIFTS = """
            window.shifts = [];
            new PerformanceObserver((seen) => {
              for (const one of seen.getEntries()) window.shifts.push([one.value, one.hadRecentInput,
                one.sources.map((source) => source.node?.nodeName + '.' + source.node?.className).join(' ')]);
            }).observe({ type: 'layout-shift', buffered: true });""";

    private static final String PLACES =
            "['#facets', '.results', '#preview'].map((one) => document.querySelector(one).getBoundingClientRect().top + scrollY)";

    @Test
    void standsStillWhileItIsUsed() {
        var page = wide();
        page.addInitScript(COUNT_SHIFTS);
        page.navigate(address("/"));
        var before = page.evaluate(PLACES);
        page.locator("#facet-label .include").first().click();
        assertThat(page.locator("#count")).hasText("30 postings");
        page.locator("#facet-country .exclude").first().click();
        assertThat(page.locator(".chip.unwanted")).hasCount(1);
        assertThat(page.evaluate(PLACES)).isEqualTo(before);
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("#preview article")).isVisible();
        var unexpected =
                page.evaluate("window.shifts.filter(([, input]) => !input).reduce((sum, [value]) => sum + value, 0)");
        assertThat(((Number) unexpected).doubleValue())
                .as("cumulative layout shift: " + page.evaluate("JSON.stringify(window.shifts)"))
                .isLessThan(0.01);
    }

    @Test
    void comesBackToTheSamePlaceWithTheSamePosting() {
        var page = wide();
        page.navigate(address("/"));
        for (int i = 0; i < 14; i++) page.keyboard().press("j");
        var chosen = page.locator(".row.selected").getAttribute("data-id");
        assertThat(page).hasURL(Pattern.compile("selected=" + chosen));
        double before = scrolled(page);
        assertThat(before).isPositive();
        page.keyboard().press("o");
        assertThat(page.locator("h1")).isVisible();
        page.goBack();
        assertThat(page.locator("#p" + chosen)).hasClass(Pattern.compile("selected"));
        page.waitForCondition(() -> Math.abs(scrolled(page) - before) < 2);
        assertThat(page.locator("#preview [data-id='" + chosen + "']")).isVisible();
    }

    private static double scrolled(Page page) {
        return ((Number) page.evaluate("scrollY")).doubleValue();
    }

    @Test
    void choosesSeveralInTheSheetOfAPhone() {
        var page = narrow();
        page.navigate(address("/"));
        page.locator(".narrow").tap();
        page.locator("#facet-label .include").first().tap();
        assertThat(page.locator(".sheet-head button")).hasText("Show 30 postings");
        page.locator("#facet-remote .include").first().tap();
        assertThat(page.locator(".chip:not(.clear)")).hasCount(2);
        assertThat(page.locator("#facets")).isVisible();
        page.locator(".sheet-head button").tap();
        assertThat(page.locator("#facets")).isHidden();
    }

    @Test
    void sharesAPostingByItsPlainAddress() {
        var page = wide();
        page.context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
        page.navigate(address("/postings/1?selected=3"));
        page.locator("#copy").click();
        assertThat(page.locator("#copy")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(address("/postings/1"));
        assertThat(page.locator("link[rel=canonical]")).hasAttribute("href", address("/postings/1"));
    }

    @Test
    void printsThePostingWithItsEvidenceAndNothingElse() {
        var page = open(WIDE, ColorScheme.DARK, true);
        page.navigate(address("/postings/1"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var gone : new String[] {".bar", ".foot", ".samples", ".actions", "#corrections", ".similar"})
            assertThat(page.locator(gone)).isHidden();
        for (var there : new String[] {"h1", ".arithmetic", ".text-side", ".history"})
            assertThat(page.locator(there)).isVisible();
        assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
        shoot(page, "printed");
    }

    @Test
    void showsTheTextBesideTheArithmetic() {
        var page = wide();
        page.navigate(address("/postings/1"));
        var why = page.locator(".arithmetic").boundingBox();
        var text = page.locator(".text-side .body").boundingBox();
        assertThat(why.x).isGreaterThan(text.x + text.width - 1);
        page.locator(".quote").last().click();
        page.mouse().wheel(0, 300);
        assertThat(page.locator(".arithmetic")).isInViewport();
    }

    @Test
    void fitsAtTwiceTheSize() {
        // 1440 pixels at 200 % are 720 of the page's own.
        var page = open(720, ColorScheme.LIGHT, true);
        for (var path :
                new String[] {"/?q=budget&label=technical", "/postings/59", "/postings/60", "/feeds", "/rules"}) {
            page.navigate(address(path));
            fits(page);
        }
    }
}
