package pmradar.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A feed type for tests: a line is a title, `?` one that cannot be read, `!` a page that cannot, `next: URL` and
/// `more: URL` name the next page and a page with the rest of a listing, `crash` stumbles.
final class PlainLines implements FeedType {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(feed.at());
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        var listings = new ArrayList<Listing>();
        var unreadable = new ArrayList<Page.Unreadable>();
        var pending = new ArrayList<Page.Pending>();
        @Nullable FeedRequest next = null;
        for (var line : new String(answer.bytes(), StandardCharsets.UTF_8).split("\n")) {
            switch (line) {
                case "!" -> throw new UnreadableFeed("The feed answered with a web page instead of lines.");
                case "?" -> unreadable.add(new Page.Unreadable("?", "It is a question mark."));
                case "crash" -> throw new IllegalStateException("bug");
                case "" -> {}
                default -> {
                    if (line.startsWith("next: ")) {
                        next = FeedRequest.get(URI.create(line.substring(6)));
                    } else if (line.startsWith("more: ")) {
                        pending.add(new Page.Pending(listing(line), FeedRequest.get(line.substring(6))));
                    } else {
                        listings.add(listing(line));
                    }
                }
            }
        }
        return new Page(listings, unreadable, pending, next, next == null);
    }

    private static Listing listing(String line) {
        return new Listing(
                line,
                line,
                null,
                Listing.Where.UNKNOWN,
                new Listing.Links(null, null),
                Listing.Dates.UNKNOWN,
                new Listing.Body(null, line),
                Listing.Terms.UNKNOWN);
    }
}
