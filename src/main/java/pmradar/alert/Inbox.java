package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All digests of a person, as they were put together; they are here whatever channel they went out by.
public interface Inbox {

    record Entry(Digest digest, @Nullable Instant read) {}

    /// Newest first. @param before the id of the last one of the page before; [Long#MAX_VALUE] for the first page
    List<Entry> of(long account, long before, int limit);

    List<Entry> ofSearch(long search, int limit);

    Optional<Entry> find(long account, long id);

    void read(long account, long id, boolean read, Instant now);

    int unread(long account);
}
