package pmradar.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// A search that a person saved to hear of what it finds from then on.
///
/// @param subject what it is about: a search that was saved, or what is told without one
/// @param owner the account's id
/// @param since nothing that was there before is news
/// @param mutedUntil what is found until then is told after it
/// @param nextDue when something may be sent next
/// @param token the secret in the address of its private feed
/// @param removed when it was taken away; it can be brought back
public record SavedSearch(
        long id,
        Subject subject,
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

    /// What is told.
    public enum Subject {
        SEARCH(""),
        /// Changes of the postings that the person saved or applied for.
        OWN("My postings"),
        /// Feeds in trouble, for owners.
        FEEDS("Feeds in trouble");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /// The name that it begins with; empty for a search, which its person names.
        public String title() {
            return title;
        }
    }

    static final int LONGEST_NAME = 200;

    SavedSearch asking(Criteria other) {
        return new SavedSearch(
                id, subject, owner, name, other, schedule, wishes, since, paused, mutedUntil, nextDue, token, removed);
    }

    /// Whether postings are matched against it.
    public boolean listens() {
        return !paused && removed == null;
    }
}
