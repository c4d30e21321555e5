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

    /// @param since when this time of being open began
    Course closed(Instant since, Instant now, boolean unseen) {
        var open = Math.max(0, Duration.between(since, now).toSeconds());
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
}
