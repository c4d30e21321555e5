package pmradar.feed;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// One language that feeds speak. A type is two pure functions; fetching, paging, politeness and retries belong to the
/// room. Found by injection: a new type is one class in `feed.type` and one recording.
@NamedInterface("type")
public interface FeedType {

    /// The name in `feeds.yml` and on the command line.
    String name();

    /// What to ask first.
    ///
    /// @throws UnreadableFeed if `at` or an option of the feed is not what this type needs
    FeedRequest first(Feed feed);

    /// Reads one answer. One bad listing never spoils the others.
    ///
    /// @throws UnreadableFeed if the answer as a whole is not this type's language
    Page parse(Feed feed, Answer answer);

    /// The feed of this type that an address names, without asking its server.
    default Optional<Located> locate(URI address) {
        return Optional.empty();
    }

    /// The feed of this type that an answer is, from whatever address, or whose mark it carries.
    default Optional<Located> locate(Answer answer) {
        return Optional.empty();
    }

    /// By which media types a web page links to feeds of this type.
    default Set<String> mediaTypes() {
        return Set.of();
    }

    /// The place that a request is for, where a feed reads several side by side, as the maps of a sitemap's index;
    /// empty where its pages only continue each other. Such a place may fail without the others.
    default Optional<Part> part(Feed feed, FeedRequest request) {
        return Optional.empty();
    }

    /// @param rest what is asked next when this place fails; null when it is the last
    record Part(String name, @Nullable FeedRequest rest) {}

    /// Reads the answer to a [Page.Pending] request of an earlier page.
    default Page follow(Feed feed, Page.Pending pending, Answer answer) {
        return parse(feed, answer);
    }
}
