package pmradar.feed.type;

/// One listing of an answer cannot be read; the message says why, in words.
final class UnreadableListing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableListing(String message) {
        super(message, null, false, false);
    }
}
