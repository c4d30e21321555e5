package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// The store of all saved searches. Everything here is within one account: what belongs to another is as if it were not
/// there.
public interface SavedSearches {

    /// What a person decides about a saved search.
    record Order(String name, Criteria criteria, Schedule schedule, Wishes wishes) {
        public Order {
            name = name.strip();
            if (name.isEmpty() || name.length() > SavedSearch.LONGEST_NAME)
                throw new IllegalArgumentException(
                        "A name has 1 to %d characters.".formatted(SavedSearch.LONGEST_NAME));
        }
    }

    /// Saves it; what it finds now is known and not news.
    ///
    /// @throws IllegalArgumentException when the account has too many already
    SavedSearch save(long account, Order order, Instant now);

    /// Changes it; when it asks for other things than before, what it finds now is known and not news.
    Optional<SavedSearch> change(long account, long id, Order order, Instant now);

    Optional<SavedSearch> pause(long account, long id, boolean paused, Instant now);

    /// @param until null to end it
    Optional<SavedSearch> mute(long account, long id, @Nullable Instant until, Instant now);

    boolean remove(long account, long id, Instant now);

    boolean restore(long account, long id, Instant now);

    /// By name; without what is told without a search.
    List<SavedSearch> of(long account);

    /// What is told without a search, as far as it was set up.
    Optional<SavedSearch> standing(long account, SavedSearch.Subject subject);

    /// The same, set up as usual if it was not yet: at once, into the inbox. What is so already is not news.
    SavedSearch setUp(long account, SavedSearch.Subject subject, Instant now);

    /// Gives the private feed of a search another address; the old one leads nowhere from then on.
    Optional<SavedSearch> renewFeed(long account, long id);

    Optional<SavedSearch> find(long account, long id);

    /// The one whose private feed has this secret address.
    Optional<SavedSearch> byToken(String token);
}
