package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import pmradar.account.Accounts;
import pmradar.alert.Channel;
import pmradar.alert.Destinations;
import pmradar.alert.HeldChannel;
import pmradar.alert.SavedSearches;
import pmradar.alert.Schedule;
import pmradar.alert.ToldBefore;
import pmradar.alert.Unsubscribing;
import pmradar.alert.Wishes;
import pmradar.search.Criteria;
import preview.PreviewApplication;

/// The link in a message, opened where nobody is signed in.
@TestPropertySource(
        properties = {
            "pmradar.access=accounts",
            "server.address=0.0.0.0",
            "PMRADAR_OWNER_PASSWORD=four plain quiet words"
        })
class UnsubscribeBrowserIT extends Visit {

    private static final String WHERE = "someone.with-a-very-long-name@department.of-long-names.example.org";

    @Autowired
    Accounts accounts;

    @Autowired
    SavedSearches searches;

    @Autowired
    Destinations destinations;

    @Autowired
    ToldBefore told;

    @Autowired
    HeldChannel channel;

    private long search;
    private String link = "";

    @BeforeEach
    void isSent() {
        long owner = accounts.named("owner").orElseThrow().id();
        var order = new SavedSearches.Order(
                "Kubernetes roles",
                new Criteria("kubernetes", List.of(), Criteria.Sort.NEWEST),
                Schedule.atOnce(ZoneOffset.UTC),
                Wishes.DEFAULT);
        search = searches.save(owner, order, PreviewApplication.NOW).id();
        link = destination(owner, WHERE);
        destination(owner, "elsewhere");
        channel.sent.clear();
    }

    private String destination(long owner, String where) {
        var added = destinations.add(owner, search, "held", where).orElseThrow();
        return Unsubscribing.path(new Channel.Destination(added.entry().id(), "held", where, added.secret()));
    }

    private Optional<String> ended(String where) {
        return jdbc.sql("select ended from alert_destination where address = ?")
                .param(where)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("document.activeElement.textContent.trim()").equals(words)) return;
        }
        throw new AssertionError("No key leads to " + words);
    }

    @ParameterizedTest(name = "unsubscribe {0} {1}")
    @MethodSource("screens")
    void endsOneDestinationByItsLinkAloneAndByKeyboard(int width, ColorScheme scheme) {
        var look = look(width, scheme);
        var page = open(width, scheme, true);
        page.navigate(address(link));
        assertThat(page).hasURL(address(link));
        assertThat(page.locator("main")).containsText("Stop sending “Kubernetes roles” to " + WHERE + "?");
        good(page, "unsubscribe-" + look);
        page.reload();
        assertThat(ended(WHERE)).as("looking changes nothing").isEmpty();
        tabTo(page, "Stop");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first())
                .containsText("Done. PM Radar no longer sends “Kubernetes roles” to " + WHERE + ".");
        assertThat(page.locator("main button")).hasCount(0);
        good(page, "unsubscribed-" + look);
        assertThat(ended(WHERE)).hasValue("unsubscribed by the link in a message");
        assertThat(ended("elsewhere")).as("the link is good for one").isEmpty();
        page.navigate(address(link));
        assertThat(page.locator("main")).containsText("PM Radar no longer sends");
        assertThat(page.locator("main button")).hasCount(0);
        assertThat(complaints).isEmpty();
        told.tell(search, PreviewApplication.NOW, List.of(ToldBefore.line(1, "Told after it")), List.of());
        told.deliver(PreviewApplication.NOW);
        assertThat(channel.sent).extracting(HeldChannel.Sent::address).containsExactly("elsewhere");
    }

    @Test
    void needsNoScripts() {
        var page = open(NARROW, ColorScheme.LIGHT, false);
        page.navigate(address(link));
        page.locator("main button").click();
        assertThat(page.locator("main")).containsText("PM Radar no longer sends");
        assertThat(ended(WHERE)).isPresent();
        assertThat(complaints).isEmpty();
    }

    @Test
    void refusesALinkThatWasCutOff() {
        var page = wide();
        page.navigate(address(link.substring(0, link.length() - 1)));
        assertThat(page.locator("main")).containsText("This link is not good. It may have been cut off on its way.");
        assertThat(page.locator("main button")).hasCount(0);
        assertThat(ended(WHERE)).isEmpty();
    }
}
