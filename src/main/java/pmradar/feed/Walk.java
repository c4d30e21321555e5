package pmradar.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One reading under way: what was handed over so far, and whether it is still complete.
final class Walk {
    private static final int DETAILS_TOGETHER = 20;
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

    private final Feed feed;
    private final FeedType type;
    private final Consumer<Page> onPage;
    private final FeedSettings.Limits limits;
    private final long started = System.nanoTime();
    private final Set<String> asked = new HashSet<>();
    private int pages;
    private int details;
    private int listings;
    private int unreadable;
    private long wireBytes;
    private long bytes;
    private boolean cut;
    private final ListingSum sum = new ListingSum();
    private final Parts parts = new Parts();
    private final Secrets secrets;
    private @Nullable URI movedTo;
    private Polling polling = Polling.NONE;

    Walk(Feed feed, FeedType type, Consumer<Page> onPage, FeedSettings.Limits limits) {
        this(feed, type, onPage, limits, new Secrets(feed, feed));
    }

    Walk(Feed feed, FeedType type, Consumer<Page> onPage, FeedSettings.Limits limits, Secrets secrets) {
        this.secrets = secrets;
        this.feed = feed;
        this.type = type;
        this.onPage = onPage;
        this.limits = limits;
    }

    /// Follows a feed from page to page on its server.
    Reading pages(FeedRequest first, Reading.Bookmark before, AnswerSource source) {
        var bookmark = Reading.Bookmark.NONE;
        var complete = false;
        for (@Nullable FeedRequest next = first; next != null; ) {
            var mayGoOn = pages == 0 || (pages < limits.pages() && inTime());
            if (!mayGoOn || !asked.add(next.uri() + "\n" + next.body())) {
                cut = true;
                break;
            }
            var part = pages == 0 ? null : type.part(feed, next).orElse(null);
            switch (source.fetch(next, pages == 0 ? before : Reading.Bookmark.NONE)) {
                case Fetched.NotModified() -> {
                    return new Reading.Unchanged();
                }
                case Fetched.Failed failed
                when part != null -> {
                    passOver(part, failed.reason());
                    next = part.rest();
                }
                case Fetched.Failed(var reason, var retryAfter, var symptom) -> {
                    return new Reading.Failed(secrets.hide(sofar(reason)), retryAfter, symptom);
                }
                case Fetched.Got got -> {
                    if (pages == 0) bookmark = firstAnswer(got);
                    var page = taken(got, part, source);
                    complete = page == null || page.complete();
                    next = page != null ? onward(next, page.next()) : part != null ? part.rest() : null;
                }
            }
        }
        return fresh(complete && !cut, bookmark);
    }

    /// A page that follows is asked for as the page before was, on the same server.
    private static @Nullable FeedRequest onward(FeedRequest from, @Nullable FeedRequest to) {
        return to == null || !Redirects.sameOrigin(from.uri(), to.uri()) ? to : to.like(from);
    }

    private Reading.Bookmark firstAnswer(Fetched.Got got) {
        movedTo = got.movedTo() == null ? null : secrets.hide(got.movedTo());
        polling = Polling.of(got.answer());
        return bookmark(got.answer(), polling);
    }

    /// Reads a page and hands it over; null if it is a part that cannot be read, which is passed over.
    private @Nullable Page taken(Fetched.Got got, FeedType.@Nullable Part part, AnswerSource source) {
        count(got.answer(), got.wireBytes());
        var before = listings;
        try {
            var page = parsed(got.answer(), () -> type.parse(feed, got.answer()));
            pages++;
            hand(page);
            follow(page.pending(), source);
            if (part != null) parts.read(part.name(), listings - before);
            return page;
        } catch (UnreadableFeed unreadable) {
            if (part == null) throw unreadable;
            passOver(part, unreadable.reason());
            return null;
        }
    }

    private void passOver(FeedType.Part part, String reason) {
        pages++;
        cut = true;
        parts.failed(part.name(), secrets.hide(reason));
    }

    /// Reads a sample as its server would send it; what it says about further pages is left alone.
    Reading sample(SampleShelf shelf, Instant since) {
        if (type instanceof LineFeed) {
            try (var lines = shelf.lines(feed.at(), since)) {
                return slices(lines);
            } catch (IOException broken) {
                throw new FetchFailed("The sample %s cannot be read: %s".formatted(feed.at(), broken.getMessage()));
            }
        }
        var answer = shelf.answer(feed.at(), since);
        count(answer, answer.bytes().length);
        var page = parsed(answer, () -> type.parse(feed, answer));
        hand(page);
        return fresh(page.complete() || page.next() != null, Reading.Bookmark.NONE);
    }

