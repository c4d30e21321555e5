package pmradar.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// One posting: its text with the counted clauses marked, and how they add up.
@Controller
class PostingPage {

    private final Postings postings;
    private final FeedNames feedNames;
    private final Clock clock;

    PostingPage(Postings postings, FeedNames feedNames, Clock clock) {
        this.postings = postings;
        this.feedNames = feedNames;
        this.clock = clock;
    }

    @GetMapping("/postings/{id:\\d{1,18}}")
    String page(@PathVariable long id, Model model) {
        model.addAttribute("posting", view(id));
        return "posting";
    }

    /// The same, as it stands beside the list.
    @GetMapping("/postings/{id:\\d{1,18}}/preview")
    String preview(@PathVariable long id, Model model) {
        model.addAttribute("posting", view(id));
        return "parts/posting :: preview";
    }

    private PostingView view(long id) {
        var posting = postings.find(new PostingId(id))
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(id)));
        return PostingView.of(posting, feedNames.now(), clock.instant());
    }
}
