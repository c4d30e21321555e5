package pmradar.feed;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An address could not be read. The message says in words what happened; it never leaves the room as an exception.
class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Duration retryAfter;

    FetchFailed(String message) {
        this(message, null);
    }

    FetchFailed(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /// What happened, in words.
    String reason() {
        return Objects.requireNonNullElse(getMessage(), "The address could not be read.");
    }

    /// What the server asked for, within limits.
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
