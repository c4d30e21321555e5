package pmradar.alert;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the digests of a saved search go, beside the inbox.
public interface Destinations {

    /// @param ended why nothing goes there any more
    record Entry(
            long id,
            long search,
            String channel,
            String address,
            @Nullable String ended) {}

    /// @param secret for checking signatures; shown once
    record Added(Entry entry, @Nullable String secret) {}

    /// The names of all channels.
    List<String> channels();

    /// @throws IllegalArgumentException with a sentence, for a channel that is not there or an address that it does not
    ///     take
    Optional<Added> add(long account, long search, String channel, String address);

    boolean remove(long account, long id);

    List<Entry> of(long account, long search);

    /// Sends a digest that says it is a test, now, and tells how that went.
    Optional<Channel.Outcome> test(long account, long id, java.time.Instant now);
}
