package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
import pmradar.feed.UnreadableFeed;

/// RSS 2.0, RSS 1.0 and Atom, with the elements that job boards add. `at` is the feed's URL; the option `title` says
/// how
/// titles are built where they name more than the role: `company: title`, `title at company`, `title - location`.
///
/// Source: RSS 2.0 specification, RFC 4287 (Atom), RFC 5005 (paged feeds).
@Component
class RssFeed implements FeedType {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        var text = FeedText.of(answer).stripLeading();
        if (!text.startsWith("<") || FeedText.looksLikeHtml(text)) return Optional.empty();
        var root = XmlAnswer.of(answer, "RSS or Atom").root().name();
        return ROOTS.contains(root) ? Optional.of(Located.of(answer.uri().toString())) : Optional.empty();
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/rss+xml", "application/atom+xml");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.url(feed));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        return page(answer, new RssItem(feed, answer.uri())::listing, false);
    }

    /// Reads a feed whose items the given reader understands, together with their channel.
    ///
    /// @param complete whether the feed names all open jobs, as boards of one employer do
    static Page page(Answer answer, BiFunction<XmlItem, XmlItem, Listing> reader, boolean complete) {
        XmlAnswer xml = XmlAnswer.of(answer, "RSS or Atom");
        XmlItem root = xml.root();
        if (!ROOTS.contains(root.name())) {
            throw new UnreadableFeed("The answer is XML but neither RSS nor Atom: its root element is <%s>."
                    .formatted(root.element().name().written()));
        }
        List<XmlItem> items = xml.records(ITEMS);
        XmlItem channel = root.each("*:channel").stream().findFirst().orElse(root);
        return xml.harvest(items, item -> reader.apply(channel, item)).page(next(channel, answer.uri()), complete);
    }

    private static @Nullable FeedRequest next(XmlItem channel, URI here) {
        return channel.each("*:link").stream()
                .filter(link -> "next".equalsIgnoreCase(link.attribute("rel")))
                .map(link -> Link.of(here, link.attribute("href")))
                .filter(link -> link != null && !link.equals(here.toString()))
                .findFirst()
                .map(link -> FeedRequest.get(String.valueOf(link)))
                .orElse(null);
    }
}
