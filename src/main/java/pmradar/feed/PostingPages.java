package pmradar.feed;

import java.net.URI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Asks for pages of postings like for feeds, and reads [ClosedSigns] from them.
@Component
class PostingPages implements PageWatch {
    private final Fetcher fetcher;
    private final ClosedSigns signs;

    PostingPages(Fetcher fetcher, ClosedSigns signs) {
        this.fetcher = fetcher;
        this.signs = signs;
    }

    @Override
    public Outcome look(URI page) {
        return switch (fetcher.fetch(FeedRequest.get(page), Reading.Bookmark.NONE)) {
            case Fetched.NotModified() -> new Outcome.Unknown("The server sent nothing.");
            case Fetched.Failed failed
            when failed.symptom() == Reading.Symptom.GONE -> new Outcome.Gone("its page is gone");
            case Fetched.Failed(var reason, var _, var _) -> new Outcome.Unknown(reason);
            case Fetched.Got(var answer, var _, var _) -> of(page, answer);
        };
    }

    private Outcome of(URI page, Answer answer) {
        if (isFrontPage(page, answer.uri())) return new Outcome.Gone("its page leads to the board's front page now");
        return signs.of(answer);
    }

    /// Whether a page of one posting was answered by a page above it: `/jobs/17` by `/jobs` or `/`, on the same site.
    static boolean isFrontPage(URI asked, URI answered) {
        var from = path(asked);
        var to = path(answered);
        if (!Redirects.sameSite(asked, answered) || from.equals(to)) return false;
        // A language put in front of the path (`/en/jobs`) is no step down.
        var plain = to.replaceFirst("^/[a-z]{2}(?:-[a-z]{2})?(?=/|$)", "");
        return from.length() > 1 && (from.startsWith(to + "/") || to.isEmpty() || from.startsWith(plain + "/"));
    }

    private static String path(URI uri) {
        var path = uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT);
        return path.replaceFirst("/+$", "");
    }
}
