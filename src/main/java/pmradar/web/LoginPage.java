package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pmradar.account.OwnerInvitation;

/// Where people sign in, and where the owner of a new installation chooses a password.
@Controller
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class LoginPage {

    private final OwnerInvitation invitation;

    LoginPage(OwnerInvitation invitation) {
        this.invitation = invitation;
    }

    /// Nobody is in yet, so nothing of the house is shown around the form.
    @ModelAttribute
    static void surroundings(HttpServletRequest request, Model model) {
        model.addAttribute(Surroundings.THEME, Surroundings.theme(request));
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("samples", false);
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        var said = request.getParameterMap();
        if (said.containsKey("wrong")) model.addAttribute("problem", "Name and password do not fit together.");
        if (said.containsKey("out")) model.addAttribute("notice", "You are signed out.");
        if (said.containsKey("welcome")) model.addAttribute("notice", "Your password is set. Sign in with it now.");
        if (said.containsKey("ready")) model.addAttribute("notice", "The owner's account is ready. Its name is owner.");
        return "login";
    }

    @GetMapping("/set-up")
    String setUp(@RequestParam(defaultValue = "") String token, Model model) {
        if (!invitation.holds(token))
            throw new NotThere("This link is used up. Restart PM Radar for another, or sign in.");
        model.addAttribute("token", token);
        return "set-up";
    }

    @PostMapping("/set-up")
    String setUp(@RequestParam String token, @RequestParam String password, @RequestParam String again, Model model) {
        if (!invitation.holds(token))
            throw new NotThere("This link is used up. Restart PM Radar for another, or sign in.");
        try {
            if (!password.equals(again)) throw new IllegalArgumentException("The two passwords differ.");
            invitation.accept(token, password);
            return "redirect:/login?ready";
        } catch (IllegalArgumentException wrong) {
            model.addAttribute("token", token);
            model.addAttribute("problem", wrong.getMessage());
            return "set-up";
        }
    }
}
