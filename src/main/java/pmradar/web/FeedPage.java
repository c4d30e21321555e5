package pmradar.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedState;
import pmradar.feed.Feeds;
import pmradar.feed.KeptAnswers;
import pmradar.feed.Trouble;
import pmradar.ingest.ReadLog;

/// Where postings come from, and how each feed fares.
@Controller
class FeedPage {

    private static final int READINGS = 20;
    private static final int SET_ASIDE = 100;

    /// What needs attention stands first.
    private static final List<String> URGENCY = List.of("failing", "troubled", "reading", "waiting", "new", "well");

    private final Feeds feeds;
    private final ReadLog log;
    private final FeedHealth health;
    private final KeptAnswers kept;
    private final TakingBackIn taking;
    private final ProgressStrip progress;
    private final Clock clock;

    FeedPage(
            Feeds feeds,
            ReadLog log,
            FeedHealth health,
            KeptAnswers kept,
            TakingBackIn taking,
            ProgressStrip progress,
            Clock clock) {
        this.taking = taking;
        this.health = health;
        this.kept = kept;
        this.feeds = feeds;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        var troubles = health.troubles().stream().collect(Collectors.groupingBy(Trouble::feedId));
        var rows = feeds.states().stream()
                .map(state -> view(state, troubles.getOrDefault(state.feed().id(), List.of())))
                .sorted(Comparator.comparingInt((FeedView row) -> URGENCY.indexOf(row.state()))
                        .thenComparing(FeedView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        model.addAttribute("feeds", rows);
        progress.describe(model);
        return "feeds";
    }

    @GetMapping("/feeds/{id}")
    String feed(@PathVariable String id, Model model) {
        var now = clock.instant();
        var state = known(id);
        model.addAttribute("feed", view(state, health.troubles(id)));
        model.addAttribute("health", HealthView.of(health, kept, id, now));
        model.addAttribute(
                "readings",
                log.recent(id, READINGS).stream()
                        .map(read -> FeedView.Read.of(read, now))
                        .toList());
        model.addAttribute(
                "setAside",
                log.setAside(id, SET_ASIDE, null).stream()
                        .map(aside -> FeedView.Aside.of(aside, now))
                        .toList());
        model.addAttribute(
                "takenIn",
                taking.of(id).stream().map(one -> FeedView.TakenIn.of(one, now)).toList());
        return "feed";
    }

    @PostMapping("/feeds/{id}/read")
    String readNow(@PathVariable String id, RedirectAttributes after) {
        var feed = known(id).feed();
        feeds.readNow(id, clock.instant());
        after.addFlashAttribute("notice", "%s is read as soon as its server's pause allows.".formatted(feed.name()));
        return "redirect:/feeds/{id}";
    }

    private FeedState known(String id) {
        return feeds.state(id).orElseThrow(() -> new NotThere("There is no feed with this name."));
    }

    private FeedView view(FeedState state, List<Trouble> troubles) {
        var id = state.feed().id();
        var now = clock.instant();
        return FeedView.of(
                        state,
                        log.last(id).orElse(null),
                        log.progress().reading().contains(id),
                        now)
                .with(troubles, now);
    }
}
