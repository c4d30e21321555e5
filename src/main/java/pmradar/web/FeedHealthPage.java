package pmradar.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.account.CurrentAccount;
import pmradar.feed.FeedHealth;
import pmradar.feed.Feeds;

/// What a person answers to a feed's troubles and to proposals of where it may be now.
@Controller
class FeedHealthPage {
    private static final String BACK = "redirect:/feeds/{id}";

    private final FeedHealth health;
    private final Feeds feeds;
    private final CurrentAccount current;
    private final Clock clock;

    FeedHealthPage(FeedHealth health, Feeds feeds, CurrentAccount current, Clock clock) {
        this.health = health;
        this.feeds = feeds;
        this.current = current;
        this.clock = clock;
    }

    @PostMapping("/feeds/{id}/troubles/{trouble}/acknowledge")
    String acknowledge(@PathVariable String id, @PathVariable long trouble, RedirectAttributes after) {
        found(health.acknowledge(id, trouble, who(), clock.instant()));
        return told(after, "Noted that you know of it. It is shown, but not counted any more.");
    }

    @PostMapping("/feeds/{id}/troubles/{trouble}/unacknowledge")
    String unacknowledge(@PathVariable String id, @PathVariable long trouble, RedirectAttributes after) {
        found(health.unacknowledge(id, trouble));
        return told(after, "It counts again.");
    }

    @PostMapping("/feeds/{id}/proposals/{proposal}/accept")
    String accept(@PathVariable String id, @PathVariable long proposal, RedirectAttributes after) {
        found(health.accept(id, proposal, who(), clock.instant()));
        feeds.readNow(id, clock.instant());
        return told(after, "The feed is read at its new address from now on. Its postings keep their history.");
    }

    @PostMapping("/feeds/{id}/proposals/{proposal}/decline")
    String decline(@PathVariable String id, @PathVariable long proposal, RedirectAttributes after) {
        found(health.decline(id, proposal, clock.instant()));
        return told(after, "The proposal was put away.");
    }

    @PostMapping("/feeds/{id}/move/undo")
    String takeBack(@PathVariable String id, RedirectAttributes after) {
        found(health.takeBack(id));
        return told(after, "The feed is read where it was declared again.");
    }

    private String who() {
        return current.get().map(account -> account.name()).orElse("owner");
    }

    private static void found(boolean there) {
        if (!there) throw new NotThere("There is no such entry for this feed any more.");
    }

    private static String told(RedirectAttributes after, String notice) {
        after.addFlashAttribute("notice", notice);
        return BACK;
    }
}
