package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;

/// We Work Remotely, a board of remote jobs. `at` is a category as in the address of its feed
/// (`remote-management-and-finance-jobs`), `all`, or an address.
///
/// Source: the board's RSS. Titles are "Company: Title"; region, country and state say where one may live.
@Component
class WeWorkRemotely implements FeedType {
    private static final String FORM = "company: title";

    @Override
    public String name() {
        return "weworkremotely";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("weworkremotely.com")) return Optional.empty();
        var category = at.step(0).equals("categories") ? at.name(1) : Optional.<String>empty();
        return Optional.of(Located.of(
                category.map(name -> name.replaceFirst("\\.rss$", "")).orElse("all")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (At.isUrl(feed)) return FeedRequest.get(At.url(feed));
        boolean every = feed.at().isBlank() || feed.at().equals("all");
        String path = every ? "remote-jobs" : "categories/" + At.step(feed);
        return FeedRequest.get("https://weworkremotely.com/%s.rss".formatted(path));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        var item = new RssItem(feed, answer.uri());
        return RssFeed.page(answer, (channel, each) -> listing(item.listing(channel, each), each), false);
    }

    private static Listing listing(Listing plain, XmlItem item) {
        RssTitle title = RssTitle.read(FORM, plain.title());
        return new Listing(
                plain.externalId(),
                title.title(),
                title.company() == null ? plain.company() : title.company(),
                where(item),
                plain.links(),
                plain.dates(),
                plain.body(),
                plain.terms());
    }

    /// The region is a wide word ("USA Only"); state and country, where they are given, are the place itself.
    private static Where where(XmlItem item) {
        Where region = Regions.remote(item.texts("region"));
        String place = Places.joined(item.either("state"), Regions.plain(item.either("country")));
        if (place == null) return region;
        return new Where(
                List.of(place),
                region.workplace(),
                Places.of(region.eligible()).and(place).list());
    }
}
