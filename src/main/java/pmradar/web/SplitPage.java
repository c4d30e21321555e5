package pmradar.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The buttons on a posting's page with which a person says that two listings are not one posting, or are after all.
@Controller
class SplitPage {

    private final SplittingHand hand;

    SplitPage(SplittingHand hand) {
        this.hand = hand;
    }

    @PostMapping("/postings/{id:\\d{1,18}}/sightings/{sighting:\\d{1,18}}/split")
    String split(@PathVariable long id, @PathVariable long sighting, RedirectAttributes after) {
        try {
            var split = hand.split(id, sighting);
            after.addFlashAttribute("pastNotice", "This is a posting of its own now, and stays one.");
            return "redirect:/postings/%s#past".formatted(split);
        } catch (BadRequest wrong) {
            after.addFlashAttribute("pastNotice", wrong.getMessage());
            return "redirect:/postings/{id}#past";
        }
    }

    @PostMapping("/postings/{id:\\d{1,18}}/splits/{number:\\d{1,18}}/undo")
    String rejoin(@PathVariable long id, @PathVariable long number, RedirectAttributes after) {
        var posting = hand.rejoin(id, number);
        after.addFlashAttribute("pastNotice", "Joined again.");
        return "redirect:/postings/%s#past".formatted(posting);
    }

    @PostMapping("/postings/{id:\\d{1,18}}/apart")
    String apart(@PathVariable long id, RedirectAttributes after) {
        hand.setApart(id, true);
        after.addFlashAttribute("pastNotice", "Not grouped any more.");
        return "redirect:/postings/{id}#past";
    }

    @PostMapping("/postings/{id:\\d{1,18}}/apart/undo")
    String together(@PathVariable long id, RedirectAttributes after) {
        hand.setApart(id, false);
        after.addFlashAttribute("pastNotice", "Grouped again.");
        return "redirect:/postings/{id}#past";
    }
}
