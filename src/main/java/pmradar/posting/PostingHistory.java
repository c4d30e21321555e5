package pmradar.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a posting came to be what it is: where it was seen and why that is one posting, what it said before, and whose
/// text it shares.
///
/// @param changes newest first
/// @param standing facts of one that is advertised for long or again and again; null for all others
public record PostingHistory(
        List<Joined> joined,
        List<Split> splits,
        List<Relative> relatives,
        @Nullable String groupWhy,
        boolean ungrouped,
        List<Change> changes,
        @Nullable Standing standing,
        @Nullable Check check) {

    /// A sighting, and why it is this posting.
    ///
    /// @param id by which it can be split off; @param leads whether the posting carries its words
    public record Joined(long id, Sighting sighting, List<Place> places, String why, boolean leads) {}

    /// A person's word that two postings are not one.
    ///
    /// @param of what was split; @param off what became a posting of its own
    public record Split(long id, PostingId of, PostingId off, String feedId, String by, Instant at) {}

    /// Another posting with nearly the same text.
    ///
    /// @param why in words; null for the first of the group
    public record Relative(
            PostingId id,
            String title,
            @Nullable String company,
            @Nullable String why,
            Instant firstSeen,
            boolean open) {}

    /// @param at when the ad was first seen to say something else
    public record Change(Instant at, List<Said.Field> fields, Said before, Said after) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /// What one may want to know before spending an evening on an application. Facts with the criteria by which they
    /// are shown; no judgement of the employer.
    ///
    /// @param openFor in all; @param openFrom from how long on that is said
    /// @param relistedFrom from how many times on
    public record Standing(Duration openFor, int relisted, Instant textSince, Duration openFrom, int relistedFrom) {}

    /// What the posting's own page said when it was last looked at.
    public record Check(Instant at, String said) {}

    public PostingHistory {
        joined = List.copyOf(joined);
        splits = List.copyOf(splits);
        relatives = List.copyOf(relatives);
        changes = List.copyOf(changes);
    }
}
