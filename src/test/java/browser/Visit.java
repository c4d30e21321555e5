package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import preview.HeldCorrections;
import preview.HeldFeeds;
import preview.HeldPostings;
import preview.HeldReadLog;
import preview.HeldRules;
import preview.InventedPostings;
import preview.PreviewApplication;

/// What all visits to the pages have in common: one browser and one server, a window of its own for each test, and what
/// a good page is. Afterwards everything is as before.
@SpringBootTest(classes = PreviewApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Visit {

    static final int NARROW = 390;
    static final int WIDE = 1440;
    static final Path SHOTS = Path.of("target", "screenshots");

    /// Milliseconds until something must be seen: a busy machine is slow, and not wrong.
    private static final double PATIENCE = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    HeldPostings postings;

    @Autowired
    HeldFeeds feeds;

    @Autowired
    HeldReadLog log;

    @Autowired
    HeldCorrections corrections;

    @Autowired
    HeldRules rules;

    @Autowired
    JdbcClient jdbc;

    /// What the page complained of: errors of scripts, and requests to elsewhere.
    final List<String> complaints = new ArrayList<>();

    private Browser browser;
    private BrowserContext context;

    @BeforeAll
    void start() {
        browser = Browsers.shared();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterEach
    void asBefore() {
        if (context != null) context.close();
        corrections.clear();
        postings.hold(InventedPostings.all());
        rules.added().forEach(rules::remove);
        feeds.samples = true;
        log.going = true;
        PreviewApplication.forgetPeoplesThings(jdbc);
    }

    Page open(int width, ColorScheme scheme, boolean scripts) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 844 : 900)
                .setColorScheme(scheme)
                .setHasTouch(width == NARROW)
                .setJavaScriptEnabled(scripts));
        complaints.clear();
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !leftBehind(message.text())) complaints.add(message.text());
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

    /// What a page had asked for and needs no more, because somebody has gone on: a suggestion, for instance. A request
    /// that fails says `htmx:sendError` as well.
    private static boolean leftBehind(String complaint) {
        return complaint.startsWith("htmx:sendAbort,") || complaint.startsWith("htmx:afterRequest,");
    }

    Page wide() {
        return open(WIDE, ColorScheme.LIGHT, true);
    }

    Page narrow() {
        return open(NARROW, ColorScheme.LIGHT, true);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /// Narrow and dark, wide and light: colours and widths have nothing to do with each other. All four with
    /// `-Dpmradar.screens=all`.
    static Stream<Arguments> screens() {
        if (!"all".equals(System.getProperty("pmradar.screens")))
            return Stream.of(Arguments.of(NARROW, ColorScheme.DARK), Arguments.of(WIDE, ColorScheme.LIGHT));
        return Stream.of(NARROW, WIDE)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(width, scheme)));
    }

    /// How the screen is called in the names of pictures.
    static String look(int width, ColorScheme scheme) {
        return "%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
    }

    /// A good page fits its screen and breaks no rule of accessibility (WCAG 2.2 AA, by axe). Leaves a picture.
    static void good(Page page, String name) {
        shoot(page, name);
        fits(page);
        accessibleByTurns(page);
    }

    /// Both widths and both schemes once each, narrow and dark, wide and light: the same page four times costs minutes
    /// and finds nothing more.
    static void accessibleByTurns(Page page) {
        var narrow = page.viewportSize().width == NARROW;
        var dark = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        if (narrow == dark) accessible(page);
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    static void fits(Page page) {
        Browsers.fits(page);
    }

    static void accessible(Page page) {
        Browsers.accessible(page);
    }
}
