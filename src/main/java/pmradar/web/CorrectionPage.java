package pmradar.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The form on a posting's page with which a person corrects it.
@Controller
class CorrectionPage {

    private final Correcting correcting;

    CorrectionPage(Correcting correcting) {
        this.correcting = correcting;
    }

    /// @param wrong what is wrong and what is right instead, as `label:general`
    /// @param quote for `unit`, the words that are no evidence
    /// @param words for `evidence`, those that are, with what they are in `unit`
    @PostMapping("/postings/{id:\\d{1,18}}/corrections")
    String correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String wrong,
            @RequestParam(defaultValue = "") @Nullable String quote,
            @RequestParam(defaultValue = "") String words,
            NewUnit unit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        int colon = wrong.indexOf(':');
        var what = colon < 0 ? wrong : wrong.substring(0, colon);
        try {
            var value = switch (what) {
                case "unit" -> quote;
                case "evidence" -> words;
                default -> wrong.substring(colon + 1);
            };
            var said = correcting.correct(id, what, value, what.equals("evidence") ? unit : null, reason);
            after.addFlashAttribute("notice", "Corrected. " + CorrectionBox.said(said.change()));
        } catch (BadRequest bad) {
            after.addFlashAttribute("wrong", bad.getMessage());
            after.addFlashAttribute("typed", new Typed(what, words, reason));
        }
        return "redirect:/postings/{id}#corrections";
    }

    /// What stays in the form when something was amiss.
    record Typed(String what, String words, String reason) {}

    @PostMapping("/postings/{id:\\d{1,18}}/corrections/{number:\\d{1,18}}/undo")
    String undo(@PathVariable long id, @PathVariable long number, RedirectAttributes after) {
        correcting.undo(id, number);
        after.addFlashAttribute("notice", "Taken back; what the rules say holds again.");
        return "redirect:/postings/{id}#corrections";
    }
}
