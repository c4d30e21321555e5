package pmradar.feed;

import java.util.Objects;

/// The answer is not what its feed promised, or the feed is not configured as its type needs. The message says in words
/// what was expected, what came instead and what to do.
public class UnreadableFeed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFeed(String message) {
        super(message);
    }

    public UnreadableFeed(String message, Throwable cause) {
        super(message, cause);
    }

    /// What was expected, what came instead and what to do.
    public String reason() {
        return Objects.requireNonNullElse(getMessage(), "The answer cannot be read.");
    }
}
