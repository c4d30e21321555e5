package pmradar.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is wrong with a feed, as it was told to the owner.
///
/// @param part which of the places that the feed reads; null for the feed as a whole
/// @param words what was seen, in a sentence or two
/// @param since when it was first seen; @param lastSeen when last
/// @param acknowledged when a person said that they know of it; it is not counted any more then
/// @param over when the feed recovered; @param ending how that was seen, in a sentence
public record Trouble(
        long id,
        String feedId,
        Kind kind,
        @Nullable String part,
        String words,
        Instant since,
        Instant lastSeen,
        @Nullable Instant acknowledged,
        @Nullable String acknowledgedBy,
        @Nullable Instant over,
        @Nullable String ending) {

    public enum Kind {
        EMPTY(
                "names no postings",
                "Open the feed's own page: either nothing is open there, or the board has moved. Its postings stay open"
                        + " until the feed has said the same for at least a day and two of its intervals."),
        DROPPED(
                "brings far fewer",
                "Look whether the feed's own page shows more than was found. Its postings stay open until the feed has"
                        + " said the same for at least a day and two of its intervals."),
        SAME(
                "does not change",
                "Compare it with the feed's own page. A copy that nobody renews looks like this; so does an employer"
                        + " who hires nobody."),
        MOVED(
                "has moved or closed",
                "Look for the new board on the employer's careers page. If one was found, it is proposed below."),
        PART("reads only in part", "The rest of the feed is read as ever. Check the address of this part."),
        GATED(
                "is behind a gate",
                "PM Radar does not log in and passes no tests. Use another feed of the same employer, or ask the"
                        + " publisher for one."),
        FAILING("keeps failing", "It is tried again by itself, at least daily. Check the address and the network.");

        private final String word;
        private final String advice;

        Kind(String word, String advice) {
            this.word = word;
            this.advice = advice;
        }

        /// What a feed with this trouble does, in a few words.
        public String word() {
            return word;
        }

        /// What a person can do about it.
        public String advice() {
            return advice;
        }
    }

    /// Whether it goes on and nobody said that they know of it.
    public boolean pressing() {
        return over == null && acknowledged == null;
    }
}
