package pmradar.feed;

import java.net.URI;

/// Looks at the page of one posting and says whether it is still open. What cannot be told stays unknown: a page that
/// does not answer, that is behind a gate, or that robots.txt keeps closed, is no closed posting.
public interface PageWatch {

    /// Asks for the page once, as politely as for a feed.
    Outcome look(URI page);

    /// What a page shows.
    sealed interface Outcome {

        /// The page is there and says nothing of being closed.
        record Open() implements Outcome {}

        /// @param why what shows that it is closed, in words
        record Gone(String why) implements Outcome {}

        /// @param why nothing can be said, in words
        record Unknown(String why) implements Outcome {}
    }
}
