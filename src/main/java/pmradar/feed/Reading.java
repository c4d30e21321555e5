package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of reading a whole feed.
public sealed interface Reading {

    /// @param listings how many were handed over
    /// @param complete whether they are all open jobs of the feed, so that a missing one is gone
    /// @param bookmark what to send next time, saved after the listings are
    /// @param wireBytes as received; @param bytes after decoding
    /// @param signs what else it showed of how the feed fares
    record Fresh(
            int listings, int unreadable, boolean complete, Bookmark bookmark, long wireBytes, long bytes, Signs signs)
            implements Reading {

        public Fresh(int listings, int unreadable, boolean complete, Bookmark bookmark, long wireBytes, long bytes) {
            this(listings, unreadable, complete, bookmark, wireBytes, bytes, Signs.NONE);
        }
    }

    /// The server says that nothing changed.
    record Unchanged() implements Reading {}

    /// @param reason what happened, in words a person reads; @param retryAfter what the server asked for
    /// @param symptom what kind of failure that is
    record Failed(String reason, @Nullable Duration retryAfter, Symptom symptom) implements Reading {

        public Failed(String reason, @Nullable Duration retryAfter) {
            this(reason, retryAfter, Symptom.OTHER);
        }
    }

    /// What a failed reading says about the feed.
    enum Symptom {
        /// The server knows no such board (404, 410).
        GONE,
        /// The server sends one to another host, where no feed is.
        ELSEWHERE,
        /// A web page came instead of the feed.
        WEB_PAGE,
        /// Whoever reads is asked to log in.
        LOG_IN,
        /// Whoever reads is asked to show that they are no program.
        CAPTCHA,
        /// Anything that may pass: no network, a server's own trouble, a broken answer.
        OTHER
    }

    /// What a reading shows of the feed besides its listings.
    ///
    /// @param digest the same for the same listings in any order; null where it was not made
    /// @param parts places that the feed reads side by side, each with how it fared
    /// @param movedTo where the server says that the feed is now for good, on another host
    /// @param polling what the feed itself asks for
    record Signs(
            @Nullable String digest,
            List<Part> parts,
            @Nullable URI movedTo,
            Polling polling) {
        public static final Signs NONE = new Signs(null, List.of(), null, Polling.NONE);

        public Signs {
            parts = List.copyOf(parts);
        }
    }

    /// @param listings that it gave; @param problem why it could not be read, in words; null when it could
    record Part(String name, int listings, @Nullable String problem) {}

    /// What to send with the next reading, and how long the server asks to wait before it.
    ///
    /// @param etag @param lastModified validators of the first page, verbatim
    /// @param freshFor the server's `max-age` or the feed's `ttl`, the longer one, if it gave any
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
