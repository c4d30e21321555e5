package pmradar.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// A search that a person saved to hear of what it finds from then on.
///
/// @param owner the account's id
/// @param since nothing that was there before is news
/// @param mutedUntil what is found until then is told after it
/// @param nextDue when something may be sent next
/// @param token the secret in the address of its private feed
/// @param removed when it was taken away; it can be brought back
public record SavedSearch(
        long id,
        long owner,
        String name,
        Criteria criteria,
        Schedule schedule,
        Wishes wishes,
        Instant since,
        boolean paused,
        @Nullable Instant mutedUntil,
        Instant nextDue,
        String token,
        @Nullable Instant removed) {

    static final int LONGEST_NAME = 200;

    /// Whether postings are matched against it.
    public boolean listens() {
        return !paused && removed == null;
    }
}
