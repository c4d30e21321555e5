package pmradar.feed;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An address could not be read. The message says in words what happened; it never leaves the room as an exception.
class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Duration retryAfter;
    private final Reading.Symptom symptom;

    FetchFailed(String message) {
        this(message, null);
    }

    FetchFailed(String message, @Nullable Duration retryAfter) {
        this(message, retryAfter, Reading.Symptom.OTHER);
    }

    FetchFailed(String message, @Nullable Duration retryAfter, Reading.Symptom symptom) {
        super(message);
        this.retryAfter = retryAfter;
        this.symptom = symptom;
    }

    /// What kind of failure that is.
    Reading.Symptom symptom() {
        return symptom;
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
