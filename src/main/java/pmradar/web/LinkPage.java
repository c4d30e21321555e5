package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pmradar.account.OneTimeLinks;

/// Where a one-time link leads: an invited person, or one who lost their password, chooses one.
@Controller
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class LinkPage {

    private final OneTimeLinks links;

    LinkPage(OneTimeLinks links) {
        this.links = links;
    }

    /// Nobody is in yet.
    @ModelAttribute
    void surroundings(HttpServletRequest request, Model model) {
        LoginPage.surroundings(request, model);
    }

    @GetMapping("/link")
    String page(@RequestParam(defaultValue = "") String token, Model model) {
        var link = links.find(token)
                .orElseThrow(
                        () -> new NotThere("This link is used up, withdrawn or too old. Ask the owner for another."));
        model.addAttribute("token", token);
        model.addAttribute("name", link.name());
        model.addAttribute("invited", link.kind() == OneTimeLinks.Kind.INVITATION);
        return "link";
    }

    @PostMapping("/link")
    String accept(@RequestParam String token, @RequestParam String password, @RequestParam String again, Model model) {
        var page = page(token, model);
        try {
            if (!password.equals(again)) throw new IllegalArgumentException("The two passwords differ.");
            links.accept(token, password);
            return "redirect:/login?welcome";
        } catch (IllegalArgumentException wrong) {
            model.addAttribute("problem", wrong.getMessage());
            return page;
        }
    }
}
