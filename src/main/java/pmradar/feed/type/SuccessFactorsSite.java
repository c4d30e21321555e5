package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.UnreadableFeed;

/// SAP SuccessFactors career sites. `at` is the career domain, as `jobs.acme.com`; the option `feed` names the other
/// feed
/// that some sites have instead (`sitemal.xml`). A page with the site's microdata is understood too.
///
/// Source: feeds and job pages as live sites give them.
@Component
class SuccessFactorsSite implements FeedType {
    private static final Pattern PLACE = Pattern.compile("^(.*\\S)\\s*\\(([^()]*,[^()]*)\\)$");
    private static final Pattern NUMBER = Pattern.compile("/(\\d{4,})/?(?:[?#].*)?$");

    @Override
    public String name() {
        return "successfactors";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        var file = at.steps().isEmpty() ? "" : at.steps().getLast().toLowerCase(Locale.ROOT);
        if (at.within("jobs2web.com")) return at.boardBelow("jobs2web.com");
        return switch (file) {
            case "googlefeed.xml" -> Optional.of(Located.of(at.host()));
            case "sitemal.xml" -> Optional.of(Located.of(at.host()).with("feed", "sitemal.xml"));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        return Address.marked(answer, "rmkcdn.successfactors.com", "jobs2web.com");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                "https://%s/%s".formatted(At.host(feed, "jobs2web.com"), At.option(feed, "feed", "googlefeed.xml")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        if (FeedText.looksLikeHtml(FeedText.of(answer))) return microdata(feed, answer);
        Page page = RssFeed.page(answer, new RssItem(feed, answer.uri())::listing, true);
        List<Listing> listings =
                page.listings().stream().map(SuccessFactorsSite::plain).toList();
        return new Page(listings, page.unreadable(), page.pending(), page.next(), page.complete());
    }

    private static Page microdata(Feed feed, Answer answer) {
        Harvest postings = JobPostingPage.read(feed, answer);
        if (!postings.isEmpty()) return postings.window();
        throw new UnreadableFeed("The answer is a web page without postings, not the feed of a SuccessFactors site: "
                + "the site may have switched it off. Try the option `feed: sitemal.xml`.");
    }

    /// Titles end with the place, as "(Oslo, NO, 0150)"; the number in the address is the requisition's own.
    private static Listing plain(Listing listing) {
        Matcher place = PLACE.matcher(String.valueOf(listing.title()));
        boolean named = place.matches();
        Where where = listing.where();
        if (named && where.locations().isEmpty())
            where = new Where(Places.of(place.group(2)).list(), where.workplace(), where.eligible());
        Matcher number = NUMBER.matcher(String.valueOf(listing.links().url()));
        return new Listing(
                number.find() ? number.group(1) : listing.externalId(),
                named ? place.group(1) : listing.title(),
                listing.company(),
                where,
                listing.links(),
                listing.dates(),
                listing.body(),
                listing.terms());
    }
}
