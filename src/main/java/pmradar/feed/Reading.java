package pmradar.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The outcome of reading a whole feed.
public sealed interface Reading {

    /// @param listings how many were handed over
    /// @param complete whether they are all open jobs of the feed, so that a missing one is gone
    /// @param bookmark what to send next time, saved after the listings are
    /// @param wireBytes as received; @param bytes after decoding
    record Fresh(int listings, int unreadable, boolean complete, Bookmark bookmark, long wireBytes, long bytes)
            implements Reading {}

    /// The server says that nothing changed.
    record Unchanged() implements Reading {}

    /// @param reason what happened, in words a person reads; @param retryAfter what the server asked for
    record Failed(String reason, @Nullable Duration retryAfter) implements Reading {}

    /// What to send with the next reading, and how long the server asks to wait before it.
    ///
    /// @param etag @param lastModified validators of the first page, verbatim
    /// @param freshFor the server's `max-age`, if it gave one
    record Bookmark(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration freshFor) {
        public static final Bookmark NONE = new Bookmark(null, null);

        public Bookmark(@Nullable String etag, @Nullable String lastModified) {
            this(etag, lastModified, null);
        }
    }
}
