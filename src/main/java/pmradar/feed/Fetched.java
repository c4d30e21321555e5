package pmradar.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The outcome of asking for one address.
sealed interface Fetched {

    /// @param wireBytes of the body, as received
    record Got(Answer answer, long wireBytes) implements Fetched {}

    /// The server says that nothing changed since the bookmark.
    record NotModified() implements Fetched {}

    /// @param reason what happened, in words; @param retryAfter what the server asked for
    record Failed(String reason, @Nullable Duration retryAfter) implements Fetched {}
}
