package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person is told at once of one saved search, as it was put together: it stays as it was sent.
///
/// @param key stable and unlike any other; receivers tell a repeated message by it
/// @param notices what is told that is no posting
/// @param more how many were found beyond those that are listed
public record Digest(
        long id,
        String key,
        long search,
        String searchName,
        Instant at,
        List<Line> lines,
        List<More> more,
        List<Notice> notices) {

    /// A posting with the reasons why it is told of.
    ///
    /// @param kind why now: new, changed, or closed
    /// @param said what changed, in a sentence
    /// @param reasons which parts of the search it meets
    /// @param deciding the requirement that decided the label @param evidence where the ad says so, in its words
    public record Line(
            long posting,
            Hit.Kind kind,
            String title,
            @Nullable String employer,
            String place,
            @Nullable String pay,
            String label,
            int score,
            @Nullable String deciding,
            @Nullable String evidence,
            List<String> reasons,
            List<String> seenAt,
            @Nullable String said,
            @Nullable String link) {

        public Line {
            reasons = List.copyOf(reasons);
            seenAt = List.copyOf(seenAt);
        }

        /// In plain words below its title, one after the other: what it is, how it was judged and by which words,
        /// why it is told, where it was seen, and what changed.
        public List<String> words() {
            var facts = Stream.of(employer == null ? "" : employer, place, pay == null ? "" : pay)
                    .filter(words -> !words.isBlank())
                    .collect(Collectors.joining(" · "));
            var judged = "%s, %d of 100%s".formatted(label, score, deciding == null ? "" : " · " + deciding);
            var shown = evidence == null ? "" : "The ad says: “%s”".formatted(evidence);
            var seen = seenAt.isEmpty() ? "" : " · seen at " + String.join(", ", seenAt);
            var why = "Because: " + String.join(" · ", reasons) + seen;
            return Stream.of(facts, judged, shown, why, said == null ? "" : said)
                    .filter(words -> !words.isBlank())
                    .toList();
        }
    }

    /// Postings that are counted only. @param employer null for those beyond the day's measure
    public record More(@Nullable String employer, int count) {}

    /// @param path where more is to be seen, in this installation
    public record Notice(String title, String said, String path) {}

    public Digest {
        lines = List.copyOf(lines);
        more = List.copyOf(more);
        notices = List.copyOf(notices);
    }

    public Digest(long id, String key, long search, String searchName, Instant at, List<Line> lines, List<More> more) {
        this(id, key, search, searchName, at, lines, more, List.of());
    }
}
