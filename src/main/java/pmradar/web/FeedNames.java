package pmradar.web;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pmradar.feed.Feeds;

/// Turns ids of feeds into what people call them.
@Component
class FeedNames {

    private final Feeds feeds;

    FeedNames(Feeds feeds) {
        this.feeds = feeds;
    }

    /// The names as they are now, for one page; a feed that is gone keeps its id as its name.
    UnaryOperator<String> now() {
        var names = feeds.states().stream()
                .collect(Collectors.toMap(
                        state -> state.feed().id(), state -> state.feed().name(), (a, _) -> a));
        return id -> names.getOrDefault(id, id);
    }
}
