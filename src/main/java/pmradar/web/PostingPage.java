package pmradar.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pmradar.posting.Blocks;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// One posting: its text with the counted clauses marked, and how they add up.
@Controller
class PostingPage {

    private final Postings postings;
    private final FeedNames feedNames;
    private final CorrectionBox corrections;
    private final Blocks blocks;
    private final Clock clock;

    PostingPage(Postings postings, FeedNames feedNames, CorrectionBox corrections, Blocks blocks, Clock clock) {
        this.postings = postings;
        this.feedNames = feedNames;
        this.corrections = corrections;
        this.blocks = blocks;
        this.clock = clock;
    }

    @GetMapping("/postings/{id:\\d{1,18}}")
    String page(@PathVariable long id, Model model) {
        var posting = known(id);
        model.addAttribute("posting", view(posting));
        corrections.describe(posting, model);
        model.addAttribute("employer", posting.company());
        var blockedBy = posting.blockedBy();
        if (blockedBy != null) blocks.find(blockedBy).ifPresent(rule -> model.addAttribute("blocked", rule));
        return "posting";
    }

    /// The same, as it stands beside the list.
    @GetMapping("/postings/{id:\\d{1,18}}/preview")
    String preview(@PathVariable long id, Model model) {
        model.addAttribute("posting", view(known(id)));
        return "parts/posting :: preview";
    }

    private Posting known(long id) {
        return postings.find(new PostingId(id))
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(id)));
    }

    private PostingView view(Posting posting) {
        return PostingView.of(posting, feedNames.now(), clock.instant());
    }
}
