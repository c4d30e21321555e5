package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a Chromium on this machine; tests of pages are skipped, with a printed reason, where there is none.
final class Browsers {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = axe();

    private static @Nullable Browser shared;

    private Browsers() {}

    /// One for all tests of this process, which use it one after the other; it ends with the process.
    static Browser shared() {
        var program = chromium();
        if (shared == null) shared = launch(program);
        return shared;
    }

    private static Browser launch(Path program) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    private static Path chromium() {
        var found = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isPresent()) return found.get();
        var reason = "No Chromium was found. Install one, or name it in the variable CHROMIUM.";
        if (Boolean.parseBoolean(System.getenv("PMRADAR_REQUIRE_BROWSER"))) fail(reason);
        System.out.println("Browser tests are skipped: " + reason);
        return abort(reason);
    }

    /// What is wider than its screen, in pixels, is not there.
    static void fits(Page page) {
        var beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) beyond).intValue()).as("pixels beyond the screen").isLessThanOrEqualTo(0);
    }

    /// Breaks no rule of accessibility: WCAG 2.2 AA and good practice, by axe. It runs in the page itself and tells
    /// only what is wrong: its builder opens another page and carries all that is right there and back, which took
    /// most of the time.
    static void accessible(Page page) {
        page.evaluate(AXE);
        var wrong = page.evaluate("""
                async (rules) => (await axe.run(document, {
                        runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})).violations
                    .map((rule) => rule.id + ': ' + rule.nodes.slice(0, 3)
                        .map((node) => node.html + ' ' + node.failureSummary).join(', '))""", RULES);
        assertThat((List<?>) wrong).isEmpty();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return "if (!window.axe) {" + new String(script.readAllBytes(), StandardCharsets.UTF_8) + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
