package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pmradar.classify.Classification;

/// The store of all postings.
public interface Postings {

    /// Finds or makes the posting, notes the sighting, and tells the house of what is new. Joins the caller's
    /// transaction: one page of a feed is one.
    Recorded record(String feedId, Draft draft, Classification classification, Instant now);

    /// Ends what a reading of a feed did not see. After a complete reading, a sighting missed by two complete readings
    /// in a row ends; a posting without sightings closes.
    ///
    /// @param started when the reading began: what was seen since is there
    void readingEnded(String feedId, boolean complete, Instant started, Instant now);

    Optional<Posting> find(PostingId id);

    /// In the order of `ids`; those that do not exist are left out.
    List<Posting> find(Collection<PostingId> ids);

    /// Postings changed after `version`, lowest version first, closed ones included.
    List<Posting> changedAfter(long version, int limit);

    /// The highest version in the store, 0 when empty.
    long lastVersion();

    long countOpen();
}
