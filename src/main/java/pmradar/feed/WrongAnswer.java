package pmradar.feed;

import org.jsoup.Jsoup;

/// An answer that came instead of the feed, and what it looks like: a log-in, a test, a web page, another system.
final class WrongAnswer extends UnreadableFeed {
    private static final long serialVersionUID = 1L;
    private final Reading.Symptom symptom;

    private WrongAnswer(String reason, Reading.Symptom symptom, Throwable cause) {
        super(reason, cause);
        this.symptom = symptom;
    }

    Reading.Symptom symptom() {
        return symptom;
    }

    static UnreadableFeed of(Answer answer, UnreadableFeed unreadable) {
        var gate = Gates.of(answer);
        if (gate != null) return new WrongAnswer(gate.words(), gate.symptom(), unreadable);
        var text = FeedText.of(answer);
        if (!FeedText.looksLikeHtml(text)) return unreadable;
        var boards = KnownBoards.in(Jsoup.parse(text, answer.uri().toString()));
        var hint = boards.isEmpty()
                ? ""
                : " The page names a board of the type %s (%s)."
                        .formatted(boards.getFirst().type(), boards.getFirst().at());
        return new WrongAnswer(unreadable.reason() + hint, Reading.Symptom.WEB_PAGE, unreadable);
    }
}
