package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pmradar.journey.PmRadarProcess;

/// What a new user sees: the packaged program without a network, from the empty start to marked evidence.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstMinutesBrowserIT {
    private static final Path SHOTS = Path.of("target", "screenshots");

    /// One feed that cannot be reached: as on a machine without a network, without waiting for each feed to fail.
    private static final String[] NO_NETWORK = {
        "--pmradar.feed.feeds[0].id=out-of-reach",
        "--pmradar.feed.feeds[0].type=rss",
        "--pmradar.feed.feeds[0].at=https://feeds.invalid/jobs.rss",
        "--pmradar.feed.feeds[0].name=Out of reach"
    };

    private PmRadarProcess server;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        browser = Browsers.shared();
        server = PmRadarProcess.serve(folder, NO_NETWORK);
    }

    @AfterAll
    void stop() {
        if (server != null) server.close();
    }

    @ParameterizedTest
    @MethodSource("browser.Visit#screens")
    void leadsFromTheFirstPageToMarkedEvidence(int width, ColorScheme scheme) {
        await().atMost(120, SECONDS)
                .pollInterval(1, SECONDS)
                .until(() -> server.api("/postings?label=technical")
                                        .path("total")
                                        .asInt()
                                > 50
                        && server.api("/postings?label=general").path("total").asInt() > 50);
        var name = "%d-%s".formatted(width, scheme.name().toLowerCase());
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            var page = context.newPage();
            page.navigate(server.url("/"));
            assertThat(page.locator("body")).containsText("samples");
            shoot(page, "first-" + name);

            page.locator("#q").fill("requires:kubernetes");
            page.locator("#q").press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*q=requires.*"));
            page.navigate(server.url("/?label=technical"));
            shoot(page, "technical-" + name);

            page.navigate(server.url("/postings/" + mostTechnical()));
            assertThat(page.locator(".evidence.s, mark").first()).isVisible();
            assertThat(page.locator("body")).containsText("technical");
            shoot(page, "posting-" + name);

            page.navigate(server.url("/feeds"));
            assertThat(page.locator("body")).containsText("sample");
            shoot(page, "feeds-" + name);
        }
    }

    private String mostTechnical() {
        var first = server.api("/postings?label=technical&sort=score&size=1")
                .path("postings")
                .path(0);
        assertThat(first.path("score").asInt()).isGreaterThanOrEqualTo(25);
        return first.path("id").asString();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve("real-" + name + ".png"))
                .setFullPage(false));
    }
}