    /// Reads a file of this machine, for types that are read line by line; no other type may.
    Reading file(URI uri) {
        if (!(type instanceof LineFeed)) {
            throw new FetchFailed("The type %s reads from servers, not from files.".formatted(feed.type()));
        }
        var path = Path.of(uri);
        try (var lines = LineSlices.open(path)) {
            return slices(lines);
        } catch (IOException broken) {
            throw new FetchFailed(sofar("The file %s cannot be read: %s".formatted(path, broken.getMessage())));
        }
    }

    private Reading slices(LineSlices lines) throws IOException {
        for (var slice = lines.next(); slice != null; slice = lines.next()) {
            var answer = slice;
            bytes += answer.bytes().length;
            hand(parsed(answer, () -> type.parse(feed, answer)));
        }
        wireBytes = lines.wireBytes();
        return fresh(true, Reading.Bookmark.NONE);
    }

    private void follow(List<Page.Pending> pending, AnswerSource source) {
        var found = new ArrayList<Listing>();
        var failed = new ArrayList<Page.Unreadable>();
        for (var one : pending) {
            if (details >= limits.details() || !inTime()) {
                cut = true;
                break;
            }
            details++;
            detail(one, source, found, failed);
            if (found.size() + failed.size() >= DETAILS_TOGETHER) {
                hand(Page.window(found, failed));
                found.clear();
                failed.clear();
            }
        }
        if (!found.isEmpty() || !failed.isEmpty()) {
            hand(Page.window(found, failed));
        }
    }

    private void detail(Page.Pending one, AnswerSource source, List<Listing> found, List<Page.Unreadable> failed) {
        try {
            switch (source.fetch(one.request(), Reading.Bookmark.NONE)) {
                case Fetched.Got(var answer, var received, var _) -> {
                    count(answer, received);
                    var page = parsed(answer, () -> type.follow(feed, one, answer));
                    parts.detailRead();
                    found.addAll(page.listings());
                    failed.addAll(page.unreadable());
                }
                case Fetched.Failed problem -> lost(one, problem.reason(), failed);
                case Fetched.NotModified() -> lost(one, "The server sent nothing.", failed);
            }
        } catch (UnreadableFeed unreadable) {
            lost(one, unreadable.reason(), failed);
        }
    }

    /// A listing without its rest was there all the same, so that the reading no longer proves what is missing.
    private void lost(Page.Pending one, String reason, List<Page.Unreadable> failed) {
        cut = true;
        parts.detailLost(secrets.hide(reason));
        failed.add(new Page.Unreadable(one.stub().externalId(), reason));
    }

    private interface Parsing {
        Page page();
    }

    /// A type that stumbles over what it was sent must cost its feed and nothing else.
    private Page parsed(Answer answer, Parsing parsing) {
        try {
            return parsing.page();
        } catch (UnreadableFeed unreadable) {
            throw pages == 0
                    ? WrongAnswer.of(answer, unreadable)
                    : new UnreadableFeed(sofar(unreadable.reason()), unreadable);
        } catch (RuntimeException | StackOverflowError stumbled) {
            throw new UnreadableFeed(
                    sofar("The answer is not what the type %s expects (%s)."
                            .formatted(feed.type(), stumbled.getClass().getSimpleName())),
                    stumbled);
        }
    }

    private void count(Answer answer, long received) {
        wireBytes += received;
        bytes += answer.bytes().length;
    }

    private void hand(Page page) {
        listings += page.listings().size();
        unreadable += page.unreadable().size();
        page.listings().forEach(sum::add);
        onPage.accept(page);
    }

    private String sofar(String reason) {
        return pages == 0 ? reason : "%s (After %d pages; their listings are kept.)".formatted(reason, pages);
    }

    private boolean inTime() {
        return System.nanoTime() - started < limits.reading().toNanos();
    }

    private Reading fresh(boolean complete, Reading.Bookmark bookmark) {
        var signs = new Reading.Signs(sum.digest(), parts.all(secrets), movedTo, polling);
        return new Reading.Fresh(listings, unreadable, complete, bookmark, wireBytes, bytes, signs);
    }

    private static Reading.Bookmark bookmark(Answer answer, Polling polling) {
        var found = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
        var maxAge = found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : Duration.ZERO;
        var ttl = polling.ttl() == null ? Duration.ZERO : polling.ttl();
        var longer = PagedReader.clamped(maxAge.compareTo(ttl) > 0 ? maxAge : ttl);
        return new Reading.Bookmark(
                answer.header("etag").orElse(null),
                answer.header("last-modified").orElse(null),
                longer.isZero() ? null : longer);
    }
}
