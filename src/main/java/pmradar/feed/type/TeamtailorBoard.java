package pmradar.feed.type;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Teamtailor career sites. `at` is the company, as in `acme.teamtailor.com`, or its own domain. The RSS feed is asked
/// for;
/// the JSON feed of the same site is understood too.
///
/// Source: Teamtailor help centre, "RSS feed of jobs"; JSON Feed 1.1.
@Component
class TeamtailorBoard implements FeedType {
    private static final int PER_PAGE = 100;
    private static final Pattern NUMBER = Pattern.compile("/jobs/(\\d+)");

    @Override
    public String name() {
        return "teamtailor";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).boardBelow("teamtailor.com");
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        return Address.marked(answer, "teamtailor-cdn.com", "content=\"teamtailor");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                "https://%s/jobs.rss?offset=0&per_page=%d".formatted(At.host(feed, "teamtailor.com"), PER_PAGE));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        if (FeedText.of(answer).stripLeading().startsWith("{")) {
            Page page = JsonFeed.page(feed, answer, "a Teamtailor site", true);
            return numbered(page, page.next());
        }
        Page page = RssFeed.page(answer, new RssItem(feed, answer.uri())::listing, true);
        int items = page.listings().size() + page.unreadable().size();
        int reached = Query.number(answer.uri(), "offset", 0) + PER_PAGE;
        return numbered(page, items < PER_PAGE ? null : FeedRequest.get(Query.with(answer.uri(), "offset", reached)));
    }

    /// The guid is opaque and another one in each of the feeds; the number in the address is the job's own.
    private static Page numbered(Page page, @Nullable FeedRequest next) {
        var listings = page.listings().stream().map(TeamtailorBoard::numbered).toList();
        return new Page(listings, page.unreadable(), page.pending(), next, page.complete() && next == null);
    }

    private static Listing numbered(Listing listing) {
        Matcher number = NUMBER.matcher(String.valueOf(listing.links().url()));
        return new Listing(
                number.find() ? number.group(1) : listing.externalId(),
                listing.title(),
                listing.company(),
                listing.where(),
                listing.links(),
                listing.dates(),
                listing.body(),
                listing.terms());
    }
}
