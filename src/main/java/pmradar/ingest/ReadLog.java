package pmradar.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the readings brought: for the first page, the feeds page and the terminal.
public interface ReadLog {

    /// All readings that are going on now and all that ended, in sum.
    Progress progress();

    Optional<ReadRecord> last(String feedId);

    List<ReadRecord> recent(String feedId, int limit);

    /// Newest first.
    ///
    /// @param after the last one of the page before; null for the first page
    List<SetAside> setAside(String feedId, int limit, @Nullable Place after);

    /// Where in the list of what was set aside one stands.
    record Place(Instant at, String externalId) {}

    /// @param feeds known; @param read ended at least once since the start; @param reading ids of feeds being read now
    record Progress(int feeds, int read, List<String> reading, Tally tally) {}

    /// @param ended null while it goes on; @param problem in words, if it failed
    record ReadRecord(
            String feedId,
            Instant started,
            @Nullable Instant ended,
            boolean unchanged,
            Tally tally,
            @Nullable String problem) {}

    /// A listing that did not become a posting.
    ///
    /// @param offTopic whether the classifier said so; else it could not be read
    record SetAside(
            String feedId,
            String externalId,
            @Nullable String title,
            @Nullable String company,
            @Nullable String url,
            String reason,
            boolean offTopic,
            Instant at) {}
}
