package pmradar.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms on rows, on a posting's page and on the board. They lead back to where they stood; a row that is asked
/// to change in place answers with its own part of the page.
@Controller
class MineForms {

    private static final String BOARD = "/mine";

    private final Pursuing pursuing;

    MineForms(Pursuing pursuing) {
        this.pursuing = pursuing;
    }

    /// What a page needs to offer taking back that a posting was hidden.
    record Hidden(long posting, String title) {}

    @PostMapping("/postings/{id:\\d{1,18}}/mine")
    String act(
            @PathVariable long id,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "false") boolean inPlace,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            Model model,
            RedirectAttributes after) {
        if (inPlace && byScript) {
            pursuing.act(id, act, on, note);
            var posting = pursuing.posting(id);
            model.addAttribute("here", back);
            model.addAttribute("one", MineView.of(posting, pursuing.standing(posting), pursuing.today()));
            return "parts/pursuit :: alone";
        }
        try {
            pursuing.act(id, act, on, note);
            var title = pursuing.posting(id).title();
            if (act.equals("hide")) after.addFlashAttribute("hid", new Hidden(id, title));
        } catch (BadRequest bad) {
            after.addFlashAttribute("mineWrong", bad.getMessage());
            after.addFlashAttribute("mineTyped", note);
        }
        return back(back, "/postings/" + id);
    }

    /// A posting was opened; asked by the page itself, because reading one changes nothing.
    @PostMapping("/postings/{id:\\d{1,18}}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable long id) {
        pursuing.seen(id);
    }

    @PostMapping("/mine/{number:\\d{1,18}}")
    String act(
            @PathVariable long number,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = BOARD) String back,
            RedirectAttributes after) {
        return tried(back, note, after, () -> {
            if (act.equals("next")) pursuing.next(number, on, note);
            else if (act.equals("no-next")) pursuing.next(number, null, null);
            else pursuing.act(pursuing.mine(number), act, on, note);
        });
    }

    @PostMapping("/mine/{number:\\d{1,18}}/steps/{step:\\d{1,18}}")
    String step(
            @PathVariable long number,
            @PathVariable long step,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = BOARD) String back,
            RedirectAttributes after) {
        return tried(back, note, after, () -> {
            if (act.equals("remove")) pursuing.removeStep(number, step);
            else pursuing.changeStep(number, step, on, note);
        });
    }

    private static String tried(String back, @Nullable String note, RedirectAttributes after, Runnable act) {
        try {
            act.run();
        } catch (BadRequest bad) {
            after.addFlashAttribute("mineWrong", bad.getMessage());
            after.addFlashAttribute("mineTyped", note);
        }
        return back(back, BOARD);
    }

    private static String back(String back, String otherwise) {
        return "redirect:" + (PlainPages.ownPath(back) ? back : otherwise);
    }
}
