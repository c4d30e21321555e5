package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import pmradar.account.Account;
import pmradar.posting.PostingId;
import pmradar.pursuit.NextStep;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Stage;
import pmradar.pursuit.Step;

/// What a person does about postings, in a browser: on rows, on the board and on a posting's page.
class MineBrowserIT extends Visit {

    private static final long OWNER = Account.LOCAL_OWNER.id();

    @Autowired
    Pursuits pursuits;

    @Autowired
    Clock clock;

    private Pursuit step(long posting, Stage stage, String on, String note) {
        var known = postings.find(new PostingId(posting)).orElseThrow();
        return pursuits.note(OWNER, known, Step.of(stage, LocalDate.parse(on), note, clock.instant()));
    }

    /// Something in each column, with all that a card can say.
    private void busy() {
        step(1, Stage.SAVED, "2026-11-22", "");
        step(60, Stage.SAVED, "2026-11-20", "unbroken" + "words".repeat(40));
        step(3, Stage.APPLIED, "2026-11-12", "Sent by mail, with the short CV. They answer in two weeks.");
        step(14, Stage.APPLIED, "2026-11-01", "");
        var interview = step(4, Stage.INTERVIEW, "2026-11-18", "Talked to the head of delivery.");
        pursuits.next(
                OWNER, interview.id(), new NextStep(LocalDate.parse("2026-11-22"), "send the plan"), clock.instant());
        step(7, Stage.OFFER, "2026-11-21", "");
        step(8, Stage.REJECTED, "2026-11-15", "Somebody from inside.");
        pursuits.hide(OWNER, postings.find(new PostingId(2)).orElseThrow(), clock.instant());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void isAccessibleAndFitsItsScreen(int width, ColorScheme scheme) {
        busy();
        var page = open(width, scheme, true);
        page.setViewportSize(
                width, 900); // else the bar that stays on top covers half of something when it is scrolled to
        var look = look(width, scheme);
        for (var name :
                List.of("mine /mine", "mine-hidden /mine?show=hidden", "mine-all /mine?show=all", "mine-list /")) {
            page.navigate(address(name.split(" ")[1]));
            picture(page, name.split(" ")[0] + "-" + look);
            fits(page);
            accessible(page);
        }
        page.navigate(address("/mine"));
        page.locator("#board details summary").first().click();
        picture(page, "mine-open-" + look);
        fits(page);
        accessible(page);
        page.navigate(address("/postings/3"));
        page.locator("#mine").scrollIntoViewIfNeeded();
        picture(page, "mine-posting-" + look);
        fits(page);
        accessible(page);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(!name.contains("list") && !name.contains("posting")));
    }

    @Test
    void savesAndHidesInPlaceAndKeepsItOnTheServer() {
        var page = open(WIDE, ColorScheme.LIGHT, true);
        page.navigate(address("/"));
        page.locator("#p2 [data-key=s]").click();
        assertThat(page.locator("#p2 .stage")).hasText("saved on 22 Nov 2026");
        assertThat(page.locator("#s2")).isFocused();
        page.locator("#p3 [data-key=h]").click();
        assertThat(page.locator("#p3 .where")).isHidden();
        assertThat(page.locator("#h3")).containsText("Undo");
        page.locator("#h3").click();
        assertThat(page.locator("#p3 .where")).isVisible();
        page.locator("#p3 [data-key=h]").click();
        assertThat(page.locator("#h3")).containsText("Undo");
        page.reload();
        assertThat(page.locator("#p3")).hasCount(0);
        assertThat(page.locator("#count")).hasText("58 postings");
        assertThat(page.locator("#p2 .stage")).hasText("saved on 22 Nov 2026");
        page.locator(".left-out a").click();
        assertThat(page.locator("#count")).hasText("59 postings");
        assertThat(page.locator("#p3 .gone-from")).hasText("hidden");
    }

    @Test
    void shadesWhatWasOpened() {
        var page = open(WIDE, ColorScheme.LIGHT, true);
        page.navigate(address("/"));
        page.waitForResponse("**/postings/4/seen", () -> page.navigate(address("/postings/4")));
        page.navigate(address("/"));
        assertThat(page.locator("#mine4")).hasClass(Pattern.compile("was-seen"));
        assertThat(page.locator("#mine1")).not().hasClass(Pattern.compile("was-seen"));
        page.waitForResponse(
                "**/postings/6/seen", () -> page.locator("#p6 .title").click());
        assertThat(page.locator("#mine6")).hasClass(Pattern.compile("was-seen"));
    }

    @Test
    void movesAlongTheBoardByButtons() {
        busy();
        var page = open(WIDE, ColorScheme.LIGHT, true);
        page.navigate(address("/mine"));
        var saved = column(page, "Saved").locator(".card", new Locator.LocatorOptions().setHasText("Payments"));
        saved.locator(".act > form button").click();
        assertThat(column(page, "Applied").locator(".card")).hasCount(3);
        assertThat(page).hasURL(address("/mine"));
        var card = column(page, "Applied").locator(".card", new Locator.LocatorOptions().setHasText("Payments"));
        card.locator(".act > details > summary").click();
        card.locator(".step select").selectOption("interview");
        card.locator(".step input[type=date]").fill("2026-11-30");
        card.locator(".step textarea").fill("by video");
        card.locator(".step button").click();
        var moved = column(page, "Interview").locator(".card", new Locator.LocatorOptions().setHasText("Payments"));
        assertThat(moved).containsText("interview on 30 Nov 2026");
        assertThat(moved).containsText("by video");
    }

    private static Locator column(Page page, String name) {
        return page.locator(
                ".board section", new Page.LocatorOptions().setHas(page.locator("h2:has-text('" + name + "')")));
    }

    @Test
    void worksWithoutScripts() {
        var page = open(NARROW, ColorScheme.LIGHT, false);
        page.navigate(address("/?q=budget"));
        page.locator("#p3 button[value=hide]").click();
        assertThat(page.locator(".undone")).containsText("Hidden: Programme Manager ERP Roll-out");
        assertThat(page).hasURL(Pattern.compile(".*/\\?q=budget#p3"));
        page.locator(".undone button").click();
        assertThat(page.locator("#p3")).isVisible();
        page.locator("#p3 button[value=applied]").click();
        page.locator("#p3 .stage a").click();
        assertThat(page.locator(".card")).containsText("applied on 22 Nov 2026");
        page.locator(".card .act > form button").click();
        assertThat(column(page, "Interview").locator(".card")).hasCount(1);
        page.navigate(address("/postings/3"));
        page.locator("#mine .step textarea").fill("Ask for the day");
        page.locator("#mine .step select").selectOption("note");
        page.locator("#mine .step button").click();
        assertThat(page.locator("#mine .steps")).containsText("Ask for the day");
        page.locator("#mine .steps summary").first().click();
        page.locator("#mine .steps button[value=remove]").first().click();
        assertThat(page.locator("#mine .steps")).not().containsText("Ask for the day");
    }

    @Test
    void changesAPostingsHistoryInPlace() {
        var page = open(WIDE, ColorScheme.LIGHT, true);
        page.navigate(address("/postings/3"));
        page.evaluate("window.same = true");
        page.locator("#mine .quick button[value=save]").click();
        assertThat(page.locator("#mine .quick .stage")).hasText("saved on 22 Nov 2026");
        page.locator("#mine .next input[type=date]").fill("2026-12-01");
        page.locator("#mine .next input[name=note]").fill("apply");
        page.locator("#mine .next button[value=next]").click();
        assertThat(page.locator("#mine .next button[value=no-next]")).isVisible();
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        assertThat(page).hasURL(address("/postings/3"));
    }
}
