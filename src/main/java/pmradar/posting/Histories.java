package pmradar.posting;

import java.time.Instant;
import java.util.Optional;

/// How postings came to be what they are, and a person's word against it. Nothing is lost by joining listings: each
/// keeps what it said, and can be a posting of its own again. What a person said holds when feeds are read anew.
public interface Histories {

    Optional<PostingHistory> of(PostingId id, Instant now);

    /// Makes a sighting a posting of its own.
    ///
    /// @param sighting the number in [PostingHistory.Joined]
    /// @return the posting that it is now
    /// @throws IllegalArgumentException if the posting has no such sighting, or no other
    PostingId split(PostingId id, long sighting, String by, Instant now);

    /// Takes a split back.
    ///
    /// @param split the number in [PostingHistory.Split]
    /// @throws IllegalArgumentException if there is none, or it was taken back
    void rejoin(long split, Instant now);

    /// Says that a posting is, or again is not, apart from those that share its text.
    ///
    /// @throws IllegalArgumentException if it shares its text with none
    void setApart(PostingId id, boolean apart);
}
