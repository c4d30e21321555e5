package pmradar.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.account.Account;
import pmradar.account.Member;
import pmradar.account.OneTimeLinks;

/// Who may come in: the owner invites people, says what they may do, keeps them out for a while or for good.
@Controller
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class PeoplePage {

    private static final String BACK = "redirect:/people";
    private static final String NOTICE = "notice";
    private static final String WRONG = "wrong";

    private final HousePeople people;

    PeoplePage(HousePeople people) {
        this.people = people;
    }

    /// @param other the role that the person does not have @param state `may sign in` or `kept out`
    record Row(
            long id,
            String name,
            String role,
            String other,
            String state,
            FeedView.When since,
            FeedView.@Nullable When used,
            boolean me) {

        static Row of(Member member, long me, Instant now) {
            var account = member.account();
            var other = account.role() == Account.Role.OWNER ? Account.Role.MEMBER : Account.Role.OWNER;
            return new Row(
                    account.id(),
                    account.name(),
                    Wording.tag(account.role()),
                    Wording.tag(other),
                    member.disabled() == null ? "may sign in" : "kept out",
                    when(member.since(), now),
                    member.used() == null ? null : when(member.used(), now),
                    account.id() == me);
        }
    }

    /// @param what what it does, in words
    record LinkRow(long id, String name, String what, String by, FeedView.When made, FeedView.When ends) {

        static LinkRow of(OneTimeLinks.Link link, Instant now) {
            var what = link.kind() == OneTimeLinks.Kind.INVITATION
                    ? "invitation as " + Wording.tag(link.role())
                    : "another password";
            return new LinkRow(link.id(), link.name(), what, link.by(), when(link.made(), now), when(link.ends(), now));
        }
    }

    private static FeedView.When when(Instant at, Instant now) {
        return new FeedView.When(Wording.ago(at, now), at, Wording.exact(at));
    }

    @GetMapping("/people")
    String page(Model model) {
        var now = people.now();
        var me = people.me().id();
        model.addAttribute(
                "people", people.all().stream().map(one -> Row.of(one, me, now)).toList());
        model.addAttribute(
                "links",
                people.links().stream().map(one -> LinkRow.of(one, now)).toList());
        return "people";
    }

    /// Answers with the page itself, since the link is shown only now and is kept nowhere meanwhile.
    @PostMapping("/people/invitations")
    String invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "member") String role,
            Model model) {
        try {
            show(people.invite(name, role), model);
        } catch (BadRequest wrong) {
            model.addAttribute(WRONG, wrong.getMessage());
            model.addAttribute("typed", name);
        }
        return here(model);
    }

    @PostMapping("/people/{id:\\d{1,18}}/reset")
    String reset(@PathVariable long id, Model model) {
        show(people.reset(id), model);
        return here(model);
    }

    private static void show(OneTimeLinks.Made made, Model model) {
        model.addAttribute("made", HousePeople.address(made.secret()));
        model.addAttribute("madeFor", made.link().name());
        model.addAttribute("madeEnds", Wording.exact(made.link().ends()));
    }

    private String here(Model model) {
        model.addAttribute("here", "/people");
        return page(model);
    }

    @PostMapping("/people/invitations/{id:\\d{1,18}}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes after) {
        people.withdraw(id);
        after.addFlashAttribute(NOTICE, "The link is withdrawn; it leads nowhere now.");
        return BACK;
    }

    @PostMapping("/people/{id:\\d{1,18}}/role")
    String change(@PathVariable long id, @RequestParam(defaultValue = "") String role, RedirectAttributes after) {
        return told(id, "The role of %s is changed.", after, () -> people.change(id, role));
    }

    @PostMapping("/people/{id:\\d{1,18}}/disable")
    String disable(@PathVariable long id, RedirectAttributes after) {
        return told(
                id,
                "%s is kept out from now on. Sessions are ended and alerts paused.",
                after,
                () -> people.disable(id, true));
    }

    @PostMapping("/people/{id:\\d{1,18}}/enable")
    String enable(@PathVariable long id, RedirectAttributes after) {
        return told(id, "%s may sign in again.", after, () -> people.disable(id, false));
    }

    @PostMapping("/people/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        return told(id, "%s is removed, with all that was theirs.", after, () -> people.remove(id));
    }

    private String told(long id, String words, RedirectAttributes after, Runnable doing) {
        var name = people.known(id).account().name();
        try {
            doing.run();
            after.addFlashAttribute(NOTICE, words.formatted(name));
        } catch (BadRequest wrong) {
            after.addFlashAttribute(WRONG, wrong.getMessage());
        }
        return BACK;
    }
}
