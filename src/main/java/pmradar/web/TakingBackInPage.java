package pmradar.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms on a feed's page with which a person takes in what was set aside, and takes that back.
@Controller
class TakingBackInPage {
    private static final String BACK = "redirect:/feeds/{id}#set-aside";

    private final TakingBackIn taking;

    TakingBackInPage(TakingBackIn taking) {
        this.taking = taking;
    }

    @PostMapping("/feeds/{id}/readmissions")
    String takeIn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String listing,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        try {
            taking.takeIn(id, listing, reason);
            after.addFlashAttribute("notice", "It becomes a posting when the feed is read next, which is soon.");
        } catch (BadRequest bad) {
            after.addFlashAttribute("wrong", bad.getMessage());
        }
        return BACK;
    }

    @PostMapping("/feeds/{id}/readmissions/{number:\\d{1,18}}/undo")
    String undo(@PathVariable String id, @PathVariable long number, RedirectAttributes after) {
        taking.undo(id, number);
        after.addFlashAttribute("notice", "Taken back. The rules alone decide about it again.");
        return BACK;
    }
}
