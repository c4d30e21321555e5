package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Listings that were set aside as off topic and of which a person says that they are project management. They become
/// postings when they are read next, and carry a [Correction] that says so; [Corrections#undo] takes it back.
public interface Readmissions {

    /// @param id of the correction
    /// @param posting once the listing was read again
    record Readmission(
            long id,
            String feedId,
            String externalId,
            String reason,
            String by,
            Instant at,
            @Nullable PostingId posting) {}

    /// @return the correction's number
    /// @throws IllegalArgumentException if there is no reason
    long readmit(String feedId, String externalId, String reason, String by, Instant now);

    /// Which of a feed's listings are readmitted.
    Set<String> among(String feedId, Collection<String> externalIds);

    /// Notes that listings were recorded; those readmitted among them show it from now on.
    void arrived(String feedId, Collection<String> externalIds, Instant now);

    /// Those that hold, newest first.
    List<Readmission> of(String feedId);
}
