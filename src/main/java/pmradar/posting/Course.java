package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The course of a posting's life beyond its first and last sight, as columns.
///
/// @param opened when it was last opened anew, null while it never was
/// @param openSeconds how long it was open before that
/// @param lost whether it left the open ones although nobody saw it close
/// @param pageOpen when its own page last showed it
/// @param pageGone whether its own page says that it is gone, whatever a feed shows
@Embeddable
record Course(
        @Column int relisted,
        @Column @Nullable Instant lastRelisted,
        @Column @Nullable Instant opened,
        @Column long openSeconds,
        @Column @Nullable Instant textChanged,
        @Column boolean lost,
        @Column @Nullable Instant checkedAt,
        @Column @Nullable String checkSaid,
        @Column @Nullable Instant pageOpen,
        @Column boolean pageGone) {

    static final Course NEW = new Course(0, null, null, 0, null, false, null, null, null, false);

    Course relisted(Instant now) {
        return new Course(
                relisted + 1, now, opened, openSeconds, textChanged, lost, checkedAt, checkSaid, pageOpen, pageGone);
    }

    Course textChanged(Instant now) {
        return new Course(
                relisted, lastRelisted, opened, openSeconds, now, lost, checkedAt, checkSaid, pageOpen, pageGone);
    }

    Course closed(Instant firstSeen, Instant now, boolean unseen) {
        var open = Math.max(0, Duration.between(since(firstSeen), now).toSeconds());
        return new Course(
                relisted,
                lastRelisted,
                opened,
                openSeconds + open,
                textChanged,
                unseen,
                checkedAt,
                checkSaid,
                pageOpen,
                pageGone);
    }

    Course reopened(Instant now) {
        return new Course(
                relisted, lastRelisted, now, openSeconds, textChanged, false, checkedAt, checkSaid, pageOpen, false);
    }

    Course checked(String said, boolean shown, boolean gone, Instant now) {
        return new Course(
                relisted,
                lastRelisted,
                opened,
                openSeconds,
                textChanged,
                lost && !gone,
                now,
                Notation.cut(said, 300),
                shown ? now : pageOpen,
                gone);
    }

    private Instant since(Instant firstSeen) {
        return opened == null ? firstSeen : opened;
    }

    PostingHistory.@Nullable Check check() {
        return checkedAt == null || checkSaid == null ? null : new PostingHistory.Check(checkedAt, checkSaid);
    }

    Posting.Life life(
            Instant firstSeen,
            @Nullable Instant lastSeen,
            Content.Dates dates,
            @Nullable Instant changed,
            @Nullable Instant closed,
            @Nullable String closedWhy,
            @Nullable PostingId group,
            boolean offTopic) {
        return new Posting.Life(
                firstSeen,
                lastSeen == null ? firstSeen : lastSeen,
                dates.posted(),
                dates.postedAs(),
                dates.closes(),
                changed,
                closed,
                closedWhy,
                lost,
                relisted,
                lastRelisted,
                textChanged == null ? firstSeen : textChanged,
                since(firstSeen),
                Duration.ofSeconds(openSeconds),
                group,
                offTopic);
    }
}
