package pmradar.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list below the query box while somebody types.
@Controller
class SuggestPart {

    private static final int SHOWN = 8;

    private final Completion completion;

    SuggestPart(Completion completion) {
        this.completion = completion;
    }

    @GetMapping("/suggest")
    String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("suggestions", completion.of(q, SHOWN));
        return "parts/suggestions :: options";
    }
}
