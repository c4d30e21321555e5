package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Trends as a person looks at them, points into them, and has them sent.
class TrendsBrowserIT extends Visit {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void showsFiguresOnEveryScreen(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/trends?against=kubernetes"));
        assertThat(page.locator("#figure-open svg.chart")).isVisible();
        page.locator("#figure-demand summary").click();
        good(page, "trends-" + look);
        page.locator("#figure-share").scrollIntoViewIfNeeded();
        shoot(page, "trends-figures-" + look);
        page.locator("#figure-employers").scrollIntoViewIfNeeded();
        shoot(page, "trends-bars-" + look);
        page.navigate(address("/trends/postings?figure=open&row=2025-11-01&column=0"));
        good(page, "trends-postings-" + look);
        page.navigate(address("/trends/reports"));
        good(page, "reports-" + look);
        assertThat(complaints).isEmpty();
    }

    @Test
    void drawsInTheColoursOfThePage() {
        var dark = open(WIDE, ColorScheme.DARK, true);
        dark.navigate(address("/trends"));
        assertThat(dark.evaluate("getComputedStyle(document.querySelector('#figure-open .stroke-technical')).stroke"))
                .isEqualTo("rgb(147, 180, 255)");
        assertThat(dark.evaluate("getComputedStyle(document.querySelector('.chart .tip')).visibility"))
                .isEqualTo("hidden");
    }

    @Test
    void isPointedIntoByKeyboard() {
        var page = wide();
        page.navigate(address("/trends"));
        var first = page.locator("#figure-open a.point").first();
        first.focus();
        assertThat(first.locator(".tip")).isVisible();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#figure-open a.point[data-row='1'][data-column='0']"))
                .isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#figure-open a.point[data-row='1'][data-column='1']"))
                .isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator("#count")).containsText("postings");
        page.locator(".lines a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void isPointedIntoByHand() {
        var page = wide();
        page.navigate(address("/trends"));
        var point = page.locator("#figure-demand a.point").first();
        point.hover();
        assertThat(point).hasAttribute("aria-label", "Kubernetes, must: 31% (27 to 35%), 310 postings");
        point.click();
        assertThat(page.locator(".lead")).containsText("Kubernetes, must");
    }

    @Test
    void worksWithoutScripts() {
        var page = open(WIDE, ColorScheme.LIGHT, false);
        page.navigate(address("/trends"));
        page.locator("#q").fill("budget");
        page.locator("#grain").selectOption("week");
        page.locator(".question button").click();
        assertThat(page.locator("#understood")).containsText("must contain budget");
        assertThat(page.locator("#figure-open svg.chart")).isVisible();
        page.locator("#figure-open summary").click();
        page.locator("#figure-open td a").first().click();
        assertThat(page.locator("#count")).containsText("postings");
        page.goBack();
        page.locator(".question .sorts a").first().click();
        assertThat(page.locator(".question [aria-current]")).hasText("3 months");
        page.locator(".take-along a").last().click();
        page.locator("#address").fill("anna");
        page.locator("#channel").selectOption("held");
        page.locator("#new ~ form button").click();
        assertThat(page.locator(".notice")).containsText("It will come.");
        page.getByText("Remove").click();
        page.getByText("Undo").click();
        assertThat(page.locator(".notice")).containsText("It is back.");
    }

    @Test
    void fitsAtTwiceTheSize() {
        var page = open(720, ColorScheme.LIGHT, true);
        for (var path : new String[] {"/trends", "/trends/postings?figure=open&row=2025-11-01", "/trends/reports"}) {
            page.navigate(address(path));
            fits(page);
        }
    }

    @Test
    void loadsItsOwnScriptAndNothingLarge() {
        var page = wide();
        var bytes = new ArrayList<Integer>();
        page.onResponse(response -> {
            if (response.url().matches(".*\\.(css|js)$")) bytes.add(response.body().length);
        });
        page.navigate(address("/trends"));
        assertThat(bytes).hasSize(4);
        assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(150 * 1024);
    }
}
