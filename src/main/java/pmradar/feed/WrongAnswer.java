package pmradar.feed;

import org.jspecify.annotations.Nullable;

/// An answer that came instead of the feed, and what it looks like: a log-in, a test, a web page, another system.
final class WrongAnswer extends UnreadableFeed {
    private static final long serialVersionUID = 1L;
    private final Reading.Symptom symptom;
    private final transient @Nullable Answer page;

    private WrongAnswer(String reason, Reading.Symptom symptom, @Nullable Answer page, Throwable cause) {
        super(reason, cause);
        this.symptom = symptom;
        this.page = page;
    }

    Reading.Symptom symptom() {
        return symptom;
    }

    /// The reason, with the board that a web page names.
    String reason(FeedTypes types) {
        if (page == null) return reason();
        var boards = Recognition.boards(types, page);
        if (boards.isEmpty()) return reason();
        return "%s The page names a board of the type %s (%s)."
                .formatted(reason(), boards.getFirst().type(), boards.getFirst().at());
    }

    static UnreadableFeed of(Answer answer, UnreadableFeed unreadable) {
        var gate = Gates.of(answer);
        if (gate != null) return new WrongAnswer(gate.words(), gate.symptom(), null, unreadable);
        if (!FeedText.looksLikeHtml(FeedText.of(answer))) return unreadable;
        return new WrongAnswer(unreadable.reason(), Reading.Symptom.WEB_PAGE, answer, unreadable);
    }
}
