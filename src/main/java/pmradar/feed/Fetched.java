package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The outcome of asking for one address.
sealed interface Fetched {

    /// @param wireBytes of the body, as received
    /// @param movedTo the address on another host that the server names for good
    record Got(Answer answer, long wireBytes, @Nullable URI movedTo) implements Fetched {}

    /// The server says that nothing changed since the bookmark.
    record NotModified() implements Fetched {}

    /// @param reason what happened, in words; @param retryAfter what the server asked for
    record Failed(String reason, @Nullable Duration retryAfter, Reading.Symptom symptom) implements Fetched {}
}
