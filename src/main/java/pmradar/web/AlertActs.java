package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.alert.SavedSearch;

/// The forms on the pages of saved searches.
@Controller
class AlertActs {
    /// To the top of the page, where it is said how that went.
    private static final String BACK = "redirect:/alerts/{id}";
    private static final String NOTICE = "notice";
    private static final String WRONG = "wrong";
    private static final int LONGEST_MUTE_DAYS = 90;

    private final Alerting alerting;

    AlertActs(Alerting alerting) {
        this.alerting = alerting;
    }

    @PostMapping("/alerts")
    String save(AlertForm form, HttpServletRequest request, RedirectAttributes after) {
        var address = SearchAddress.of(request.getParameterMap());
        try {
            var saved = alerting.save(form, address.criteria());
            after.addFlashAttribute(NOTICE, "Saved. What it finds from now on is told; what is there already is not.");
            return "redirect:/alerts/" + saved.id();
        } catch (BadRequest bad) {
            after.addFlashAttribute(WRONG, bad.getMessage());
            after.addFlashAttribute("form", form);
            return "redirect:" + address.link("/alerts/new");
        }
    }

    @PostMapping("/alerts/{id:\\d{1,18}}")
    String change(@PathVariable long id, @ModelAttribute AlertForm form, RedirectAttributes after) {
        try {
            alerting.change(id, form, null);
            after.addFlashAttribute(NOTICE, "Changed.");
        } catch (BadRequest bad) {
            after.addFlashAttribute(WRONG, bad.getMessage());
            after.addFlashAttribute("form", form);
        }
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/pause")
    String pause(@PathVariable long id, RedirectAttributes after) {
        alerting.pause(id, true);
        after.addFlashAttribute(NOTICE, "Paused: nothing is collected until you resume it.");
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/resume")
    String resume(@PathVariable long id, RedirectAttributes after) {
        alerting.pause(id, false);
        after.addFlashAttribute(NOTICE, "Listening again, from now on.");
        return BACK;
    }

    /// Sets up what is told without a search, to be changed on its page.
    @PostMapping("/alerts/standing/{subject:own|feeds}")
    String setUp(@PathVariable String subject) {
        var chosen = subject.equals("own") ? SavedSearch.Subject.OWN : SavedSearch.Subject.FEEDS;
        return "redirect:/alerts/" + alerting.setUp(chosen).id();
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/feed")
    String renewFeed(@PathVariable long id, RedirectAttributes after) {
        alerting.renewFeed(id);
        after.addFlashAttribute(NOTICE, "The private feed has a new address; the old one leads nowhere any more.");
        return BACK;
    }

    /// @param days 0 to end it
    @PostMapping("/alerts/{id:\\d{1,18}}/mute")
    String mute(@PathVariable long id, @RequestParam int days, RedirectAttributes after) {
        if (days < 0 || days > LONGEST_MUTE_DAYS) throw new BadRequest("Mute for 1 to 90 days, or 0 to end it.");
        alerting.mute(id, days == 0 ? null : alerting.now().plus(Duration.ofDays(days)));
        after.addFlashAttribute(
                NOTICE,
                days == 0
                        ? "No longer muted."
                        : "Muted for %s; what is found meanwhile is told after it."
                                .formatted(Wording.counted(days, "day")));
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        alerting.remove(id);
        after.addFlashAttribute(NOTICE, "Removed.");
        after.addFlashAttribute("undo", id);
        return "redirect:/alerts";
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/restore")
    String restore(@PathVariable long id, RedirectAttributes after) {
        alerting.restore(id);
        after.addFlashAttribute(NOTICE, "It is back, and listens from now on.");
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/destinations")
    String addDestination(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes after) {
        try {
            var added = alerting.addDestination(id, channel, address);
            after.addFlashAttribute(NOTICE, "Added. Send a test to see that it arrives.");
            if (channel.equals("webhook")) after.addFlashAttribute("secret", added.secret());
        } catch (BadRequest bad) {
            after.addFlashAttribute(WRONG, bad.getMessage());
        }
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/destinations/{destination:\\d{1,18}}/remove")
    String removeDestination(@PathVariable long id, @PathVariable long destination, RedirectAttributes after) {
        alerting.removeDestination(destination);
        after.addFlashAttribute(NOTICE, "Nothing goes there any more.");
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/destinations/{destination:\\d{1,18}}/test")
    String test(@PathVariable long id, @PathVariable long destination, RedirectAttributes after) {
        var refusal = Alerting.refusal(alerting.test(destination));
        if (refusal.isPresent()) after.addFlashAttribute(WRONG, "The test did not arrive. " + refusal.get());
        else after.addFlashAttribute(NOTICE, "The test was taken. Look whether it arrived.");
        return BACK;
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/deliveries/{delivery:\\d{1,18}}/resend")
    String resend(@PathVariable long id, @PathVariable long delivery, RedirectAttributes after) {
        alerting.resend(delivery);
        after.addFlashAttribute(NOTICE, "It is sent once more.");
        return BACK;
    }

    @PostMapping("/alerts/digests/{id:\\d{1,18}}/read")
    String read(@PathVariable long id, @RequestParam(defaultValue = "true") boolean read, RedirectAttributes after) {
        alerting.read(id, read);
        after.addFlashAttribute(NOTICE, Objects.equals(read, true) ? "Marked as read." : "Marked as unread.");
        return "redirect:/alerts";
    }
}
