package pmradar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.posting.Blocks;

/// What is hidden everywhere, why, and how to take that back.
@Controller
class BlockedPage {

    private final Blocking blocking;
    private final Clock clock;

    BlockedPage(Blocking blocking, Clock clock) {
        this.blocking = blocking;
        this.clock = clock;
    }

    /// What the form holds.
    record Form(String kind, String words, String reason) {}

    record Kind(String tag, String name) {}

    /// @param said the rule in words
    record Row(
            long id,
            String said,
            String words,
            String reason,
            String by,
            FeedView.When at,
            FeedView.@Nullable When undone,
            String hides) {

        static Row of(Blocks.Block one, Instant now) {
            return new Row(
                    one.id(),
                    name(one.kind()),
                    one.words(),
                    one.reason(),
                    one.by(),
                    new FeedView.When(Wording.ago(one.at(), now), one.at(), Wording.exact(one.at())),
                    FeedView.ago(one.undone(), now),
                    Wording.counted(one.hides(), "posting"));
        }
    }

    static String name(Blocks.Kind kind) {
        return switch (kind) {
            case EMPLOYER -> "Employer";
            case AGENCY -> "Agency, by words of its name";
            case TITLE -> "Words in the title";
            case TEXT -> "Words in title or text";
        };
    }

    @GetMapping("/blocked")
    String page(
            @RequestParam(defaultValue = "employer") String kind,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        describe(new Form(kind, words, ""), model);
        return "blocked";
    }

    @GetMapping("/blocked/progress")
    String progress(Model model) {
        model.addAttribute("walk", blocking.progress());
        return "blocked :: walk";
    }

    @PostMapping("/blocked/try")
    String tryOut(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        describe(new Form(kind, words, reason), model);
        model.addAttribute("here", "/blocked");
        try {
            var preview = blocking.preview(kind, words);
            model.addAttribute("preview", preview);
            model.addAttribute("hides", Wording.counted(preview.count(), "open posting"));
            model.addAttribute("looked", Wording.grouped(preview.looked()));
        } catch (BadRequest bad) {
            model.addAttribute("problem", bad.getMessage());
        }
        return "blocked";
    }

    @PostMapping("/blocked/add")
    String add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        try {
            var made = blocking.add(kind, words, reason);
            after.addFlashAttribute(
                    "notice", "Blocked: %s. Stored postings follow within moments.".formatted(made.words()));
        } catch (BadRequest bad) {
            after.addFlashAttribute("problem", bad.getMessage());
            after.addAttribute("kind", kind).addAttribute("words", words);
        }
        return "redirect:/blocked";
    }

    @PostMapping("/blocked/{id:\\d{1,18}}/undo")
    String undo(@PathVariable long id, RedirectAttributes after) {
        blocking.undo(id);
        after.addFlashAttribute("notice", "Taken back; what it hid is shown again within moments.");
        return "redirect:/blocked";
    }

    private void describe(Form form, Model model) {
        var now = clock.instant();
        var rows = blocking.all().stream().map(one -> Row.of(one, now)).toList();
        model.addAttribute("form", form);
        model.addAttribute(
                "kinds",
                List.of(Blocks.Kind.values()).stream()
                        .map(kind -> new Kind(Wording.tag(kind), name(kind)))
                        .toList());
        model.addAttribute(
                "holding", rows.stream().filter(row -> row.undone() == null).toList());
        model.addAttribute(
                "undone", rows.stream().filter(row -> row.undone() != null).toList());
        model.addAttribute("walk", blocking.progress());
    }
}
