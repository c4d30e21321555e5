package pmradar.feed;

import java.util.function.Consumer;

/// Reads a whole feed, page by page.
public interface FeedReader {

    /// Fetches the feed's pages and hands each one over as it arrives. Never throws for what the outside does; a page's
    /// consumer that throws ends the reading with that exception.
    Reading read(Feed feed, Consumer<Page> onPage);
}
