package pmradar.feed;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/// Finds boards that a page links to, frames or loads scripts from.
@Component
class LinkedBoards implements BoardFinder {
    private final Fetcher fetcher;

    LinkedBoards(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public List<Found> find(URI page) {
        return switch (fetcher.fetch(FeedRequest.get(page), Reading.Bookmark.NONE)) {
            case Fetched.NotModified() -> List.of();
            case Fetched.Failed(var reason, var retryAfter, var symptom) ->
                throw new FetchFailed(reason, retryAfter, symptom);
            case Fetched.Got(var answer, var _, var _) ->
                KnownBoards.in(Jsoup.parse(FeedText.of(answer), answer.uri().toString()));
        };
    }
}
