package pmradar.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.account.Sessions;
import pmradar.account.Tokens;

/// The ways into one's own account: the password, where one is signed in, and what programs come in by.
@Controller
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class AccountPage {

    private static final String BACK = "redirect:/account";
    private static final String NOTICE = "notice";
    private static final String WRONG = "wrong";

    private final OwnAccount own;

    AccountPage(OwnAccount own) {
        this.own = own;
    }

    /// @param here whether this is the session that asks
    record SessionRow(long id, String agent, FeedView.When begun, FeedView.When used, boolean here) {

        static SessionRow of(Sessions.Session session, Instant now) {
            return new SessionRow(
                    session.id(),
                    session.agent(),
                    when(session.begun(), now),
                    when(session.used(), now),
                    session.id() == SignedIn.session());
        }
    }

    /// @param state `holds` or `ended`
    record TokenRow(
            long id,
            String name,
            String state,
            FeedView.When made,
            FeedView.@Nullable When ends,
            FeedView.@Nullable When used) {

        static TokenRow of(Tokens.Token token, Instant now) {
            var ends = token.ends();
            return new TokenRow(
                    token.id(),
                    token.name(),
                    ends == null || ends.isAfter(now) ? "holds" : "ended",
                    when(token.made(), now),
                    ends == null ? null : when(ends, now),
                    token.used() == null ? null : when(token.used(), now));
        }
    }

    private static FeedView.When when(Instant at, Instant now) {
        return new FeedView.When(Wording.ago(at, now), at, Wording.exact(at));
    }

    private static String words(Duration time) {
        if (time.toDays() > 0) return Wording.counted(time.toDays(), "day");
        return time.toHours() > 0
                ? Wording.counted(time.toHours(), "hour")
                : Wording.counted(time.toMinutes(), "minute");
    }

    @GetMapping("/account")
    String page(Model model) {
        var account = own.account();
        var now = own.now();
        model.addAttribute("name", account.name());
        model.addAttribute("role", Wording.tag(account.role()));
        model.addAttribute("idle", words(own.lasting().idle()));
        model.addAttribute("longest", words(own.lasting().longest()));
        model.addAttribute(
                "sessions",
                own.sessions().stream().map(one -> SessionRow.of(one, now)).toList());
        model.addAttribute(
                "tokens",
                own.tokens().stream().map(one -> TokenRow.of(one, now)).toList());
        return "account";
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes after) {
        try {
            if (!password.equals(again)) throw new BadRequest("The two new passwords differ.");
            own.changePassword(old, password);
            after.addFlashAttribute(NOTICE, "Your password is changed, and all other sessions are ended.");
        } catch (BadRequest wrong) {
            after.addFlashAttribute(WRONG, wrong.getMessage());
        }
        return BACK;
    }

    @PostMapping("/account/sessions/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, RedirectAttributes after) {
        own.endSession(id);
        after.addFlashAttribute(NOTICE, "That session is ended.");
        return BACK;
    }

    @PostMapping("/account/sessions/others/end")
    String endOthers(RedirectAttributes after) {
        int ended = own.endOthers();
        after.addFlashAttribute(NOTICE, Wording.counted(ended, "other session") + " ended.");
        return BACK;
    }

    /// Answers with the page itself, since the secret is shown only now and is kept nowhere meanwhile.
    @PostMapping("/account/tokens")
    String makeToken(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int days, Model model) {
        try {
            if (days < 0 || days > 3_660) throw new BadRequest("A token lasts 1 to 3660 days, or without an end.");
            var made = own.makeToken(name, days == 0 ? null : own.now().plus(Duration.ofDays(days)));
            model.addAttribute("made", made.secret());
            model.addAttribute("madeName", made.token().name());
        } catch (BadRequest wrong) {
            model.addAttribute(WRONG, wrong.getMessage());
        }
        model.addAttribute("here", "/account");
        return page(model);
    }

    @PostMapping("/account/tokens/{id:\\d{1,18}}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes after) {
        own.revokeToken(id);
        after.addFlashAttribute(NOTICE, "The token is revoked. Whatever used it cannot come in any more.");
        return BACK;
    }
}
