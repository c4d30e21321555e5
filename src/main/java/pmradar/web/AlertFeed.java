package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pmradar.account.ActiveAccounts;
import pmradar.alert.Inbox;
import pmradar.alert.SavedSearches;

/// What a saved search told, for feed readers, which cannot sign in: whoever knows the address may read it. The secret
/// in it has 192 random bits and is looked up in a unique index, so nothing can be learned from how long that takes.
@Controller
class AlertFeed {
    private static final int DIGESTS = 50;
    private static final int ENTRIES = 100;
    private static final String SECRET = "{secret:[A-Za-z0-9_-]{32}}";

    private final SavedSearches searches;
    private final Inbox inbox;
    private final ActiveAccounts people;

    AlertFeed(SavedSearches searches, Inbox inbox, ActiveAccounts people) {
        this.searches = searches;
        this.inbox = inbox;
        this.people = people;
    }

    @GetMapping(path = "/alerts/feeds/" + SECRET + ".atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<byte[]> atom(@PathVariable String secret, HttpServletRequest request) {
        return FeedFormat.ATOM.answer(request, told(secret, request));
    }

    @GetMapping(path = "/alerts/feeds/" + SECRET + ".json", produces = "application/feed+json")
    ResponseEntity<byte[]> json(@PathVariable String secret, HttpServletRequest request) {
        return FeedFormat.JSON.answer(request, told(secret, request));
    }

    private NewestPostings told(String secret, HttpServletRequest request) {
        var search = searches.byToken(secret)
                .filter(known -> people.active(known.owner()))
                .orElseThrow(() -> new NotThere("There is no feed at this address. Its search may have been removed."));
        return NewestPostings.told(
                search, inbox.ofSearch(search.id(), DIGESTS), FeedFormat.root(), request.getRequestURI(), ENTRIES);
    }
}
