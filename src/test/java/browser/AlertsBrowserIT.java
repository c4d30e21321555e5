package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import pmradar.alert.Digest;
import pmradar.alert.ToldBefore;
import preview.PreviewApplication;

/// Saved searches in a browser: by keyboard, and by thumb.
class AlertsBrowserIT extends Visit {

    /// What a thumb must hit; links within a sentence are as high as the sentence.
    private static final String SMALL = """
            [...document.querySelectorAll('main button, main select, main input:not([type=hidden]), main .inbox a')]
                .map(it => it.type === 'checkbox' ? it.closest('label') : it)
                .filter(it => it.offsetParent !== null && it.getBoundingClientRect().height < 43.5)
                .map(it => it.outerHTML.slice(0, 80) + ' ' + it.getBoundingClientRect().height)
            """;

    @Autowired
    ToldBefore told;

    private long save(Page page) {
        page.navigate(address("/alerts/new?q=kubernetes"));
        page.locator("#name").fill("Kubernetes roles");
        page.locator(".alert-form button").click();
        assertThat(page.locator(".notice")).containsText("Saved");
        return Long.parseLong(page.url().replaceAll("^.*/alerts/(\\d+).*$", "$1"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void showsWhatIsToldWithoutASearch(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address("/alerts"));
        good(page, "alerts-standing-unset-" + look);
        page.locator(".standing button").last().click();
        good(page, "alert-feeds-" + look);
        long feeds = Long.parseLong(page.url().replaceAll("\\D*\\d+/alerts/", ""));
        page.navigate(address("/alerts"));
        page.locator(".standing button").first().click();
        good(page, "alert-own-" + look);
        var digest = told.notice(
                feeds,
                PreviewApplication.NOW,
                new Digest.Notice("Remote Circle has moved or closed", "It answered with a web page.", "/feeds/x"));
        page.navigate(address("/alerts"));
        good(page, "alerts-standing-" + look);
        page.navigate(address("/alerts/digests/" + digest.id()));
        good(page, "digest-feeds-" + look);
        assertThat(complaints).isEmpty();
    }

    @Test
    void savesChangesAndReadsByKeyboardAlone() {
        var page = wide();
        page.navigate(address("/?q=kubernetes"));
        page.locator(".save-alert").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#would ~ p").first()).containsText("in the last week");
        page.locator("#name").focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Typed");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Typed");
        page.locator("#pace").focus();
        page.keyboard().type("once a week");
        page.locator("#at").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".lead")).containsText("weekly at 08:00");
        long id = Long.parseLong(page.url().replaceAll("^.*/alerts/(\\d+).*$", "$1"));
        told.tell(id, PreviewApplication.NOW, List.of(ToldBefore.line(1, "Told")), List.of());
        page.navigate(address("/alerts"));
        page.locator(".inbox button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).hasText("Marked as read.");
        assertThat(complaints).isEmpty();
    }

    @Test
    void canBeHitByAThumb() {
        var page = narrow();
        var id = save(page);
        page.locator("#address").fill("https://hooks.example.org/here");
        page.locator("#channel").selectOption("webhook");
        page.locator("#address ~ button").click();
        var digest = told.tell(id, PreviewApplication.NOW, List.of(ToldBefore.line(1, "Told")), List.of());
        for (var path :
                List.of("/alerts", "/alerts/" + id, "/alerts/new?q=kubernetes", "/alerts/digests/" + digest.id())) {
            page.navigate(address(path));
            assertThat((List<?>) page.evaluate(SMALL)).as(path).isEmpty();
        }
    }
}
