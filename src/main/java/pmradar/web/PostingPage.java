package pmradar.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import pmradar.posting.Blocks;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.search.Results;
import pmradar.search.SimilarPostings;

/// One posting: its text with the counted clauses marked, and how they add up.
@Controller
class PostingPage {

    private static final int SIMILAR = 6;

    private final Postings postings;
    private final SimilarPostings alike;
    private final FeedNames feedNames;
    private final CorrectionBox corrections;
    private final Blocks blocks;
    private final Pursuing pursuing;
    private final HistoryBox history;
    private final Clock clock;

    PostingPage(
            Postings postings,
            SimilarPostings alike,
            FeedNames feedNames,
            CorrectionBox corrections,
            Blocks blocks,
            Pursuing pursuing,
            HistoryBox history,
            Clock clock) {
        this.postings = postings;
        this.alike = alike;
        this.feedNames = feedNames;
        this.corrections = corrections;
        this.blocks = blocks;
        this.pursuing = pursuing;
        this.history = history;
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
        describeMine(posting, model);
        history.describe(posting, model);
        model.addAttribute("similar", similar(posting));
        model.addAttribute("canonical", canonical(posting));
        return "posting";
    }

    /// The same, as it stands beside the list.
    @GetMapping("/postings/{id:\\d{1,18}}/preview")
    String preview(@PathVariable long id, Model model) {
        var posting = known(id);
        model.addAttribute("posting", view(posting));
        model.addAttribute("opened", true);
        return "parts/posting :: preview";
    }

    private void describeMine(Posting posting, Model model) {
        var today = pursuing.today();
        model.addAttribute("opened", true);
        model.addAttribute("today", today.toString());
        model.addAttribute("one", MineView.of(posting, pursuing.standing(posting), today));
    }

    /// One posting that is much like another.
    record Alike(String link, String title, String line, String label, int score, String band, int depth) {

        static Alike of(Posting posting) {
            var found = posting.classification();
            return new Alike(
                    "/postings/" + posting.id(),
                    posting.title(),
                    Stream.of(posting.company(), ResultRow.where(posting))
                            .filter(words -> words != null && !words.isBlank())
                            .collect(Collectors.joining(" · ")),
                    Wording.label(found.label()),
                    found.score(),
                    Wording.band(found.score()),
                    Wording.depth(found.score()));
        }
    }

    private List<Alike> similar(Posting posting) {
        return postings
                .find(alike.like(posting.id(), SIMILAR).stream()
                        .map(Results.Hit::id)
                        .toList())
                .stream()
                .map(Alike::of)
                .toList();
    }

    /// The one address to share, without anything that only this visit carries.
    private static String canonical(Posting posting) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/postings/" + posting.id())
                .toUriString();
    }

    private Posting known(long id) {
        return postings.find(new PostingId(id))
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(id)));
    }

    private PostingView view(Posting posting) {
        return PostingView.of(posting, feedNames.now(), clock.instant());
    }
}
