package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pmradar.alert.SavedSearch;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.Results;

/// Saved searches and what they found: all of them, one of them, one digest.
@Controller
class AlertPage {
    private static final int DIGESTS = 20;
    private static final int DELIVERIES = 50;
    /// Of all searches together, looked through for those of one.
    private static final int MOST_DELIVERIES = 500;

    private final Alerting alerting;
    private final Postings postings;

    AlertPage(Alerting alerting, Postings postings) {
        this.alerting = alerting;
        this.postings = postings;
    }

    @GetMapping("/alerts")
    String alerts(Model model) {
        var now = alerting.now();
        model.addAttribute("alerts", alerting.all().stream().map(this::view).toList());
        model.addAttribute(
                "digests",
                alerting.digests(Long.MAX_VALUE, DIGESTS).stream()
                        .map(entry -> AlertView.Sent.of(entry, now))
                        .toList());
        model.addAttribute("unread", alerting.unread());
        model.addAttribute(
                "standing",
                alerting.standingSubjects().stream().map(this::standing).toList());
        return "alerts";
    }

    /// What is told without a search. @param path of its forms @param alert null until it was set up
    record Standing(
            String name,
            String path,
            String usual,
            @Nullable AlertView alert) {}

    private Standing standing(SavedSearch.Subject subject) {
        var usual = switch (subject) {
            case SEARCH -> "";
            case OWN -> "begins with the first posting that you save";
            case FEEDS -> "on, as soon as the program has looked at its feeds";
        };
        return new Standing(
                subject.title(),
                "/alerts/standing/" + Wording.tag(subject),
                usual,
                alerting.standing(subject).map(this::view).orElse(null));
    }

    /// What a search would have told, and the form to save it.
    @GetMapping("/alerts/new")
    String preview(HttpServletRequest request, Model model) {
        var address = SearchAddress.of(request.getParameterMap());
        var words = alerting.inWords(address.criteria());
        describe(address, words, model);
        if (!model.containsAttribute("form"))
            model.addAttribute(
                    "form", AlertForm.usual(named(address.criteria().query(), words), ZoneId.systemDefault()));
        return "alert-new";
    }

    private void describe(SearchAddress address, String words, Model model) {
        var preview = alerting.preview(address.criteria());
        model.addAttribute("address", address);
        model.addAttribute("found", address.from(null).link("/"));
        model.addAttribute("asks", words.isBlank() ? "all postings" : words);
        model.addAttribute("preview", preview);
        model.addAttribute("perDay", String.format(Locale.ENGLISH, "%.1f", preview.perDay()));
        model.addAttribute(
                "lately",
                postings
                        .find(preview.results().hits().stream()
                                .map(Results.Hit::id)
                                .toList())
                        .stream()
                        .map(this::line)
                        .toList());
    }

    /// As the person typed it, or in words where nothing was typed.
    private static String named(String query, String words) {
        var name = !query.isBlank() ? query.strip() : words.isBlank() ? "All postings" : words;
        return name.length() <= 80 ? name : name.substring(0, 79) + "…";
    }

    record Line(long id, String title, String meta) {}

    private Line line(Posting posting) {
        var employer = posting.company() == null ? "" : posting.company() + " · ";
        return new Line(
                posting.id().value(),
                posting.title(),
                employer + ResultRow.where(posting) + " · seen "
                        + Wording.ago(posting.life().firstSeen(), alerting.now()));
    }

    @GetMapping("/alerts/{id:\\d{1,18}}")
    String alert(@PathVariable long id, Model model) {
        var now = alerting.now();
        var search = alerting.known(id);
        model.addAttribute("alert", view(search));
        model.addAttribute("removed", search.removed() != null);
        if (!model.containsAttribute("form")) model.addAttribute("form", AlertForm.of(search));
        model.addAttribute("channels", alerting.channels());
        model.addAttribute("destinations", alerting.destinations(id));
        model.addAttribute("token", search.token());
        model.addAttribute(
                "digests",
                alerting.digestsOf(id, DIGESTS).stream()
                        .map(entry -> AlertView.Sent.of(entry, now))
                        .toList());
        model.addAttribute(
                "deliveries",
                alerting.deliveries(MOST_DELIVERIES).stream()
                        .filter(delivery -> delivery.search() == id)
                        .limit(DELIVERIES)
                        .map(delivery -> DeliveryView.of(delivery, now))
                        .toList());
        return "alert";
    }

    @GetMapping("/alerts/digests/{id:\\d{1,18}}")
    String digest(@PathVariable long id, Model model) {
        var entry = alerting.digest(id);
        model.addAttribute("digest", entry.digest());
        model.addAttribute("searches", alerting.known(entry.digest().search()).subject() == SavedSearch.Subject.SEARCH);
        model.addAttribute("sent", AlertView.Sent.of(entry, alerting.now()));
        return "digest";
    }

    private AlertView view(SavedSearch search) {
        var asks = search.subject() == SavedSearch.Subject.SEARCH ? alerting.inWords(search.criteria()) : "";
        var last = alerting.digestsOf(search.id(), 1).stream().findFirst().orElse(null);
        return AlertView.of(search, asks, last, alerting.now());
    }
}
