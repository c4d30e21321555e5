package pmradar.feed;

import java.net.URI;
import java.util.List;

/// Looks at an employer's page for the board that its postings are on.
interface BoardFinder {

    /// @return boards that the page names, the likeliest first; none if it names none
    /// @throws FetchFailed if the page cannot be read
    List<Found> find(URI page);

    /// @param type @param at as `feeds.yml` would name it; @param how it was found, in a sentence
    record Found(String type, String at, String how) {}
}
